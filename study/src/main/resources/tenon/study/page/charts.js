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

  function valueAxis(grid, name, most) {
    return {
      type: "value", gridIndex: grid, name: name, nameLocation: "middle", nameGap: 28, min: 0, max: most,
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
      16 + Math.max.apply(null, names.map((name) => textWidth(name, 12))));
    const left = labels + 14;
    const half = (width - left) / 2;
    const right = Math.max(52, 14 + Math.max.apply(null, rows.map((row) => textWidth(row.leftText, 11))));
    const grids = [{ left: left, top: 8, height: body, width: two && !narrow ? half - 48 : width - left - right }];
    if (two) {
      grids.push(narrow
        ? { left: left, top: body + 74, height: body, width: width - left - 24 }
        : { left: left + half + 8, top: 8, height: body, width: half - 32 });
    }
    const series = [bars(0, rows, "left")];
    if (two) series.push(bars(1, rows, "right"), ...whiskers(1, rows));
    const option = {
      animation: false, textStyle: { fontFamily: FONT }, tooltip: tooltip(), grid: grids,
      xAxis: [valueAxis(0, json.left, json.most)].concat(two ? [valueAxis(1, json.right)] : []),
      yAxis: [nameAxis(0, names, labels, true)].concat(two ? [nameAxis(1, names, labels, narrow)] : []),
      series: series, aria: { enabled: true }
    };
    return { option: option, height: two && narrow ? 2 * body + 134 : body + 62 };
  }

  const PEN = document.createElement("canvas").getContext("2d");

  /* Width in px of a text as it is drawn: digits and capitals are wider than most letters. */
  function textWidth(text, size, weight) {
    PEN.font = (weight || 400) + " " + size + "px " + FONT;
    return PEN.measureText(text).width;
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

  /* Names of points, one below the other where the chart is emptiest, each joined to its point. */
  function named(points, xs, ys, width, height) {
    const gap = 17 / height;
    const sorted = points.slice().sort((a, b) => b.y - a.y || a.x - b.x);
    const nearest = Math.min.apply(null, sorted.map((p) => share(xs, p.x))) - 24 / width;
    const edge = Math.max(nearest, 290 / width);
    const first = 0.9;
    return sorted.map((p, i) => {
      const end = [part(xs, edge), part(ys, first - gap * i)];
      return {
        type: "line", silent: true, symbol: "none", z: 3, data: [[clip(p.x, xs), clip(p.y, ys)], end],
        lineStyle: { color: QUIET, width: 0.8 },
        markPoint: {
          silent: true, symbol: "circle", symbolSize: 0.1, data: [{ coord: end }],
          label: {
            show: true, position: "left", distance: 4, fontSize: 11, color: INK,
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
    const make = CHARTS[json.kind] || ranking;
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
