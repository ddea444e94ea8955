/** The history of a place, a party, a source or a figure: who has it, whose word that is, figures with their revisions. */

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type * as api from "./api";
import { link, reasons, voices } from "./claim";
import { fill, h } from "./dom";
import type { Holding } from "./select";
import { named, swatch, UNKNOWN } from "./sides";

type Open = (key: string) => void;

/** Everything a dossier may be drawn from. */
export interface Shelf {
  columns: api.Columns;
  control: api.Control[];
  holdings: Holding[];
  colours: Map<string, string>;
}

function when(since: api.Since | null): string {
  if (!since) return "now";
  if (!since.first) return `by ${since.last?.slice(0, 10) ?? "?"}`;
  return since.first.slice(0, 10) + (since.last && since.last.slice(0, 10) !== since.first.slice(0, 10) ? `–${since.last.slice(0, 10)}` : "");
}

/** The states of a place, newest first, each with its voices and what would change it. */
export function spells(timeline: api.Timeline, colours: Map<string, string>, open: Open): HTMLElement {
  return h("ol", { class: "spells" }, [...timeline.spells].reverse().map((spell) => h("li", {},
    swatch({ colour: (spell.side && colours.get(spell.side)) || UNKNOWN, certainty: spell.certainty }),
    h("strong", {}, `${spell.state} · ${named(spell.side)}`), spell.part && ` (${spell.part})`, ` — ${spell.certainty}, since ${when(spell.since)}${spell.until ? `, until ${when(spell.until)}` : ""}`,
    reasons(spell.reasons, open),
    h("details", {}, h("summary", {}, `${spell.voices.length} voice${spell.voices.length === 1 ? "" : "s"}, ${spell.claims.length} claims`), voices(spell.voices), h("p", {}, spell.claims.map((id) => [link(id, open), " "]))),
    spell.against.length > 0 && h("p", { class: "against" }, "Against it: ", spell.against.map((id) => [link(id, open), " "])),
    spell.change.length > 0 && h("p", { class: "why" }, `What would change it: ${spell.change.join("; ")}`),
  )));
} // prettier-ignore

/** One series: the figure that stands, why, a chart of all of them, and the table behind the chart. */
export function figure(series: api.Series, open: Open): HTMLElement {
  const place = h("div", { class: "chart" });
  requestAnimationFrame(() => chart(place, series));
  const best = series.best !== null ? String(series.best) : `${series.low ?? "?"}–${series.high ?? "?"}`;
  return h("section", { class: "series" },
    h("h4", {}, `${series.measure}${series.population ? ` · ${series.population}` : ""}: ${best}`, h("span", { class: "sort" }, `${series.counting}, ${series.scope.words ?? series.scope.kind}`)),
    reasons(series.reasons, open),
    place,
    h("table", {}, h("thead", {}, h("tr", {}, ["Said", "By", "Low", "Best", "High", "Words"].map((name) => h("th", {}, name)))),
      h("tbody", {}, series.counts.map((count) => h("tr", { class: count.revised_by ? "revised" : "" },
        h("td", {}, count.said?.slice(0, 10) ?? "undated"), h("td", {}, count.voice), h("td", {}, count.low ?? "–"), h("td", {}, count.best ?? "–"), h("td", {}, count.high ?? "–"),
        h("td", {}, link(count.claim, open, count.words), count.revised_by ? [" revised by ", link(count.revised_by, open)] : null))))),
  );
} // prettier-ignore

function chart(place: HTMLElement, series: api.Series): void {
  const counts = series.counts.filter((count) => count.said && (count.best ?? count.low ?? count.high) !== null);
  const moments = [...new Set(counts.map((count) => Date.parse(count.said!) / 1000))].sort((one, other) => one - other);
  if (moments.length < 2 || !place.isConnected) return;
  const at = (pick: (count: api.Count) => number | null): (number | null)[] =>
    moments.map((moment) => {
      const last = counts.filter((count) => Date.parse(count.said!) / 1000 === moment).at(-1)!;
      return pick(last);
    });
  const middle = (count: api.Count): number | null => count.best ?? (count.low !== null && count.high !== null ? (count.low + count.high) / 2 : (count.low ?? count.high));
  const ink = getComputedStyle(place).color;
  new uPlot(
    {
      width: Math.max(place.clientWidth, 260), height: 150, legend: { show: false }, cursor: { drag: { setScale: false } },
      axes: [{ stroke: ink, grid: { show: false } }, { stroke: ink, size: 60 }],
      series: [
        {},
        { label: "low", stroke: "transparent" },
        { label: "high", stroke: "transparent" },
        { label: "best", stroke: "#0072b2", width: 2, points: { show: true, size: 7 } },
      ],
      bands: [{ series: [2, 1], fill: "rgba(0,114,178,0.18)" }],
    },
    [moments, at((count) => count.low ?? middle(count)), at((count) => count.high ?? middle(count)), at(middle)],
    place,
  ); // prettier-ignore
}

/** The dossier of a place by its key. */
export function placeDossier(key: string, { timeline, series: figures }: api.PlaceFile, shelf: Shelf, open: Open, narrow: (place: string) => void): HTMLElement {
  const place = shelf.columns.places.find((one) => one.key === key);
  const name = place?.name ?? timeline?.spot.name ?? key;
  return h("article", { class: "dossier" },
    h("h2", {}, name, h("span", { class: "sort" }, [place?.admin1, place?.country, place?.precision].filter(Boolean).join(", "))),
    place?.lat === null && h("p", { class: "why" }, "No coordinates are known; its claims are in the tray."),
    h("p", {}, h("button", { type: "button", click: () => narrow(name) }, "Show only its claims")),
    h("h3", {}, "Control"), timeline ? spells(timeline, shelf.colours, open) : h("p", {}, "No claim says who has it."),
    h("h3", {}, "Figures"), figures.length ? figures.map((one) => figure(one, open)) : h("p", {}, "No figures for this place."),
    h("h3", {}, "Claims"), list(shelf.columns, rowsAt(shelf.columns, key), open),
  );
} // prettier-ignore

function rowsAt(columns: api.Columns, key: string): number[] {
  const place = columns.places.findIndex((one) => one.key === key);
  return rows(columns, columns.place, columns.place_from, place);
}

function rows(columns: api.Columns, values: Int32Array, from: Int32Array, wanted: number): number[] {
  const found: number[] = [];
  columns.id.forEach((_, row) => {
    for (let at = from[row]!; at < from[row + 1]!; at++) if (values[at] === wanted && found.at(-1) !== row) found.push(row);
  });
  return found;
}

const LISTED = 200;

function list(columns: api.Columns, found: number[], open: Open): HTMLElement {
  const newest = found.sort((one, other) => columns.said[other]! - columns.said[one]!);
  return h("div", {},
    h("p", { class: "sort" }, `${found.length} claims${found.length > LISTED ? `, the newest ${LISTED} here` : ""}`),
    h("ul", { class: "listed" }, newest.slice(0, LISTED).map((row) => h("li", {},
      `${columns.documents[columns.document[row]!]?.published?.slice(0, 10) ?? "undated"} `,
      link(columns.id[row]!, open, `${columns.kinds[columns.kind[row]!]} · ${columns.types[columns.type[row]!]}`),
      ` ${columns.standings[columns.standing[row]!]}, ${columns.sources[columns.source[row]!] ?? "nobody named"}`))),
  );
} // prettier-ignore

/** The dossier of a party or a source by its name: all its claims, and of a party the places it is said to have. */
export function nameDossier(sort: "party" | "source", name: string, shelf: Shelf, open: Open): HTMLElement {
  const { columns } = shelf;
  const index = (sort === "party" ? columns.parties : columns.sources).indexOf(name);
  const found = sort === "party" ? rows(columns, columns.party, columns.party_from, index) : columns.id.flatMap((_, row) => (columns.source[row] === index ? [row] : []));
  const held = sort === "party" ? shelf.control.filter((one) => one.states.at(-1)?.side?.toLowerCase() === name.toLowerCase()) : [];
  return h("article", { class: "dossier" },
    h("h2", {}, name, h("span", { class: "sort" }, sort)),
    held.length > 0 && [h("h3", {}, "Places it is said to have now"), h("p", {}, held.map((one) => [h("button", { type: "button", class: "link", click: () => open(`place:${one.key}`) }, one.name), " "]))],
    h("h3", {}, "Claims"), list(columns, found, open),
  );
} // prettier-ignore

/** What no place on the map holds: counted, and listed while it is open. */
export class Tray {
  private readonly summary = h("summary");
  private readonly body = h("div", { class: "listed" });
  readonly element = h("details", { class: "tray", toggle: () => this.draw() }, this.summary, this.body);
  private shown: { columns: api.Columns; unplaced: number[] } | null = null;

  constructor(private readonly open: Open) {}

  show(columns: api.Columns, unplaced: number[]): void {
    this.shown = { columns, unplaced };
    fill(this.summary, `${unplaced.length} claims without a place on the map`);
    if (this.element.open) this.draw();
  }

  private draw(): void {
    if (this.element.open && this.shown) fill(this.body, list(this.shown.columns, [...this.shown.unplaced], this.open));
  }
}
