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
      for (const line of data.lists[node.dataset.list]) el("li", node, line);
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
    const note = el("p", box, json.note + " ", "note");
    const link = el("a", note, json.file);
    link.href = json.file;
  }

  /* ---- the chain ---- */

  function legend() {
    const list = document.getElementById("legend");
    for (const entry of data.chain.legend) {
      const item = el("li", list);
      const mark = el("i", item);
      if (entry.kind === "exposed") mark.className = "exposed";
      else mark.style.background = KINDS[entry.kind];
      item.appendChild(document.createTextNode(entry.label));
    }
  }

  function drawing() {
    const chain = data.chain;
    const root = svg("svg", document.getElementById("drawing"), {
      viewBox: "0 0 " + chain.width + " " + chain.height, role: "img", "aria-label": data.text["chain.title"]
    });
    const flows = svg("g", root, {});
    const paths = chain.flows.map((flow) => {
      const path = svg("path", flows, {
        d: flow.path, "stroke-width": flow.width, "class": flow.accent ? "flow accent" : "flow"
      });
      svg("title", path, {}, flow.tip);
      return path;
    });
    for (const column of chain.columns) {
      svg("text", root, { x: column.x, y: 14, "class": "head" }, column.label);
      column.lines.forEach((line, i) => {
        svg("text", root, { x: column.x, y: 29 + 14 * i, "class": "sub" }, line);
      });
    }
    chain.nodes.forEach((node, index) => mark(root, node, index, paths));
  }

  function mark(root, node, index, paths) {
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
      data.chain.flows.forEach((flow, i) => {
        paths[i].classList.toggle("lit", flow.from === index || flow.to === index);
      });
    });
    group.addEventListener("mouseleave", () => root.classList.remove("dim"));
  }

  /* White behind a label, so that the flows do not strike it through. */
  function back(group, text) {
    const box = text.getBBox();
    const rect = svg("rect", group, {
      x: box.x - 2, y: box.y, width: box.width + 4, height: box.height, "class": "back"
    });
    group.insertBefore(rect, text);
  }

  /* ---- charts ---- */

  function tip(text) {
    const node = document.createElement("div");
    node.style.cssText = "max-width:22rem;white-space:normal;font-size:13px;line-height:1.45";
    node.textContent = text;
    return node;
  }

  function tooltip() {
    return {
      trigger: "item", confine: true, borderColor: INK, borderWidth: 1, padding: [8, 10],
      textStyle: { color: INK },
      formatter: (p) => (p.data && p.data.tip ? tip(p.data.tip) : "")
    };
  }

  function valueAxis(grid, name) {
    return {
      type: "value", gridIndex: grid, name: name, nameLocation: "middle", nameGap: 28, min: 0,
      splitNumber: 4, nameTextStyle: { color: SOFT, fontSize: 12 },
      axisLabel: { color: SOFT, fontSize: 11, hideOverlap: true, formatter: plain },
      splitLine: { lineStyle: { color: "#ececea" } }
    };
  }

  function nameAxis(grid, names, width, shown) {
    return {
      type: "category", gridIndex: grid, data: names, inverse: true,
      axisTick: { show: false }, axisLine: { lineStyle: { color: INK } },
      axisLabel: {
        show: shown, interval: 0, color: INK, fontSize: 12, width: width, overflow: "truncate"
      }
    };
  }

  function plain(value) {
    return value.toLocaleString("en-US", { maximumSignificantDigits: 4 });
  }

  function bars(grid, rows, side) {
    return {
      type: "bar", xAxisIndex: grid, yAxisIndex: grid, barCategoryGap: "32%",
      itemStyle: { color: side === "left" ? ACCENT : QUIET },
      label: {
        show: side === "left", position: "right", fontSize: 11, color: SOFT,
        formatter: (p) => p.data.text
      },
      data: rows.map((row) => ({ value: row[side], tip: row.tip, text: row[side + "Text"] }))
    };
  }

  /* Whiskers from the low to the high end: one line with gaps, and end marks. */
  function whiskers(grid, rows) {
    const ends = [];
    const line = [];
    rows.forEach((row, i) => {
      ends.push([row.low, i], [row.high, i]);
      line.push([row.low, i], [row.high, i], [null, null]);
    });
    const common = { xAxisIndex: grid, yAxisIndex: grid, silent: true, z: 5 };
    return [
      Object.assign({ type: "line", data: line, symbol: "none", connectNulls: false,
        lineStyle: { color: INK, width: 1.2 } }, common),
      Object.assign({ type: "scatter", data: ends, symbol: "rect", symbolSize: [1.2, 8],
        itemStyle: { color: INK } }, common)
    ];
  }

  function ranking(json, width) {
    const two = json.right != null;
    const narrow = width < 700;
    const rows = json.rows;
    const names = rows.map((row) => row.name);
    const body = rows.length * 24 + 10;
    const labels = Math.min(narrow ? width * 0.42 : two ? 270 : 320,
      12 + 7.2 * Math.max.apply(null, names.map(textWidth)));
    const left = labels + 14;
    const half = (width - left) / 2;
    const grids = [{ left: left, top: 8, height: body, width: two && !narrow ? half - 48 : width - left - 52 }];
    if (two) {
      grids.push(narrow
        ? { left: left, top: body + 74, height: body, width: width - left - 24 }
        : { left: left + half + 8, top: 8, height: body, width: half - 32 });
    }
    const series = [bars(0, rows, "left")];
    if (two) series.push(bars(1, rows, "right"), ...whiskers(1, rows));
    const option = {
      animation: false, textStyle: { fontFamily: FONT }, tooltip: tooltip(), grid: grids,
      xAxis: [valueAxis(0, json.left)].concat(two ? [valueAxis(1, json.right)] : []),
      yAxis: [nameAxis(0, names, labels, true)].concat(two ? [nameAxis(1, names, labels, narrow)] : []),
      series: series, aria: { enabled: true }
    };
    return { option: option, height: two && narrow ? 2 * body + 134 : body + 62 };
  }

  /* Width in characters of 7.2 px; wide characters count 1.75. */
  function textWidth(text) {
    let width = 0;
    for (const c of text) width += c.codePointAt(0) > 0x2e7f ? 1.75 : 1;
    return width;
  }

  function logAxis(name, low, high, vertical) {
    return {
      type: "log", name: name, nameLocation: "middle", nameGap: vertical ? 40 : 30, min: low, max: high,
      nameTextStyle: { color: SOFT, fontSize: 12 },
      axisLabel: { color: SOFT, fontSize: 11, formatter: plain },
      splitLine: { lineStyle: { color: "#ececea" } }
    };
  }

  /* Whole decades that hold the numbers, five at most. */
  function decades(numbers) {
    const positive = numbers.filter((number) => number > 0);
    if (positive.length === 0) return [1, 10];
    const low = Math.pow(10, Math.floor(Math.log10(Math.min.apply(null, positive))));
    const high = Math.pow(10, Math.ceil(Math.log10(Math.max.apply(null, positive) * 1.01)));
    return [Math.max(low, high / 1e5), high];
  }

  function clip(value, range) {
    return Math.min(range[1], Math.max(range[0], value));
  }

  /* The number that stands at a share of a logarithmic axis, and the share of a number. */
  function part(range, share) {
    return range[0] * Math.pow(range[1] / range[0], share);
  }

  function share(range, value) {
    return Math.log(clip(value, range) / range[0]) / Math.log(range[1] / range[0]);
  }

  /* Names of points, one below the other left of them all, each joined to its point by a line. */
  function named(points, xs, ys, width, height) {
    const gap = 17 / height;
    const sorted = points.slice().sort((a, b) => b.y - a.y || a.x - b.x);
    const edge = Math.min.apply(null, sorted.map((p) => share(xs, p.x))) - 24 / width;
    const middle = sorted.reduce((sum, p) => sum + share(ys, p.y), 0) / sorted.length;
    const first = Math.min(0.9, middle + gap * (sorted.length - 1) / 2);
    return sorted.map((p, i) => {
      const end = [part(xs, Math.max(0.02, edge)), part(ys, first - gap * i)];
      return {
        type: "line", silent: true, symbol: "none", z: 3, data: [[clip(p.x, xs), clip(p.y, ys)], end],
        lineStyle: { color: QUIET, width: 0.8 },
        markPoint: {
          silent: true, symbol: "circle", symbolSize: 0.1, data: [{ coord: end }],
          label: {
            show: true, position: edge * width > 150 ? "left" : "right", distance: 4, fontSize: 11, color: INK,
            textBorderColor: "#fff", textBorderWidth: 3, formatter: () => p.name
          }
        }
      };
    });
  }

  function scatter(json, width) {
    const narrow = width < 700;
    const xs = decades(json.points.map((p) => p.x));
    const ys = decades(json.points.map((p) => p.y));
    const points = (exposed) => json.points.filter((p) => p.exposed === exposed).map((p) => ({
      value: [clip(p.x, xs), clip(p.y, ys)], tip: p.name + "\n" + p.text
    }));
    const series = (exposed) => ({
      type: "scatter", data: points(exposed), symbolSize: exposed ? 9 : 6, z: exposed ? 4 : 3,
      itemStyle: { color: exposed ? ACCENT : QUIET, opacity: exposed ? 0.75 : 0.45 }
    });
    const height = narrow ? Math.round(width * 1.05) : 480;
    const box = { left: 62, right: 22, top: 14, bottom: 52 };
    const leaders = narrow ? [] : named(json.points.filter((p) => p.named), xs, ys,
      width - box.left - box.right, height - box.top - box.bottom);
    const from = Math.max(xs[0], ys[0]);
    const to = Math.min(xs[1], ys[1]);
    const diagonal = {
      type: "line", silent: true, symbol: "none", z: 2, data: from < to ? [[from, from], [to, to]] : [],
      lineStyle: { color: INK, width: 1.2, type: "dashed" }
    };
    const word = (x, y, text, side) => ({
      value: [x, y],
      label: { show: true, formatter: () => text, position: side, fontSize: 12, color: SOFT,
        textBorderColor: "#fff", textBorderWidth: 3 }
    });
    const words = {
      type: "scatter", silent: true, symbolSize: 0.1, itemStyle: { color: "#fff" }, z: 6,
      data: [
        word(part(xs, 0.01), part(ys, 0.96), json.above, "right"),
        word(part(xs, 0.99), part(ys, 0.04), json.below, "left")
      ]
    };
    const option = {
      animation: false, textStyle: { fontFamily: FONT }, tooltip: tooltip(),
      grid: box,
      xAxis: logAxis(json.x, xs[0], xs[1], false), yAxis: logAxis(json.y, ys[0], ys[1], true),
      series: [diagonal, series(false), series(true), words].concat(leaders), aria: { enabled: true }
    };
    return { option: option, height: height };
  }

  const live = [];

  function chart(node) {
    const json = data.charts[node.dataset.chart];
    if (!json) return;
    const make = json.points ? scatter : ranking;
    const width = node.clientWidth;
    const made = make(json, width);
    node.style.height = made.height + "px";
    const instance = echarts.init(node, null, { renderer: "svg", width: width, height: made.height });
    instance.setOption(made.option);
    live.push({ node: node, instance: instance, make: make, json: json, width: width });
  }

  function fit() {
    for (const item of live) {
      const width = item.node.clientWidth;
      if (width === item.width || width === 0) continue;
      item.width = width;
      const made = item.make(item.json, width);
      item.node.style.height = made.height + "px";
      item.instance.resize({ width: width, height: made.height });
      item.instance.setOption(made.option, true);
    }
  }

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
    for (const kind of data.findings) {
      const box = el("details", place);
      el("summary", box, kind.title);
      const list = el("ul", box);
      for (const text of kind.texts) el("li", list, text);
    }
  }

  texts();
  if (data.chain) {
    legend();
    drawing();
  }
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
