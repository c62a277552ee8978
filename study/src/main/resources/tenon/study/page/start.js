  /* ---- reasons and findings ---- */

  function reasons() {
    const place = document.getElementById("reasons");
    if (!place) return;
    data.reasons.forEach((reason, i) => {
      const box = el("details", place);
      box.open = i === 0;
      el("summary", box, reason.title);
      el("p", box, reason.sentence);
      table(box, reason.table);
    });
  }

  function findings() {
    const place = document.getElementById("findings");
    if (!place) return;
    for (const kind of data.findings) {
      const box = el("details", place);
      el("summary", box, kind.title);
      const list = el("ul", box);
      for (const text of kind.texts) el("li", list, text);
    }
  }

  texts();
  pictures();
  if (data.chain) {
    legend(document.getElementById("legend"), data.chain);
    drawing(document.getElementById("drawing"), data.chain, data.text["chain.title"]);
  }
  replay();
  for (const node of document.querySelectorAll("[data-table]")) {
    const json = data.tables[node.dataset.table];
    if (json) table(node, json);
  }
  reasons();
  findings();
  for (const node of document.querySelectorAll("[data-chart]")) chart(node);
  window.addEventListener("resize", fit);
  window.addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll("details")) box.open = true;
    fit();
  });
})();
