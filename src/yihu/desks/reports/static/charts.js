/* Draws each chart from the JSON beside it, once it is visible; redraws when the size or the type changes. */
(function () {
  "use strict";
  var charts = new Map();

  /* Width of a text in letters of the size of a Chinese one. */
  function letters(text) {
    return Array.from(text).reduce(function (sum, each) { return sum + (each.charCodeAt(0) > 0x2e80 ? 1 : 0.58); }, 0);
  }

  function rows(names, width, gap) {
    var total = names.reduce(function (sum, name) { return sum + letters(name) + gap; }, 0);
    return Math.max(1, Math.ceil(total / width));
  }

  /* Letters, legend and room above, for every kind of chart. */
  function common(box, option, style, size, across) {
    var legend = option.legend.show ? rows(option.series.map(function (s) { return s.name; }), across - 2, 4.5) : 0;
    var text = { fontSize: size, color: "#29231d", fontFamily: style.fontFamily };
    option.textStyle = text;
    option.legend.textStyle = text;
    option.tooltip.textStyle = text;
    option.grid.top = size * (legend * 2 + 0.6);
  }

  function sized(box, option) {
    var style = getComputedStyle(box);
    var size = Math.round(parseFloat(style.fontSize) * 0.82);
    var across = box.clientWidth / size;
    return option.yAxis.type === "value" ? lines(box, option, style, size, across) : bars(box, option, style, size, across);
  }

  function lines(box, option, style, size, across) {
    common(box, option, style, size, across);
    option.grid.top += size * 1.6;
    option.xAxis.axisLabel = { fontSize: size, color: "#5f564c", hideOverlap: true };
    option.xAxis.axisLine = { lineStyle: { color: "#8d8172" } };
    option.yAxis.axisLabel = { fontSize: size, color: "#5f564c" };
    option.yAxis.nameTextStyle = { fontSize: size, color: "#5f564c", align: "left" };
    option.yAxis.splitLine = { lineStyle: { color: "#e3dace" } };
    return { option: option, height: Math.round(option.grid.top + size * 20) };
  }

  function bars(box, option, style, size, across) {
    var narrow = across < 30;
    var label = narrow ? 7 : 15;
    var lines = Math.max.apply(null, option.yAxis.data.map(function (name) { return Math.ceil(letters(name) / (label - 1)); }));
    common(box, option, style, size, across);
    option.xAxis.axisLabel = { fontSize: size, color: "#5f564c", hideOverlap: true };
    option.xAxis.splitNumber = narrow ? 2 : 4;
    option.xAxis.splitLine = { lineStyle: { color: "#e3dace" } };
    option.yAxis.z = 3;
    option.yAxis.axisLine = { lineStyle: { color: "#8d8172" } };
    option.yAxis.axisLabel = {
      fontSize: size, color: "#29231d", interval: 0, width: size * label, overflow: "break", lineHeight: Math.round(size * 1.25)
    };
    var row = Math.max(2.4, lines * 1.25 + 0.5, (Number(box.dataset.rows) / option.yAxis.data.length) * 2.2);
    return { option: option, height: Math.round(option.grid.top + option.yAxis.data.length * size * row + size * 3) };
  }

  function draw(box) {
    var made = sized(box, JSON.parse(box.querySelector("script").textContent));
    var plot = box.querySelector(".plot");
    plot.style.height = made.height + "px";
    var chart = charts.get(box);
    if (!chart) {
      chart = echarts.init(plot, null, { renderer: "svg" });
      charts.set(box, chart);
    }
    chart.resize();
    chart.setOption(made.option, true);
    /* so that print can scale the drawing */
    plot.querySelector("svg").setAttribute("viewBox", "0 0 " + chart.getWidth() + " " + chart.getHeight());
  }

  function drawVisible() {
    document.querySelectorAll(".chart").forEach(function (box) {
      if (box.clientWidth > 0) {
        draw(box);
      }
    });
  }

  document.querySelectorAll("input.switch").forEach(function (input) {
    input.addEventListener("change", drawVisible);
  });
  window.addEventListener("resize", drawVisible);
  window.addEventListener("beforeprint", drawVisible);
  drawVisible();
})();
