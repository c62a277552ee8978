
  /* ---- curves in time ---- */

  /* Okabe and Ito's colours for lines, the strongest first. */
  const LINES = ["#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#3d3d3d", "#999933"];

  function timeAxis(names, name, gap) {
    return {
      type: "category", data: names, boundaryGap: false, name: name, nameLocation: "middle", nameGap: gap,
      nameTextStyle: { color: SOFT, fontSize: 12 }, axisTick: { show: false },
      axisLine: { lineStyle: { color: INK } }, axisLabel: { color: SOFT, fontSize: 11, hideOverlap: true }
    };
  }

  function levelAxis(name, low, high, unit) {
    return {
      type: "value", name: name, nameLocation: "middle", nameGap: 40, min: low, max: high,
      nameTextStyle: { color: SOFT, fontSize: 12 },
      axisLabel: { color: SOFT, fontSize: 11, formatter: (v) => plain(v) + unit },
      splitLine: { lineStyle: { color: "#ececea" } }
    };
  }

  function hover(rows) {
    return {
      trigger: "axis", confine: true, borderColor: INK, borderWidth: 1, padding: [8, 10],
      textStyle: { color: INK },
      formatter: (points) => (points.length ? tip(rows(points[0].dataIndex)) : "")
    };
  }

  /* Room on the right for the names at the ends of the lines. */
  function endRoom(series, width) {
    const longest = Math.max.apply(null, series.map((one) => textWidth(one.name, 12, 600)));
    return Math.min(width * 0.34, 22 + longest);
  }

  /* Heights of the names at the ends, pushed apart so that none covers another. */
  function spread(ends, least) {
    const order = ends.map((y, i) => ({ y: y, i: i })).sort((a, b) => a.y - b.y);
    for (let k = 1; k < order.length; k++) {
      order[k].y = Math.max(order[k].y, order[k - 1].y + least);
    }
    const result = [];
    for (const one of order) result[one.i] = one.y;
    return result;
  }

  function endNames(json, series, values, box, width, height, low, high) {
    const inner = height - box.top - box.bottom;
    const ends = values.map((line) => box.top + inner * (high - lastKnown(line)) / (high - low));
    const places = spread(ends, 15);
    return series.map((one, i) => ({
      type: "text", silent: true, z: 9, left: width - box.right + 8, top: places[i] - 7,
      style: {
        text: one.name, fill: LINES[i % LINES.length], fontSize: 12, fontWeight: 600, fontFamily: FONT,
        width: box.right - 10, overflow: "truncate"
      }
    }));
  }

  function lastKnown(line) {
    for (let i = line.length - 1; i >= 0; i--) if (line[i] != null) return line[i];
    return 0;
  }

  function line(name, values, i) {
    return {
      name: name, type: "line", data: values, symbol: values.length > 40 ? "none" : "circle", symbolSize: 5,
      lineStyle: { width: 2.2, color: LINES[i % LINES.length] }, itemStyle: { color: LINES[i % LINES.length] },
      z: 5, connectNulls: false
    };
  }

  /* Scores by period; the grades are bands behind them. */
  function linesChart(json, width) {
    const narrow = width < 700;
    const height = narrow ? 320 : 400;
    const box = { left: 58, right: endRoom(json.series, width), top: 14, bottom: 40 };
    const series = json.series.map((one, i) => line(one.name, one.values, i));
    if (series.length > 0) {
      series[0].markArea = {
        silent: true,
        data: json.bands.map((band, i) => [
          {
            yAxis: band.from, name: band.label,
            itemStyle: { color: i % 2 === 0 ? "rgba(0,0,0,0.045)" : "rgba(0,0,0,0)" },
            label: { position: "insideTopLeft", color: SOFT, fontSize: 11 }
          },
          { yAxis: band.to }
        ])
      };
    }
    const option = {
      animation: false, textStyle: { fontFamily: FONT }, grid: box,
      tooltip: hover((i) => json.x[i] + "\n" + json.series.map((one) =>
        one.name + ": " + (one.values[i] == null ? "–" : one.values[i].toFixed(1))).join("\n")),
      xAxis: timeAxis(json.x, "", 24), yAxis: levelAxis(json.y, json.low, json.high, ""),
      series: series, aria: { enabled: true },
      graphic: endNames(json, json.series, json.series.map((one) => one.values), box, width, height, json.low, json.high)
    };
    return { option: option, height: height };
  }

  /* Curves with the bands of their replications; the spans of the disruptions are shaded. */
  function bandsChart(json, width) {
    const narrow = width < 700;
    const height = narrow ? 320 : 400;
    const least = Math.min.apply(null, json.series.map((one) => Math.min.apply(null, one.low)));
    const low = least > 55 ? Math.floor((least - 5) / 10) * 10 : 0;
    const box = { left: 58, right: endRoom(json.series, width), top: 14, bottom: 46 };
    const days = json.series[0].mean.map((_, day) => day);
    const series = [];
    json.series.forEach((one, i) => {
      const color = LINES[i % LINES.length];
      const area = { type: "line", symbol: "none", silent: true, lineStyle: { width: 0 }, stack: "band" + i, z: 2 };
      series.push(Object.assign({ data: one.low, areaStyle: { opacity: 0 } }, area));
      series.push(Object.assign({
        data: one.high.map((value, day) => value - one.low[day]), areaStyle: { color: color, opacity: 0.18 }
      }, area));
      series.push(line(one.name, one.mean, i));
    });
    const spans = { silent: true, itemStyle: { color: "rgba(0,0,0,0.06)" },
      data: json.spans.map((span) => [{ xAxis: span[0] }, { xAxis: Math.min(span[1], days.length - 1) }]) };
    series[2].markArea = spans;
    const option = {
      animation: false, textStyle: { fontFamily: FONT }, grid: box,
      tooltip: hover((day) => json.x + " " + day + "\n" + json.series.map((one) =>
        one.name + ": " + one.mean[day] + "% (" + one.low[day] + "–" + one.high[day] + ")").join("\n")),
      xAxis: timeAxis(days, json.x, 28), yAxis: levelAxis(json.y, low, 100, "%"),
      series: series, aria: { enabled: true },
      graphic: endNames(json, json.series, json.series.map((one) => one.mean), box, width, height, low, 100)
    };
    return { option: option, height: height };
  }

  const CHARTS = { ranking: ranking, scatter: scatter, lines: linesChart, bands: bandsChart };
