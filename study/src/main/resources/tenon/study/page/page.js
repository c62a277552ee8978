"use strict";
/* The page of a study. Names come from foreign data: they are only ever set as text nodes. */
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const ACCENT = "#d55e00";
  const QUIET = "#9a9a9a";
  const INK = "#1c1c1c";
  const SOFT = "#595959";
  /* Okabe and Ito's colours, without the one kept for what is exposed. */
  const KINDS = {
    supplier: "#56b4e9", plant: "#0072b2", warehouse: "#009e73", hub: "#e69f00",
    port: "#cc79a7", store: "#3d3d3d", mixed: "#a8a8a8"
  };
  const SVG = "http://www.w3.org/2000/svg";
  const FONT = getComputedStyle(document.body).fontFamily;

  function at(path) {
    return path.split(".").reduce((node, key) => (node == null ? node : node[key]), data);
  }

  function present(path) {
    const value = at(path);
    return value != null && (!Array.isArray(value) || value.length > 0);
  }

  function el(name, parent, text, className) {
    const node = document.createElement(name);
    if (text != null) node.textContent = text;
    if (className) node.className = className;
    if (parent) parent.appendChild(node);
    return node;
  }

  function svg(name, parent, attributes, text) {
    const node = document.createElementNS(SVG, name);
    for (const key of Object.keys(attributes)) node.setAttribute(key, attributes[key]);
    if (text != null) node.textContent = text;
    parent.appendChild(node);
    return node;
  }

  function texts() {
    for (const node of document.querySelectorAll("[data-text]")) {
      const text = data.text[node.dataset.text];
      if (text) node.textContent = text;
      else node.remove();
    }
    for (const node of document.querySelectorAll("[data-needs]")) {
      if (!present(node.dataset.needs)) node.remove();
    }
    for (const node of document.querySelectorAll("[data-unless]")) {
      if (present(node.dataset.unless)) node.remove();
    }
    for (const node of document.querySelectorAll("[data-list]")) {
      const lines = data.lists[node.dataset.list] || [];
      for (const line of lines) el("li", node, line);
      if (lines.length === 0) node.remove();
    }
    for (const node of document.querySelectorAll("[data-paragraphs]")) {
      for (const line of data.lists[node.dataset.paragraphs]) el("p", node, line, "answer");
    }
  }

  /* Pictures were drawn before, and every name in them escaped; parsed as XML, none can run. */
  function pictures() {
    for (const node of document.querySelectorAll("[data-picture]")) {
      const picture = data.pictures[node.dataset.picture];
      if (picture) {
        const root = new DOMParser().parseFromString(picture, "image/svg+xml").documentElement;
        node.appendChild(document.importNode(root, true));
      } else {
        node.remove();
      }
    }
  }

  /* ---- tables ---- */

  function compare(column, falling) {
    return function (a, b) {
      const x = a[column], y = b[column];
      const order = x.length > 1 && y.length > 1 ? x[1] - y[1] : x[0] < y[0] ? -1 : x[0] > y[0] ? 1 : 0;
      return falling ? -order : order;
    };
  }

  function fillRows(body, table) {
    body.textContent = "";
    for (const cells of table.rows) {
      const row = el("tr", body);
      cells.forEach((cell, i) => {
        const number = table.columns[i].number;
        const hash = /^[0-9a-f]{64}$/.test(cell[0]);
        el("td", row, cell[0], number ? "number" : hash ? "hash" : "");
      });
    }
  }

  function table(place, json) {
    const box = el("div", place, null, json.rows.length > 14 ? "table long" : "table");
    const scroll = el("div", box, null, "scroll");
    scroll.tabIndex = 0;
    const grid = el("table", scroll);
    const heads = el("tr", el("thead", grid));
    const body = el("tbody", grid);
    json.columns.forEach((column, i) => {
      const head = el("th", heads, null, column.number ? "number" : "");
      head.scope = "col";
      const button = el("button", head, column.label);
      button.type = "button";
      if (column.unit) el("small", button, column.unit);
      button.addEventListener("click", () => {
        const falling = head.getAttribute("aria-sort") === "ascending"
          || (column.number && head.getAttribute("aria-sort") !== "descending");
        for (const other of heads.children) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", falling ? "descending" : "ascending");
        json.rows.sort(compare(i, falling));
        fillRows(body, json);
      });
    });
    fillRows(body, json);
    if (!json.file) return;
    const note = el("p", box, json.note + " ", "note");
    const link = el("a", note, json.file);
    link.href = json.file;
  }
