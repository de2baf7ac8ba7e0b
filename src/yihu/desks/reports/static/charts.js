/* Draws each chart from the JSON beside it, once it is visible; redraws when the size or the type changes. */
(function () {
  "use strict";
  var charts = new Map();

  function sized(box, option) {
    var size = Math.round(parseFloat(getComputedStyle(box).fontSize) * 0.82);
    var narrow = box.clientWidth < 30 * size;
    var font = getComputedStyle(box).fontFamily;
    option.textStyle = { fontFamily: font, fontSize: size, color: "#29231d" };
    option.legend.textStyle = { fontSize: size, color: "#29231d" };
    option.tooltip.textStyle = { fontSize: size, color: "#29231d", fontFamily: font };
    option.xAxis.axisLabel = { fontSize: size, color: "#5f564c", hideOverlap: true };
    option.xAxis.splitNumber = narrow ? 2 : 4;
    option.xAxis.splitLine = { lineStyle: { color: "#e3dace" } };
    option.yAxis.axisLine = { lineStyle: { color: "#8d8172" } };
    option.yAxis.axisLabel = { fontSize: size, color: "#29231d", interval: 0, width: size * (narrow ? 7 : 14), overflow: "break", lineHeight: size * 1.3 };
    if (option.legend.show) {
      option.grid.top = size * (narrow ? 5 : 3);
    }
    var lines = narrow ? 3.6 : 2.4;
    return { option: option, height: Math.round(Number(box.dataset.rows) * size * lines + size * 6) };
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
