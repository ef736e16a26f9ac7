import { BarChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use, type ECharts, type EChartsCoreOption } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, LabelLayout, SVGRenderer]);

const BAR_PX = 34;

interface Figures {
  categories: string[];
  series: { name: string; isBefore: boolean; values: (number | null)[] }[];
}

// A sheet of paper is narrower than the screen that a picture was drawn for.
const onPaper = new CSSStyleSheet();
onPaper.replaceSync("@media print { div { width: 100% !important; height: auto !important } svg { position: static !important; width: 100%; height: auto } }");

// What each picture was drawn from.
const drawings = new WeakMap<Element, string>();

/** Draws every chart that comes near from the table beside it, and again when the table or the theme changes; all of them on paper. */
export function start(): void {
  const figures = (): NodeListOf<HTMLElement> => document.querySelectorAll<HTMLElement>("[data-chart]");
  const coming = new IntersectionObserver(
    (entries) =>
      entries
        .filter((entry) => entry.isIntersecting)
        .forEach(({ target }) => {
          coming.unobserve(target);
          // Each by itself: the page answers between two.
          setTimeout(() => show(target as HTMLElement));
        }),
    { rootMargin: "50%" },
  );
  const draw = (): void => figures().forEach((figure) => (isDrawn(figure) ? show(figure) : coming.observe(figure)));
  addEventListener("beforeprint", () => figures().forEach((figure) => show(figure)?.getZr().flush()));
  const observer = new MutationObserver(draw);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  observer.observe(document.body, { childList: true, subtree: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
}

function isDrawn(figure: HTMLElement): boolean {
  const picture = figure.querySelector("[data-picture]");
  return picture !== null && drawings.has(picture);
}

function show(figure: HTMLElement): ECharts | undefined {
  const picture = figure.querySelector<HTMLElement>("[data-picture]");
  const table = figure.querySelector("table");
  if (!picture || !table) {
    return undefined;
  }
  const theme = getComputedStyle(figure);
  const drawn = `${figure.dataset["chart"]} ${theme.color} ${table.textContent}`;
  // The picture lives in a shadow: navigation, which makes the page what the server says, does not find it to take it away.
  const root = picture.shadowRoot ?? picture.attachShadow({ mode: "open" });
  if (root.firstElementChild && drawings.get(picture) === drawn) {
    return undefined;
  }
  const kind = figure.dataset["chart"];
  // As many bars as there is room for in the place that was held.
  const height = picture.querySelector("svg")!.height.baseVal.value;
  const figures = read(table, kind === "bars" ? Math.floor(height / BAR_PX) : Infinity);
  const canvas = document.createElement("div");
  canvas.style.width = "100%";
  canvas.style.height = `${height}px`;
  root.replaceChildren(canvas);
  root.adoptedStyleSheets = [onPaper];
  drawings.set(picture, drawn);
  const chart = init(canvas, null, { renderer: "svg" });
  // A bar leads where its row in the table leads.
  chart.on("click", ({ dataIndex }) => table.tBodies[0]!.rows[dataIndex]?.querySelector<HTMLElement>("a[href]")?.click());
  chart.setOption(options(figures, kind ?? "bars", writing(figure), table.tBodies[0]!.querySelector("a[href]") !== null, theme));
  new ResizeObserver(() => {
    if (picture.clientWidth > 0) {
      chart.resize({ width: picture.clientWidth });
      canvas.querySelector("svg")?.setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    }
  }).observe(picture);
  return chart;
}

function read(table: HTMLTableElement, most: number): Figures {
  const rows = [...table.tBodies[0]!.rows].slice(0, most);
  const heads = [...table.tHead!.rows[0]!.cells].map((head, i) => ({ head, i })).slice(1).filter(({ head }) => head.dataset["undrawn"] === undefined);
  return {
    categories: rows.map((row) => row.cells[0]!.textContent.trim()),
    series: heads.map(({ head, i }) => ({
      name: head.textContent.trim(),
      isBefore: head.dataset["before"] !== undefined,
      values: rows.map((row) => {
        const value = row.cells[i]?.dataset["value"];
        return value === undefined ? null : Number(value);
      }),
    })),
  };
}

/** How the figures are written: as the table beside the picture has them. */
function writing(figure: HTMLElement): (value: number) => string {
  const numbers = new Intl.NumberFormat(figure.dataset["locale"], { maximumFractionDigits: 2 });
  return (value) => numbers.format(value) + (figure.dataset["unit"] ?? "");
}

function options({ categories, series }: Figures, kind: string, write: (value: number) => string, isLinked: boolean, theme: CSSStyleDeclaration): EChartsCoreOption {
  const [accent, grey, quiet, line] = ["--color-primary", "--color-base-300", "--color-quiet", "--color-line"].map((name) => theme.getPropertyValue(name).trim());
  const text = { color: quiet, fontFamily: theme.fontFamily, fontSize: 12 };
  const isLying = kind === "bars";
  const names = { type: "category", data: categories, axisTick: { show: false }, axisLine: { lineStyle: { color: line } }, axisLabel: isLying ? { ...text, width: 160, overflow: "truncate" } : text };
  const values = { type: "value", splitLine: { lineStyle: { color: line } }, axisLabel: { ...text, formatter: write }, splitNumber: 4, minInterval: 1 };
  const first = series.find((one) => !one.isBefore);
  return {
    // A picture that grows says nothing more, and is drawn a dozen times.
    animation: false,
    // Names stand on the lines and the bars themselves; a legend would be looked up.
    grid: { left: 8, right: kind === "line" ? 72 : isLying ? 56 : 8, top: 16, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: isLying ? { ...values, show: false } : { ...names, boundaryGap: kind !== "line" },
    yAxis: isLying ? { ...names, inverse: true, axisLine: { show: false } } : values,
    // The period before lies behind.
    series: [...series].sort((a, b) => Number(b.isBefore) - Number(a.isBefore)).map((one) => ({
      name: one.name,
      type: kind === "line" ? "line" : "bar",
      data: one.values,
      color: one.isBefore ? grey : accent,
      barMaxWidth: 22,
      barGap: "15%",
      itemStyle: { borderRadius: 3 },
      lineStyle: { width: one.isBefore ? 1.5 : 2, type: one === first || one.isBefore ? "solid" : "dashed" },
      labelLayout: { moveOverlap: "shiftY" },
      showSymbol: false,
      silent: kind === "line" || !isLinked,
      cursor: "pointer",
      endLabel: { show: kind === "line", formatter: "{a}", ...text },
      label: { show: kind !== "line" && !one.isBefore, position: isLying ? "right" : "top", formatter: ({ value }: { value: number | null }) => (value === null ? "" : write(value)), ...text },
    })),
  };
}
