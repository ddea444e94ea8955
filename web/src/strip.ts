/** The strip of time: how many claims of which kind happened on each day, and the handles for "happened" and "known". */

import { isoOf, ticks, words } from "./days";
import { fill, h } from "./dom";
import type { Extent } from "./select";
import type { State, Store } from "./state";

const KIND_COLOURS: Record<string, string> = {
  control: "#0072b2", violence: "#d55e00", casualties: "#a02c2c", displacement: "#7b2d8b", movement: "#333f48", diplomacy: "#009e73",
  aid: "#2a9d8f", authority: "#8c6d1f", statement: "#9aa5ad", relation: "#56b4e9", asset: "#b0722a", hardship: "#cc79a7",
  unrest: "#e69f00", assessment: "#5b6b8c",
}; // prettier-ignore
const OTHER = "#8a8f98";
const BACKS: [string, number | null][] = [["all before", null], ["1 day", 1], ["3 days", 3], ["7 days", 7], ["30 days", 30]];
const PLAY_MS = 400;
const MOST_STEPS = 150;
/** Half of a handle: how far from both ends of its track a handle stands on the first and the last day. */
const END = 8;
const AXIS = 15;
const LABEL_PX = 84;

export class Strip {
  readonly element: HTMLElement;
  private readonly canvas = h("canvas", {
    class: "density", role: "img", "aria-label": "Claims by day and kind", mousemove: (event: MouseEvent) => this.point(event),
    click: (event: MouseEvent) => this.move(this.dayAt(event)),
  }); // prettier-ignore
  private readonly happened = h("input", { type: "range", step: 1, id: "happened", input: () => this.move(Number(this.happened.value)) });
  private readonly known = h("input", { type: "range", step: 1, id: "known", input: () => this.name(this.knownDay()), change: () => this.recall() });
  private readonly play = h("button", { type: "button", "aria-pressed": "false", click: () => this.toggle() }, "▶ Play");
  private readonly back = h("select", { "aria-label": "How far back", change: () => this.reach() }, BACKS.map(([name, days]) => h("option", { value: days ?? "" }, name)));
  private readonly happenedWords = h("output");
  private readonly knownWords = h("output");
  private readonly key = h("ul", { class: "kinds", "aria-label": "Colours of the strip" });
  private timer: ReturnType<typeof setInterval> | null = null;
  private extent: Extent = { first: 0, last: 0 };
  private knownExtent: Extent = { first: 0, last: 0 };
  private counts: Uint16Array[] = [];
  private kinds: string[] = [];
  private room = { width: 0, height: 0 };
  private bars: { of: Uint16Array[]; ink: string; canvas: HTMLCanvasElement } | null = null;

  constructor(private readonly store: Store) {
    this.element = h("section", { class: "strip", "aria-label": "Time" },
      h("div", { class: "row" }, this.play, h("label", { for: "happened" }, "Happened up to ", this.happenedWords), h("label", {}, "showing ", this.back)),
      this.happened, this.canvas, this.known,
      h("div", { class: "row" }, h("label", { for: "known" }, "Known at ", this.knownWords), h("button", { type: "button", title: "Both handles to the end", click: () => store.set({ known: null, day: null, back: null }) }, "Now"), this.key),
    ); // prettier-ignore
    new ResizeObserver(([entry]) => {
      this.room = entry!.contentRect;
      this.paint();
    }).observe(this.canvas);
  }

  /** What there is to scrub over; both handles move along the same days, so that they stand under and over the bars. */
  load(kinds: string[], counts: Uint16Array[], extent: Extent, known: Extent): void {
    Object.assign(this, { kinds, counts, extent, knownExtent: known });
    for (const handle of [this.happened, this.known]) {
      handle.min = String(extent.first);
      handle.max = String(extent.last);
    }
    fill(this.key, kinds.flatMap((kind, index) => (counts[index]?.some(Boolean) ? [h("li", {}, h("span", { class: "dot", style: `background:${KIND_COLOURS[kind] ?? OTHER}` }), kind)] : [])));
    this.draw(this.store.state);
  }

  draw(state: State): void {
    const day = state.day ?? this.extent.last;
    const known = state.known ? Math.floor(Date.parse(state.known) / 86_400_000) : this.extent.last;
    this.happened.value = String(day);
    this.known.value = String(known);
    this.happened.setAttribute("aria-valuetext", words(day));
    fill(this.happenedWords, state.day === null ? "now" : words(day));
    this.name(state.known ? known : null);
    this.back.value = state.back === null ? "" : String(state.back);
    this.paint();
  }

  /** Say which day the handle of "known at" stands on, also while it is moved. */
  private name(day: number | null): void {
    this.known.setAttribute("aria-valuetext", day === null ? "now" : words(day));
    fill(this.knownWords, day === null ? "now" : words(day));
  }

  /** The day that "known at" is set to; null: all that is known now. */
  private knownDay(): number | null {
    const day = Math.max(Number(this.known.value), this.knownExtent.first);
    return day >= Math.min(this.knownExtent.last, this.extent.last) ? null : day;
  }

  private move(day: number): void {
    this.store.set({ day: day >= this.extent.last ? null : day }, false);
  }

  private dayAt(event: MouseEvent): number {
    const along = (event.offsetX - END) / (this.room.width - 2 * END);
    return Math.round(this.extent.first + Math.min(Math.max(along, 0), 1) * (this.extent.last - this.extent.first));
  }

  /** Says what happened on the day under the pointer. */
  private point(event: MouseEvent): void {
    const day = this.dayAt(event);
    const told = this.kinds.flatMap((kind, index) => (this.counts[index]?.[day - this.extent.first] ? [`${kind} ${this.counts[index]![day - this.extent.first]}`] : []));
    this.canvas.title = `${words(day)}: ${told.join(", ") || "nothing told"}`;
  }

  private recall(): void {
    const day = this.knownDay();
    this.store.set({ known: day === null ? null : `${isoOf(day)}T23:59:59Z` });
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

  /** Where the middle of a day lies. */
  private at(day: number): number {
    return END + ((day - this.extent.first) / Math.max(this.extent.last - this.extent.first, 1)) * (this.room.width - 2 * END);
  }

  private get dayWide(): number {
    return (this.room.width - 2 * END) / Math.max(this.extent.last - this.extent.first, 1);
  }

  /** The bars and their axis, drawn anew only where they or their room have changed. */
  private painted(ratio: number): HTMLCanvasElement {
    const { width, height } = this.room;
    const ink = getComputedStyle(this.canvas).color;
    if (this.bars && this.bars.of === this.counts && this.bars.ink === ink && this.bars.canvas.width === Math.round(width * ratio)) return this.bars.canvas;
    const canvas = h("canvas", { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.scale(ratio, ratio);
    const days = this.extent.last - this.extent.first + 1;
    const totals = Array.from({ length: days }, (_, day) => this.counts.reduce((sum, counts) => sum + counts[day]!, 0));
    const most = Math.max(1, ...totals);
    const [foot, wide] = [height - AXIS, Math.min(this.dayWide, 2 * END)];
    for (let day = 0; day < days; day++) {
      let top = foot;
      const left = this.at(this.extent.first + day) - wide / 2;
      this.counts.forEach((counts, kind) => {
        const tall = (Math.sqrt(totals[day]! / most) * (foot - 2) * counts[day]!) / (totals[day]! || 1);
        pen.fillStyle = KIND_COLOURS[this.kinds[kind]!] ?? OTHER;
        pen.fillRect(left, top - tall, Math.max(wide - 0.5, 0.5), tall);
        top -= tall;
      });
    }
    this.dates(pen, foot, ink);
    this.bars = { of: this.counts, ink, canvas };
    return canvas;
  }

  private dates(pen: CanvasRenderingContext2D, foot: number, ink: string): void {
    pen.fillStyle = pen.strokeStyle = ink;
    pen.font = "11px system-ui, sans-serif";
    pen.textBaseline = "bottom";
    pen.fillRect(END, foot, this.room.width - 2 * END, 0.5);
    for (const [day, name] of ticks(this.extent.first, this.extent.last, (this.room.width - 2 * END) / LABEL_PX)) {
      const x = this.at(day);
      const long = pen.measureText(name).width;
      pen.fillRect(x, foot, 1, 3);
      pen.fillText(name, Math.min(Math.max(x - long / 2, 0), this.room.width - long), foot + AXIS);
    }
  }

  private paint(): void {
    const { width, height } = this.room;
    if (!width || !this.counts.length) return;
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const pen = this.canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.drawImage(this.painted(ratio), 0, 0);
    pen.scale(ratio, ratio);
    const { day, back } = this.store.state;
    pen.fillStyle = "rgba(120,130,140,0.35)";
    if (day === null) return;
    const right = this.at(day) + this.dayWide / 2;
    pen.fillRect(right, 0, width - right, height - AXIS);
    if (back !== null) pen.fillRect(0, 0, Math.max(0, this.at(day - back + 1) - this.dayWide / 2), height - AXIS);
  }
}
