/** The ledger: the claims in view as a table that only draws the rows on screen, and fetches their words when they are. */

import type * as api from "./api";
import { span } from "./days";
import { announce, fill, h } from "./dom";
import { badge, CREDIBILITY, day } from "./parts";
import type { Store } from "./state";
import type { Words } from "./words";

const ROW = 34;
const AHEAD = 8;
const SETTLED_MS = 150;
const COLUMNS: [string, string][] = [
  ["happened", "Happened"], ["kind", "What"], ["place", "Where"], ["standing", "Standing"], ["source", "According to"], ["grade", "Grade"], ["said", "Said"],
]; // prettier-ignore

export class Table {
  readonly element: HTMLElement;
  private readonly head = h("div", { class: "head", role: "row" });
  private readonly space = h("div", { class: "space", role: "rowgroup" });
  private columns: api.Columns | null = null;
  private rows: Int32Array = new Int32Array();
  private active = 0;
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: Store,
    private readonly words: Words,
  ) {
    this.element = h("div", {
      class: "table", role: "grid", tabindex: 0, "aria-label": "Claims in view", "aria-colcount": COLUMNS.length + 1,
      keydown: (event: KeyboardEvent) => this.key(event), scroll: () => this.soon(),
    }, this.head, this.space); // prettier-ignore
    new ResizeObserver(() => this.soon()).observe(this.element);
  }

  show(columns: api.Columns, rows: Int32Array): void {
    this.columns = columns;
    this.rows = rows;
    this.active = Math.min(this.active, Math.max(rows.length - 1, 0));
    this.element.setAttribute("aria-rowcount", String(rows.length + 1));
    this.space.style.height = `${rows.length * ROW}px`;
    this.titles();
    this.soon();
  }

  private titles(): void {
    const { sort } = this.store.state;
    fill(this.head, COLUMNS.map(([key, title]) => {
      const way = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
      const next = sort === key ? `-${key}` : key;
      return h("div", { role: "columnheader", class: key, "aria-sort": way },
        h("button", { type: "button", click: () => this.store.set({ sort: next }) }, title, way === "ascending" ? " ▲" : way === "descending" ? " ▼" : ""));
    }), h("div", { role: "columnheader", class: "words" }, "Words")); // prettier-ignore
  }

  private soon(): void {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.frame = 0;
    const columns = this.columns;
    if (!columns) return;
    const first = Math.max(0, Math.floor(this.element.scrollTop / ROW) - AHEAD);
    const last = Math.min(this.rows.length, Math.ceil((this.element.scrollTop + this.element.clientHeight) / ROW) + AHEAD);
    const shown = [...this.rows.subarray(first, last)];
    fill(this.space, shown.map((row, index) => this.row(columns, row, first + index)));
    this.later(shown.map((row) => columns.id[row]!));
  }

  private row(columns: api.Columns, row: number, index: number): HTMLElement {
    const id = columns.id[row]!;
    const places = Array.from(columns.place.slice(columns.place_from[row], columns.place_from[row + 1]), (at) => columns.places[at]!.name);
    const standing = columns.standings[columns.standing[row]!]!;
    const cell = (name: string, text: string): HTMLElement => h("div", { role: "gridcell", class: name, title: text }, text);
    return h("div", {
      role: "row", id: `row-${index}`, class: `row${index === this.active ? " active" : ""}`, "aria-rowindex": index + 2, style: `top:${index * ROW}px`,
      "aria-selected": String(this.store.state.open === `claim:${id}`), click: () => this.choose(index),
    },
      cell("happened", span(columns.first[row]!, columns.last[row]!)),
      cell("kind", `${columns.kinds[columns.kind[row]!]} · ${columns.types[columns.type[row]!]}`),
      cell("place", [...new Set(places)].join(", ") || "—"),
      h("div", { role: "gridcell", class: "standing" }, badge(standing)),
      cell("source", columns.sources[columns.source[row]!] ?? "—"),
      h("div", { role: "gridcell", class: "grade", title: CREDIBILITY[columns.grade[row]!] ?? "" }, columns.grade[row] ? String(columns.grade[row]) : "—"),
      cell("said", day(columns.documents[columns.document[row]!]?.published ?? null)),
      cell("words", this.words.get(id) ?? "…"),
    ); // prettier-ignore
  }

  /** Words are fetched when the rows have come to rest, not for every row that scrubbing passes. */
  private later(ids: string[]): void {
    clearTimeout(this.timer);
    if (ids.every((id) => this.words.get(id))) return;
    this.timer = setTimeout(() => void this.words.fetch(ids).then(() => this.soon()), this.words.empty ? 0 : SETTLED_MS);
  }

  private choose(index: number): void {
    this.active = index;
    const id = this.columns?.id[this.rows[index]!];
    if (id) this.store.set({ open: `claim:${id}` });
    this.soon();
  }

  private key(event: KeyboardEvent): void {
    const room = this.element.clientHeight - this.head.clientHeight;
    const page = Math.floor(room / ROW) - 1;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.target instanceof HTMLButtonElement) return;
    if (event.key === "Enter") return this.choose(this.active);
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.active = Math.max(0, Math.min(this.rows.length - 1, this.active + step));
    const top = this.active * ROW;
    if (top < this.element.scrollTop) this.element.scrollTop = top;
    if (top + ROW > this.element.scrollTop + room) this.element.scrollTop = top + ROW - room;
    this.element.setAttribute("aria-activedescendant", `row-${this.active}`);
    const row = this.rows[this.active];
    if (row !== undefined && this.columns) announce(`${this.active + 1} of ${this.rows.length}: ${this.words.get(this.columns.id[row]!) ?? ""}`);
    this.soon();
  }
}
