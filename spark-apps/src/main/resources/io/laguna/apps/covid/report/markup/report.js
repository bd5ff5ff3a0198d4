// The page is complete without this script. It adds a department to highlight, a readout below the daily curves,
// and opens what is folded before printing. No character that XML would read as markup is used.
(() => {
  const highlighter = document.querySelector(".highlighter");
  const choice = highlighter.querySelector("select");
  highlighter.hidden = false;
  choice.addEventListener("change", () => {
    document.querySelectorAll("[data-key]").forEach((place) => {
      place.classList.toggle("on", choice.value !== "" ? place.dataset.key === choice.value : false);
    });
  });

  addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((folded) => { folded.open = true; });
  });

  const format = (value) => Number(value).toLocaleString("en-GB", { maximumFractionDigits: 1 }).replaceAll(",", "\u202f");

  document.querySelectorAll(".explorable").forEach((block) => {
    const days = block.dataset.values.split(";").map((day) => day.split(","));
    const first = Date.parse(block.dataset.first);
    const readout = block.querySelector(".readout");
    const plots = [...block.querySelectorAll("svg[data-start]")];
    const hairs = plots.map((plot) => {
      const hair = document.createElementNS("http://www.w3.org/2000/svg", "line");
      hair.setAttribute("class", "crosshair");
      hair.setAttribute("y1", 20);
      hair.setAttribute("y2", plot.viewBox.baseVal.height - 26);
      hair.setAttribute("visibility", "hidden");
      plot.append(hair);
      return hair;
    });
    const show = (index) => {
      const [cases, average, cumulative, deaths] = days[index];
      const date = new Date(first + index * 86400000).toLocaleDateString("en-GB", { timeZone: "UTC", dateStyle: "long" });
      readout.textContent = date + ": " + format(cases) + " new cases, 7-day average " + format(average)
        + ", " + format(cumulative) + " so far; " + format(deaths) + " deaths";
      hairs.forEach((hair, plot) => {
        const start = Number(plots[plot].dataset.start);
        const end = Number(plots[plot].dataset.end);
        const x = start + (end - start) * index / Math.max(1, days.length - 1);
        hair.setAttribute("x1", x);
        hair.setAttribute("x2", x);
        hair.setAttribute("visibility", "visible");
      });
    };
    plots.forEach((plot) => plot.addEventListener("pointermove", (event) => {
      const box = plot.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width * plot.viewBox.baseVal.width;
      const start = Number(plot.dataset.start);
      const share = (x - start) / (Number(plot.dataset.end) - start);
      show(Math.round(Math.min(1, Math.max(0, share)) * (days.length - 1)));
    }));
  });
})();
