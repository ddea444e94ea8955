/** The workbench: one state, kept in the address; everything on the page is drawn from it and the same columns. */

import "./style.css";
import * as api from "./api";
import { dayOf, isoOf } from "./days";
import { Tray, type Shelf } from "./dossier";
import { announce, fill, h } from "./dom";
import { WorldMap, type Arrow } from "./map";
import { brief, changes, lastVisit } from "./pages";
import { Panel } from "./panel";
import { controlAt, density, extent, filter, select, sorted, type Selection } from "./select";
import { CERTAINTIES, colours, disc, named, UNKNOWN } from "./sides";
import { FILTERS, parse, Store, type Filter, type State, type View } from "./state";
import { Strip } from "./strip";
import { Table } from "./table";

const VIEWS: [View, string][] = [["map", "Map and ledger"], ["brief", "Brief"], ["changes", "What changed"]];
const MOVING = new Set(["movement", "displacement"]);
const MOST_ARROWS = 300;

class Workbench {
  private readonly store = new Store(parse(location.search));
  private readonly strip = new Strip(this.store);
  private readonly table = new Table(this.store);
  private readonly panel = new Panel(this.store, () => this.shelf, () => void this.load(true));
  private readonly mapBox = h("div", { class: "map", role: "application", "aria-label": "Map of places" });
  private readonly legend = h("details", { class: "legend", open: innerWidth > 900 });
  private readonly tray = new Tray((key) => this.store.set({ open: key }));
  private readonly count = h("p", { class: "count", role: "status" });
  private readonly page = h("main", { class: "pagebox", hidden: true });
  private readonly desk = h("main", { class: "desk" });
  private readonly nav = h("nav", { "aria-label": "Views" });
  private readonly filters = h("form", { class: "filters", role: "search", submit: (event: Event) => event.preventDefault() });
  private readonly name = h("span", { class: "sort" });
  private readonly visited = lastVisit(new Date());
  private map: WorldMap | null = null;
  private shelf: Shelf | null = null;
  private kept: number[] = [];
  private matched: Set<string> | null = null;
  private inputs = new Map<Filter, HTMLInputElement | HTMLSelectElement>();
  private frame = 0;
  private loading = 0;

  start(): void {
    const app = document.getElementById("app") as HTMLElement;
    fill(this.desk, h("div", { class: "left" }, this.filters, h("div", { class: "mapbox" }, this.mapBox, this.legend), this.strip.element,
      h("section", { id: "ledger", class: "ledger", "aria-label": "Ledger" }, h("div", { class: "row" }, this.count, this.tray.element), this.table.element)), this.panel.element); // prettier-ignore
    fill(app, h("header", {}, h("h1", {}, "Vedette"), this.name, this.nav, h("button", { type: "button", "aria-label": "Dark or light", click: turnTheme }, "◐")),
      this.desk, this.page, h("div", { id: "live", class: "hidden", "aria-live": "polite" })); // prettier-ignore
    this.map = new WorldMap(this.mapBox, this.store.state.camera, {
      open: (key) => this.store.set({ open: key }),
      moved: (camera) => this.store.set({ camera }, false),
    });
    this.store.on((state, before) => void this.changed(state, before));
    api.live(() => void this.load(true));
    void this.load(false);
  }

  /** Fetch what is known at the moment asked for, and draw it. */
  private async load(again: boolean): Promise<void> {
    const turn = ++this.loading;
    const { known } = this.store.state;
    try {
      const [about, columns, control] = await Promise.all([api.overview(), api.columns(known), api.control(known)]);
      if (turn !== this.loading) return;
      const sides = control.items.flatMap((one) => one.states.map((state) => state.side));
      this.shelf = { columns, control: control.items, colours: colours(sides) };
      fill(this.name, about.ledger);
      if (about.tiles) void this.map?.tile(about.tiles);
      this.choices(columns);
      await this.refilter();
      const said = { first: about.first_known ? dayOf(about.first_known) : 0, last: about.last_known ? dayOf(about.last_known) : 0 };
      this.strip.load(columns.kinds, density(columns, this.kept, extent(columns)), extent(columns), said);
      this.explain();
      this.drawPage();
      void this.panel.draw(again);
      if (again) announce(`The ledger has grown: ${about.claims} claims.`);
    } catch (error) {
      fill(this.count, h("span", { class: "against" }, error instanceof Error ? error.message : String(error)));
    }
  }

  private async changed(state: State, before: State): Promise<void> {
    if (state.known !== before.known) return this.load(false);
    if (JSON.stringify(state.filters) !== JSON.stringify(before.filters)) {
      await this.refilter();
      const { columns } = this.shelf ?? {};
      if (columns) this.strip.load(columns.kinds, density(columns, this.kept, extent(columns)), extent(columns), this.knownExtent());
    }
    if (state.sort !== before.sort && this.shelf) this.kept = sorted(this.shelf.columns, this.kept, state.sort);
    if (state.view !== before.view || state.since !== before.since || (state.view === "brief" && state.day !== before.day)) this.drawPage();
    if (state.open !== before.open) {
      void this.panel.draw();
      requestAnimationFrame(() => this.map?.resize());
      const place = this.shelf?.columns.places.find((one) => `place:${one.key}` === state.open);
      if (place) this.map?.visit(place);
    }
    if (state.camera === before.camera) this.soon();
  }

  private knownExtent(): { first: number; last: number } {
    const days = this.shelf?.columns.documents.flatMap((one) => (one.published ? [dayOf(one.published)] : [])) ?? [];
    return { first: Math.min(...days), last: Math.max(...days) };
  }

  private async refilter(): Promise<void> {
    const { columns } = this.shelf ?? {};
    if (!columns) return;
    const { text } = this.store.state.filters;
    this.matched = text ? new Set((await api.matching(text, this.store.state.known)).ids) : null;
    const test = filter(columns, this.store.state, this.matched);
    this.kept = sorted(columns, columns.id.flatMap((_, row) => (test(row) ? [row] : [])), this.store.state.sort);
    for (const [name, input] of this.inputs) if (document.activeElement !== input) input.value = this.store.state.filters[name] ?? "";
    this.soon();
  }

  private soon(): void {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.frame = 0;
    const { shelf, store } = this;
    if (!shelf) return;
    const selection = select(shelf.columns, this.kept, store.state);
    const day = store.state.day === null ? null : isoOf(store.state.day);
    this.map?.draw({ columns: shelf.columns, selection, control: controlAt(shelf.control, day), colours: shelf.colours, arrows: arrows(shelf.columns, selection) });
    this.table.show(shelf.columns, selection.rows);
    this.strip.draw(store.state);
    fill(this.count, `${selection.rows.length} of ${shelf.columns.id.length} claims in view`);
    this.tray.show(shelf.columns, selection.unplaced);
  }

  private drawPage(): void {
    const { view } = this.store.state;
    fill(this.nav, VIEWS.map(([key, title]) => h("button", { type: "button", "aria-current": key === view ? "page" : null, click: () => this.store.set({ view: key }) }, title)));
    this.desk.hidden = view !== "map";
    this.page.hidden = view === "map";
    if (view === "brief") fill(this.page, brief(this.store));
    if (view === "changes") void changes(this.store, this.visited, this.page);
    if (view === "map") requestAnimationFrame(() => this.map?.resize());
  }

  /** The fields of the filters, with what may be chosen in them. */
  private choices(columns: api.Columns): void {
    if (this.inputs.size) return;
    const change = (name: Filter, value: string): void => {
      this.store.set({ filters: { ...this.store.state.filters, [name]: value || undefined } });
    };
    const options: Partial<Record<Filter, string[]>> = { kind: [...columns.kinds].sort(), standing: [...columns.standings].sort(), grade: ["1", "2", "3", "4", "5", "6"] };
    for (const name of FILTERS) {
      const listed = options[name];
      const input = listed
        ? h("select", { name, "aria-label": name, change: (event: Event) => change(name, (event.target as HTMLSelectElement).value) }, h("option", { value: "" }, `any ${name}`), listed.map((one) => h("option", { value: one }, one)))
        : h("input", { name, type: "search", placeholder: name === "text" ? "words of the evidence" : name, "aria-label": name, maxlength: 200, change: (event: Event) => change(name, (event.target as HTMLInputElement).value.trim()) });
      input.value = this.store.state.filters[name] ?? "";
      this.inputs.set(name, input);
    }
    fill(this.filters, [...this.inputs.values()], h("button", { type: "button", click: () => this.store.set({ filters: {} }) }, "Clear")); // prettier-ignore
  }

  private explain(): void {
    const colourOf = this.shelf?.colours ?? new Map<string, string>();
    const sign = (colour: string, certainty: string): HTMLElement => {
      const canvas = h("canvas", { class: "swatch", width: 40, height: 40, "aria-hidden": "true" });
      canvas.getContext("2d")?.putImageData(disc(colour, certainty, 40), 0, 0);
      return canvas;
    };
    fill(this.legend, h("summary", {}, "Legend"), h("div", { tabindex: 0, "aria-label": "Signs of the map" },
      h("ul", {}, [...colourOf].slice(0, 8).map(([side, colour]) => h("li", {}, sign(colour, "confirmed"), named(side))), h("li", {}, sign(UNKNOWN, "confirmed"), "other side, or not told")),
      h("ul", {}, CERTAINTIES.map((certainty) => h("li", {}, sign("#4a5560", certainty), certainty === "claimed" ? "claimed by who gains, or only mentioned" : certainty))),
      h("p", {}, "Larger: more claims. Pale circle: place known only so far. Dashed: people fleeing (purple), forces moving (grey)."))); // prettier-ignore
  }
}

/** From where to where people fled or forces moved, as far as both ends have coordinates. */
function arrows(columns: api.Columns, selection: Selection): Arrow[] {
  const found: Arrow[] = [];
  for (const row of selection.rows) {
    const kind = columns.kinds[columns.kind[row]!]!;
    if (!MOVING.has(kind)) continue;
    const ends: Record<string, api.Place> = {};
    for (let at = columns.place_from[row]!; at < columns.place_from[row + 1]!; at++) {
      const place = columns.places[columns.place[at]!]!;
      if (place.lat !== null) ends[columns.place_role[at]!] ??= place;
    }
    const from = ends["f"] ?? ends["a"];
    const to = ends["t"] ?? ends["w"];
    if (from && to && from.key !== to.key) found.push({ from, to, people: kind === "displacement", claim: columns.id[row]! });
    if (found.length >= MOST_ARROWS) break;
  }
  return found;
}

function turnTheme(): void {
  const dark = document.documentElement.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const next = dark === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = next;
  localStorage.setItem("vedette.theme", next);
}

const theme = localStorage.getItem("vedette.theme");
if (theme) document.documentElement.dataset["theme"] = theme;
new Workbench().start();
