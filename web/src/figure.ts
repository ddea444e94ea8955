/** A series of figures: the one that stands and why, all of them on a chart with their ranges, and as a table. */

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type * as api from "./api";
import { h } from "./dom";
import { day, link, reasons, settled, to, type Desk } from "./parts";
import { PALETTE, UNKNOWN } from "./sides";

const DAY = 86_400;

/** `alone`: it stands under a heading of its own. */
export function figure(series: api.Series, desk: Desk, alone = false): HTMLElement {
  const { kept, later } = settled(series.counts, (one) => one.claim, desk);
  const voices = [...new Set(series.counts.map((count) => count.voice))];
  const colour = (count: api.Count): string => PALETTE[voices.indexOf(count.voice)] ?? UNKNOWN;
  const place = h("div", { class: "chart", role: "img", "aria-label": "Figures by day and voice, with their ranges; the table below has the same" });
  requestAnimationFrame(() => chart(place, kept, colour));
  return h("section", { class: "series" },
    h(alone ? "p" : "h4", {}, !alone && to(`figure:${series.current}`, desk, series.text), h("span", { class: alone ? "" : "sort" }, series.of)),
    reasons(series.reasons, desk),
    later, place,
    h("div", { class: "wide", tabindex: 0, "aria-label": "All counts" }, h("table", {}, h("thead", {}, h("tr", {}, ["Said", "By", "Low", "Best", "High", "Words"].map((name) => h("th", {}, name)))),
      h("tbody", {}, kept.map((count) => h("tr", { class: count.revised_by ? "revised" : count.claim === series.current ? "stands" : "" },
        h("td", { class: "day" }, day(count.said)), h("td", {}, h("span", { class: "dot", style: `background:${colour(count)}` }), to(`source:${count.voice}`, desk, count.voice)),
        [count.low, count.best, count.high].map((value) => h("td", { class: "number" }, value === null ? "–" : value.toLocaleString("en-GB"))),
        h("td", {}, link(count.claim, desk, count.words), count.claim === series.current && " stands", count.revised_by ? [" revised by ", link(count.revised_by, desk)] : null)))))),
  );
} // prettier-ignore

/** Each count a dot and a bar as long as its range, in the colour of its voice; what was revised is hollow. */
function chart(place: HTMLElement, counts: api.Count[], colour: (count: api.Count) => string): void {
  const shown = counts.filter((one) => one.said && (one.best ?? one.low ?? one.high) !== null).sort((one, other) => one.said!.localeCompare(other.said!));
  if (shown.length < 2 || !place.isConnected) return;
  const moments = shown.map((one) => Date.parse(one.said!) / 1000);
  const lows = shown.map((one) => (one.low ?? one.best ?? one.high)!);
  const highs = shown.map((one) => (one.high ?? one.best ?? one.low)!);
  const ink = getComputedStyle(place).color;
  const draw = (plot: uPlot): void => {
    const pen = plot.ctx;
    const last = new Map<string, [number, number]>();
    shown.forEach((one, index) => {
      const x = plot.valToPos(moments[index]!, "x", true);
      const [low, high, best] = [lows[index]!, highs[index]!, one.best ?? (lows[index]! + highs[index]!) / 2].map((value) => plot.valToPos(value, "y", true)) as [number, number, number];
      const before = last.get(one.voice);
      const radius = 4 * devicePixelRatio;
      pen.strokeStyle = pen.fillStyle = colour(one);
      pen.lineWidth = devicePixelRatio;
      pen.beginPath();
      if (before) pen.moveTo(...before);
      if (before) pen.lineTo(x, best);
      pen.stroke();
      pen.lineWidth = 3 * devicePixelRatio;
      pen.beginPath();
      pen.moveTo(x, low);
      pen.lineTo(x, high);
      pen.stroke();
      if (one.best === null && (one.low === null || one.high === null)) open(pen, x, best, one.high === null ? -1 : 1);
      pen.beginPath();
      pen.arc(x, best, radius, 0, 2 * Math.PI);
      if (one.revised_by) pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--ground");
      pen.lineWidth = 1.5 * devicePixelRatio;
      pen.fill();
      pen.stroke();
      last.set(one.voice, [x, best]);
    });
  };
  const spread = Math.max(...highs) - Math.min(...lows) || Math.max(...highs) * 0.2 || 1;
  new uPlot(
    {
      width: Math.max(place.clientWidth, 260), height: 170, legend: { show: false }, cursor: { show: false },
      scales: { x: { range: [moments[0]! - DAY, moments.at(-1)! + DAY] }, y: { range: [Math.max(0, Math.min(...lows) - spread * 0.15), Math.max(...highs) + spread * 0.15] } },
      axes: [
        { stroke: ink, grid: { show: false }, incrs: [DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY, 365 * DAY], values: (_, ticks) => ticks.map((tick) => day(new Date(tick * 1000).toISOString()).replace(/ \d{4}$/, "")) },
        { stroke: ink, size: 64, grid: { stroke: "rgba(128,128,128,0.2)" }, values: (_, ticks) => ticks.map((tick) => tick.toLocaleString("en-GB")) },
      ],
      series: [{}, { show: true, stroke: "transparent", points: { show: false } }, { show: true, stroke: "transparent", points: { show: false } }],
      hooks: { draw: [draw] },
      tzDate: (moment) => uPlot.tzDate(new Date(moment * 1000), "Etc/UTC"),
    },
    [moments, lows, highs],
    place,
  ); // prettier-ignore
}

/** An arrow up for "at least", down for "at most". */
function open(pen: CanvasRenderingContext2D, x: number, y: number, way: number): void {
  const long = 14 * devicePixelRatio;
  pen.lineWidth = 1.5 * devicePixelRatio;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x, y + way * long);
  pen.moveTo(x - long / 4, y + way * long * 0.7);
  pen.lineTo(x, y + way * long);
  pen.lineTo(x + long / 4, y + way * long * 0.7);
  pen.stroke();
}
