  /* ---- the chain ---- */

  function legend(list, chain) {
    for (const entry of chain.legend) {
      const item = el("li", list);
      const mark = el("i", item);
      if (entry.kind === "exposed" || entry.kind === "inferred") mark.className = entry.kind;
      else mark.style.background = KINDS[entry.kind];
      item.appendChild(document.createTextNode(entry.label));
    }
  }

  /* Draws a chain into a place; gives back its marks and flows, in the order of the data. */
  function drawing(place, chain, title) {
    const root = svg("svg", place, {
      viewBox: "0 0 " + chain.width + " " + chain.height, role: "img", "aria-label": title
    });
    const flows = svg("g", root, {});
    const paths = chain.flows.map((flow) => {
      const path = svg("path", flows, {
        d: flow.path, "stroke-width": flow.width, "class": flow.accent ? "flow accent" : "flow"
      });
      if (flow.inferred) path.classList.add("inferred");
      svg("title", path, {}, flow.tip);
      return path;
    });
    for (const column of chain.columns) {
      svg("text", root, { x: column.x, y: 14, "class": "head" }, column.label);
      column.lines.forEach((line, i) => {
        svg("text", root, { x: column.x, y: 29 + 14 * i, "class": "sub" }, line);
      });
    }
    const groups = chain.nodes.map((node, index) => mark(root, chain, node, index, paths));
    return { paths: paths, groups: groups };
  }

  function mark(root, chain, node, index, paths) {
    const group = svg("g", root, {
      "class": node.exposed ? "exposed" : node.single ? "" : "gathered"
    });
    svg("title", group, {}, node.tip);
    svg("rect", group, {
      x: node.x, y: node.y, width: node.width, height: node.height, fill: KINDS[node.kind],
      "fill-opacity": node.single ? 1 : 0.55,
      stroke: node.exposed ? ACCENT : "none", "stroke-width": 2
    });
    const middle = node.y + node.height / 2;
    node.lines.forEach((line, i) => {
      svg("text", group, {
        x: node.x + node.width + 5, y: middle + 4 + 12.5 * (i - (node.lines.length - 1) / 2)
      }, line);
    });
    for (const text of group.querySelectorAll("text")) back(group, text);
    group.addEventListener("mouseenter", () => {
      root.classList.add("dim");
      chain.flows.forEach((flow, i) => {
        paths[i].classList.toggle("lit", flow.from === index || flow.to === index);
      });
    });
    group.addEventListener("mouseleave", () => root.classList.remove("dim"));
    return group;
  }

  /* White behind a label, so that the flows do not strike it through. */
  function back(group, text) {
    const box = text.getBBox();
    const rect = svg("rect", group, {
      x: box.x - 2, y: box.y, width: box.width + 4, height: box.height, "class": "back"
    });
    group.insertBefore(rect, text);
  }

  /* ---- how a shortage travels, day by day ---- */

  function replay() {
    const json = data.replay;
    const place = document.getElementById("replay");
    if (!json || !place) return;
    const bar = el("div", place, null, "replay-bar");
    const button = el("button", bar, json.play);
    button.type = "button";
    const slider = el("input", bar);
    slider.type = "range";
    slider.min = json.first;
    slider.max = json.last;
    slider.value = json.last;
    slider.setAttribute("aria-label", json.day);
    const now = el("output", bar);
    const scroll = el("div", place, null, "scroll");
    scroll.tabIndex = 0;
    const box = el("div", scroll, null, "drawing");
    const drawn = drawing(box, json, data.text["transmission.title"]);
    /* Only what is short by the day shown stands out, not all that ever will be. */
    for (const group of drawn.groups) {
      group.classList.remove("exposed");
      group.querySelector("rect:not(.back)").setAttribute("stroke", "none");
    }
    const log = el("ol", place, null, "steps");
    const lines = json.steps.map((step) => ({ day: step.day, node: el("li", log, step.text) }));
    let timer = 0;

    function show(day) {
      slider.value = day;
      let count = 0;
      drawn.groups.forEach((group, i) => {
        const hit = json.nodes[i].day >= 0 && json.nodes[i].day <= day;
        group.classList.toggle("short", hit);
        group.classList.toggle("fresh", json.nodes[i].day === day);
        if (hit) count++;
      });
      drawn.paths.forEach((path, i) => {
        const hit = json.flows[i].day >= 0 && json.flows[i].day <= day;
        path.classList.toggle("accent", hit);
      });
      for (const line of lines) line.node.classList.toggle("later", line.day > day);
      now.textContent = json.day.replace("#", day) + " " + json.count.replace("#", count);
    }

    function stop() {
      window.clearInterval(timer);
      timer = 0;
      button.textContent = json.play;
    }

    button.addEventListener("click", () => {
      if (timer) {
        stop();
        return;
      }
      let day = Number(slider.value) >= json.last ? json.first : Number(slider.value);
      button.textContent = json.pause;
      show(day);
      timer = window.setInterval(() => {
        day++;
        show(day);
        if (day >= json.last) stop();
      }, 450);
    });
    slider.addEventListener("input", () => {
      stop();
      show(Number(slider.value));
    });
    show(json.last);
  }
