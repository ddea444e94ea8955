/** The fields above the map that narrow what is in view, each with what may be chosen in it. */

import type { Columns } from "./api";
import { fill, h } from "./dom";
import { CREDIBILITY } from "./parts";
import { FILTERS, type Filter, type Store } from "./state";

const HINTS: Partial<Record<Filter, string>> = { text: "words", party: "party", place: "place", source: "source" };
const GRADES = ["1", "2", "3", "4", "5", "6"];
const MOST_OFFERED = 300;

export class Filters {
  readonly element = h("form", { class: "filters", role: "search", "aria-label": "Filters", submit: (event: Event) => event.preventDefault() });
  private readonly fields: [Filter, HTMLInputElement | HTMLSelectElement][];
  private readonly clear = h("button", { type: "button", click: () => this.store.set({ filters: {} }) }, "Clear");
  private readonly lists = new Map<Filter, HTMLDataListElement>();
  private offered: Partial<Record<Filter, string[]>> = { grade: GRADES };

  constructor(private readonly store: Store) {
    this.fields = FILTERS.map((name) => [name, this.field(name)]);
    fill(this.element, this.fields.map(([, field]) => field), [...this.lists.values()], this.clear);
    this.show();
  }

  private field(name: Filter): HTMLInputElement | HTMLSelectElement {
    const change = (event: Event): void => {
      const value = (event.target as HTMLInputElement).value.trim();
      this.store.set({ filters: { ...this.store.state.filters, [name]: value || undefined } });
    };
    const hint = HINTS[name];
    if (!hint) return h("select", { name, "aria-label": name, change });
    if (name !== "text") this.lists.set(name, h("datalist", { id: `known-${name}` }));
    return h("input", { name, type: "search", placeholder: hint, "aria-label": name, maxlength: 200, autocomplete: "off", list: name === "text" ? null : `known-${name}`, change });
  }

  /** Offer what the columns hold, the most frequent names first. */
  offer(columns: Columns): void {
    this.offered = { kind: [...columns.kinds].sort(), standing: [...columns.standings].sort(), grade: GRADES };
    const names: Partial<Record<Filter, [string[], Int32Array]>> = {
      party: [columns.parties, columns.party], place: [columns.places.map((one) => one.name), columns.place], source: [columns.sources, columns.source],
    }; // prettier-ignore
    for (const [name, list] of this.lists) fill(list, often(...names[name]!).map((value) => h("option", { value })));
    this.show();
  }

  /** Show what is chosen, also where it came with the address and is not offered. */
  show(): void {
    this.clear.hidden = Object.values(this.store.state.filters).every((value) => !value);
    for (const [name, field] of this.fields) {
      const value = this.store.state.filters[name] ?? "";
      if (field instanceof HTMLSelectElement) {
        const offered = this.offered[name] ?? [];
        const all = value && !offered.includes(value) ? [value, ...offered] : offered;
        fill(field, h("option", { value: "" }, name), all.map((one) => h("option", { value: one }, named(name, one))));
      }
      if (document.activeElement !== field || field instanceof HTMLSelectElement) field.value = value;
      field.classList.toggle("set", value !== "");
    }
  }
}

function named(filter: Filter, value: string): string {
  return value.split("|").map((one) => (filter === "grade" ? `${one} ${CREDIBILITY[Number(one)] ?? ""}` : one)).join(" or ");
} // prettier-ignore

/** Words by how often a column has them. */
function often(words: string[], column: Int32Array): string[] {
  const counts = new Uint32Array(words.length);
  for (const word of column) counts[word]!++;
  const order = [...words.keys()].sort((one, other) => counts[other]! - counts[one]!);
  return [...new Set(order.slice(0, MOST_OFFERED).map((word) => words[word]!))];
}
