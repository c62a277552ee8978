(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("frontier-data").textContent);
  const figure = document.getElementById("frontier");
  const NS = "http://www.w3.org/2000/svg";
  const WIDE = 860, HIGH = 440, LEFT = 124, RIGHT = 48, TOP = 20, BOTTOM = 56;
  const state = { x: "cost", y: "cvar", must: new Set(), picked: null };

  const number = (value) => value.toLocaleString("en-US", { maximumSignificantDigits: 4 });
  const nameOf = (key) => data.axes.find((axis) => axis.key === key).name;

  function make(parent, name, attributes, text) {
    const node = document.createElementNS(NS, name);
    for (const key in attributes) node.setAttribute(key, attributes[key]);
    if (text !== undefined) node.textContent = text;
    parent.append(node);
    return node;
  }

  function ticks(low, high) {
    if (low === high) { low -= Math.abs(low) * 0.1 + 1; high += Math.abs(high) * 0.1 + 1; }
    const raw = (high - low) / 5;
    const ten = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map((m) => m * ten).find((s) => s >= raw);
    const all = [];
    for (let i = Math.floor(low / step); i <= Math.ceil(high / step); i++) all.push(i * step);
    return all;
  }

  function chooser(label, key) {
    const box = document.createElement("label");
    box.style.marginRight = "1.5rem";
    box.style.display = "inline-block";
    box.textContent = label + " ";
    const select = document.createElement("select");
    select.style.font = "inherit";
    data.axes.forEach((axis) => select.add(new Option(axis.name, axis.key, false, axis.key === state[key])));
    select.addEventListener("change", () => { state[key] = select.value; draw(); });
    box.append(select);
    return box;
  }

  const bar = document.createElement("div");
  bar.style.margin = "0.5rem 0";
  bar.append(chooser(data.across, "x"), chooser(data.up, "y"));
  const filter = document.createElement("div");
  filter.style.margin = "0.5rem 0";
  filter.append(data.filter + " ");
  data.levers.forEach((title, i) => {
    const label = document.createElement("label");
    label.style.marginRight = "1rem";
    const box = document.createElement("input");
    box.type = "checkbox";
    box.addEventListener("change", () => {
      if (box.checked) state.must.add(i); else state.must.delete(i);
      draw();
    });
    label.append(box, " " + title);
    filter.append(label);
  });
  const place = figure.querySelector(".scroll");
  const words = document.createElement("p");
  words.setAttribute("aria-live", "polite");
  words.className = "note";
  words.textContent = data.chosen;
  place.before(bar, filter);
  place.after(words);

  function tell(design) {
    words.textContent = design.title + " — " +
      data.axes.map((axis) => axis.name + ": " + number(design[axis.key])).join("; ");
  }

  function draw() {
    const shown = data.designs.filter((d) =>
      Number.isFinite(d[state.x]) && Number.isFinite(d[state.y]) &&
      [...state.must].every((lever) => d.levers.includes(lever)));
    const range = (key) => {
      const all = data.designs.map((d) => d[key]).filter(Number.isFinite);
      return ticks(Math.min(...all), Math.max(...all));
    };
    const across = range(state.x), up = range(state.y);
    const px = (v) => LEFT + (v - across[0]) / (across.at(-1) - across[0]) * (WIDE - LEFT - RIGHT);
    const py = (v) => HIGH - BOTTOM - (v - up[0]) / (up.at(-1) - up[0]) * (HIGH - TOP - BOTTOM);
    const svg = document.createElementNS(NS, "svg");
    svg.setAttribute("viewBox", `0 0 ${WIDE} ${HIGH}`);
    svg.setAttribute("width", WIDE);
    svg.setAttribute("role", "group");
    svg.style.font = "12px system-ui, sans-serif";
    svg.style.maxWidth = "100%";
    up.forEach((t) => {
      make(svg, "line", { x1: LEFT, x2: WIDE - RIGHT, y1: py(t), y2: py(t), stroke: "#ececea" });
      make(svg, "text", { x: LEFT - 8, y: py(t) + 4, "text-anchor": "end", fill: "#595959" }, number(t));
    });
    across.forEach((t) => {
      make(svg, "line", { x1: px(t), x2: px(t), y1: HIGH - BOTTOM, y2: HIGH - BOTTOM + 5, stroke: "#595959" });
      make(svg, "text", { x: px(t), y: HIGH - BOTTOM + 20, "text-anchor": "middle", fill: "#595959" }, number(t));
    });
    make(svg, "line", { x1: LEFT, x2: WIDE - RIGHT, y1: HIGH - BOTTOM, y2: HIGH - BOTTOM, stroke: "#1c1c1c" });
    make(svg, "text", { x: (LEFT + WIDE - RIGHT) / 2, y: HIGH - 12, "text-anchor": "middle" }, nameOf(state.x));
    make(svg, "text", { x: 0, y: 0, "text-anchor": "middle", transform: `translate(16 ${(TOP + HIGH - BOTTOM) / 2}) rotate(-90)` }, nameOf(state.y));
    /* The least so far, from left to right: what no other choice beats in the two chosen axes. */
    const sorted = [...shown].sort((a, b) => a[state.x] - b[state.x] || a[state.y] - b[state.y]);
    const best = [];
    sorted.forEach((d) => { if (!best.length || d[state.y] < best.at(-1)[state.y]) best.push(d); });
    make(svg, "polyline", {
      points: best.map((d) => px(d[state.x]) + "," + py(d[state.y])).join(" "),
      fill: "none", stroke: "#b34700", "stroke-width": 2
    });
    [...shown].sort((a, b) => best.includes(a) - best.includes(b)).forEach((design) => {
      const on = best.includes(design);
      const dot = make(svg, "circle", {
        cx: px(design[state.x]), cy: py(design[state.y]), r: on ? 7 : 4, tabindex: on ? 0 : -1,
        fill: on ? "#b34700" : "#9a9a96", stroke: design === state.picked ? "#1c1c1c" : "#fff", "stroke-width": 2
      });
      dot.style.cursor = "pointer";
      make(dot, "title", {}, design.title);
      const pick = () => {
        state.picked = design;
        svg.querySelectorAll("circle").forEach((c) => c.setAttribute("stroke", "#fff"));
        dot.setAttribute("stroke", "#1c1c1c");
        tell(design);
      };
      dot.addEventListener("mouseenter", pick);
      dot.addEventListener("focus", pick);
      dot.addEventListener("click", pick);
    });
    place.replaceChildren(svg);
  }

  draw();
})();
