/** The strip of time: how many claims of which kind happened on each day, and the handles for "happened" and "known". */

import { isoOf, words } from "./days";
import { fill, h } from "./dom";
import type { Extent } from "./select";
import type { State, Store } from "./state";

const KIND_COLOURS: Record<string, string> = {
  control: "#0072b2", violence: "#d55e00", casualties: "#a02c2c", displacement: "#7b2d8b", movement: "#333f48", diplomacy: "#009e73",
  aid: "#2a9d8f", authority: "#8c6d1f", statement: "#9aa5ad", relation: "#56b4e9", asset: "#b0722a", hardship: "#cc79a7",
  unrest: "#e69f00", assessment: "#5b6b8c",
}; // prettier-ignore
const BACKS: [string, number | null][] = [["all before", null], ["1 day", 1], ["3 days", 3], ["7 days", 7], ["30 days", 30]];
const PLAY_MS = 400;
const MOST_STEPS = 150;

export class Strip {
  readonly element: HTMLElement;
  private readonly canvas = h("canvas", {
    class: "density", role: "img", "aria-label": "Claims by day and kind", mousemove: (event: MouseEvent) => this.point(event),
    click: (event: MouseEvent) => this.move(this.dayAt(event)),
  }); // prettier-ignore
  private readonly happened = h("input", { type: "range", step: 1, id: "happened", input: () => this.scrub() });
  private readonly known = h("input", { type: "range", step: 1, id: "known", change: () => this.recall() });
  private readonly play = h("button", { type: "button", "aria-pressed": "false", click: () => this.toggle() }, "▶ Play");
  private readonly back = h("select", { "aria-label": "How far back", change: () => this.reach() }, BACKS.map(([name, days]) => h("option", { value: days ?? "" }, name)));
  private readonly happenedWords = h("output");
  private readonly knownWords = h("output");
  private timer: ReturnType<typeof setInterval> | null = null;
  private extent: Extent = { first: 0, last: 0 };
  private knownExtent: Extent = { first: 0, last: 0 };
  private counts: Uint16Array[] = [];
  private kinds: string[] = [];
  private room = { width: 0, height: 0 };
  private bars: { of: Uint16Array[]; canvas: HTMLCanvasElement } | null = null;

  constructor(private readonly store: Store) {
    this.element = h("section", { class: "strip", "aria-label": "Time" },
      h("div", { class: "row" }, this.play, h("label", { for: "happened" }, "Happened up to ", this.happenedWords), this.happened, h("label", {}, "showing ", this.back)),
      this.canvas,
      h("div", { class: "row" }, h("label", { for: "known" }, "Known at ", this.knownWords), this.known, h("button", { type: "button", click: () => store.set({ known: null, day: null, back: null }) }, "Now")),
    ); // prettier-ignore
    new ResizeObserver(([entry]) => {
      this.room = entry!.contentRect;
      this.paint();
    }).observe(this.canvas);
  }

  /** What there is to scrub over. */
  load(kinds: string[], counts: Uint16Array[], extent: Extent, known: Extent): void {
    Object.assign(this, { kinds, counts, extent, knownExtent: known });
    this.happened.min = String(extent.first);
    this.happened.max = String(extent.last);
    this.known.min = String(known.first);
    this.known.max = String(known.last);
    this.draw(this.store.state);
  }

  draw(state: State): void {
    const day = state.day ?? this.extent.last;
    const known = state.known ? Math.floor(Date.parse(state.known) / 86_400_000) : this.knownExtent.last;
    this.happened.value = String(day);
    this.known.value = String(known);
    this.happened.setAttribute("aria-valuetext", words(day));
    this.known.setAttribute("aria-valuetext", words(known));
    fill(this.happenedWords, state.day === null ? "now" : words(day));
    fill(this.knownWords, state.known ? words(known) : "now");
    this.back.value = state.back === null ? "" : String(state.back);
    this.paint();
  }

  private scrub(): void {
    this.move(Number(this.happened.value));
  }

  private move(day: number): void {
    this.store.set({ day: day >= this.extent.last ? null : day }, false);
  }

  private dayAt(event: MouseEvent): number {
    const days = this.extent.last - this.extent.first + 1;
    return this.extent.first + Math.min(Math.floor((event.offsetX / this.room.width) * days), days - 1);
  }

  /** Says what happened on the day under the pointer. */
  private point(event: MouseEvent): void {
    const day = this.dayAt(event);
    const told = this.kinds.flatMap((kind, index) => (this.counts[index]?.[day - this.extent.first] ? [`${kind} ${this.counts[index]![day - this.extent.first]}`] : []));
    this.canvas.title = `${words(day)}: ${told.join(", ") || "nothing told"}`;
  }

  private recall(): void {
    const day = Number(this.known.value);
    this.store.set({ known: day >= this.knownExtent.last ? null : `${isoOf(day)}T23:59:59Z` });
  }

  private reach(): void {
    const back = this.back.value ? Number(this.back.value) : null;
    this.store.set({ back, day: back !== null ? (this.store.state.day ?? this.extent.last) : this.store.state.day });
  }

  private toggle(): void {
    if (this.timer !== null) {
      clearInterval(this.timer);
      this.timer = null;
    } else {
      if (this.store.state.day === null) this.store.set({ day: this.extent.first }, false);
      this.timer = setInterval(() => this.step(), PLAY_MS);
    }
    this.play.setAttribute("aria-pressed", String(this.timer !== null));
    fill(this.play, this.timer !== null ? "❚❚ Pause" : "▶ Play");
  }

  private step(): void {
    const next = (this.store.state.day ?? this.extent.first) + Math.ceil((this.extent.last - this.extent.first) / MOST_STEPS);
    if (next >= this.extent.last) this.toggle();
    this.move(next);
  }

  /** The bars, drawn anew only where they or their room have changed. */
  private painted(width: number, height: number, ratio: number): HTMLCanvasElement {
    if (this.bars && this.bars.of === this.counts && this.bars.canvas.width === Math.round(width * ratio)) return this.bars.canvas;
    const canvas = h("canvas", { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.scale(ratio, ratio);
    const days = this.extent.last - this.extent.first + 1;
    const totals = Array.from({ length: days }, (_, day) => this.counts.reduce((sum, counts) => sum + counts[day]!, 0));
    const most = Math.max(1, ...totals);
    const wide = width / days;
    for (let day = 0; day < days; day++) {
      let top = height;
      this.counts.forEach((counts, kind) => {
        const tall = (Math.sqrt(totals[day]! / most) * (height - 4) * counts[day]!) / (totals[day]! || 1);
        pen.fillStyle = KIND_COLOURS[this.kinds[kind]!] ?? "#8a8f98";
        pen.fillRect(day * wide, top - tall, Math.max(wide - 0.5, 0.5), tall);
        top -= tall;
      });
    }
    this.bars = { of: this.counts, canvas };
    return canvas;
  }

  private paint(): void {
    const { width, height } = this.room;
    if (!width || !this.counts.length) return;
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const pen = this.canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.drawImage(this.painted(width, height, ratio), 0, 0);
    pen.scale(ratio, ratio);
    const wide = width / (this.extent.last - this.extent.first + 1);
    const { day, back } = this.store.state;
    pen.fillStyle = "rgba(120,130,140,0.35)";
    if (day !== null) pen.fillRect((day - this.extent.first + 1) * wide, 0, width, height);
    if (day !== null && back !== null) pen.fillRect(0, 0, Math.max(0, (day - back + 1 - this.extent.first) * wide), height);
  }
}
