/** The workbench: one state, kept in the address; everything on the page is drawn from it and the same columns. */

import "./style.css";
import * as api from "./api";
import { dayOf, words } from "./days";
import type { Shelf } from "./dossier";
import { announce, fill, h } from "./dom";
import { Filters } from "./filters";
import { WorldMap } from "./map";
import { brief, changes, dress, lastVisit } from "./pages";
import { called, plural, type Desk } from "./parts";
import { Panel } from "./panel";
import { arrows, density, extent, filter, holdings, opened, rowOf, select, sorted, within, type Extent } from "./select";
import { CERTAINTIES, colours, INK, named, swatch, UNKNOWN, way, type Sign } from "./sides";
import { address, parse, Store, type State, type View } from "./state";
import { Strip } from "./strip";
import { Table } from "./table";
import { Words } from "./words";

const VIEWS: [View, string][] = [["map", "Map and ledger"], ["brief", "Brief"], ["changes", "What changed"]];
const LEGEND = "vedette.legend";
const LIST_MS = 250;
const PATIENCE_MS = 3000;

class Workbench {
  private readonly store = new Store(parse(location.search));
  private readonly strip = new Strip(this.store);
  private readonly words = new Words();
  private readonly table = new Table(this.store, this.words);
  private readonly ways: Desk = {
    href: (open) => address({ ...this.store.state, view: "map", open }),
    open: (open) => this.store.set({ view: "map", open }),
    name: (id) => (this.shelf ? called(id, this.shelf.columns) : id.slice(0, 8)),
    words: this.words,
    happened: (id) => {
      const row = this.shelf && rowOf(this.shelf.columns, id);
      return typeof row !== "number" || within(this.shelf!.columns, row, null, this.store.state.day);
    },
  };
  private readonly panel = new Panel(this.store, this.ways, () => this.shelf, () => this.user, () => void this.load(true));
  private readonly mapBox = h("div", { class: "map", role: "application", "aria-busy": "true", "aria-label": "Map of places: arrows move it, plus and minus zoom, comma and full stop go from place to place, Enter opens" });
  private readonly legend = h("details", {
    class: "legend", open: innerWidth > (this.store.state.open ? 1600 : 900) && localStorage.getItem(LEGEND) !== "closed",
    click: (event: MouseEvent) => (event.target as Element).closest("summary") && localStorage.setItem(LEGEND, this.legend.open ? "closed" : "open"),
  }); // prettier-ignore
  private readonly tray = h("button", { type: "button", class: "tray", hidden: true, click: () => this.store.set({ unplaced: !this.store.state.unplaced }) });
  private readonly count = h("p", { class: "count", role: "status" });
  private readonly page = h("main", { class: "pagebox", hidden: true });
  private readonly desk = h("main", { class: "desk" });
  private readonly nav = h("nav", { "aria-label": "Views" });
  private readonly filters = new Filters(this.store);
  private readonly name = h("span", { class: "sort" });
  /** What a sheet of paper has to say of itself. */
  private readonly stamp = h("p", { class: "stamp" });
  private readonly visited = lastVisit(new Date());
  private readonly map = new WorldMap(this.mapBox, this.store.state.camera, {
    open: (key) => this.store.set({ open: key }),
    moved: (camera) => this.store.set({ camera }, false),
  });
  private shelf: Shelf | null = null;
  private kept: Int32Array = new Int32Array();
  private matched: Set<string> | null = null;
  private frame = 0;
  private loading = 0;
  private tiles: string | null = null;
  private said: Extent = { first: 0, last: 0 };
  private user: string | null = null;
  private scrubbed: ReturnType<typeof setTimeout> | undefined;
  private behind = false;
  private following = false;
  private listed = (): void => {};
  private listedAt = -LIST_MS;
  private timer: ReturnType<typeof setTimeout> | null = null;

  start(): void {
    const app = document.getElementById("app") as HTMLElement;
    fill(this.desk, this.stamp, h("div", { class: "left" }, this.filters.element, h("div", { class: "mapbox" }, this.mapBox, this.legend), this.strip.element,
      h("section", { id: "ledger", class: "ledger", "aria-label": "Ledger" }, h("div", { class: "row" }, this.count, this.tray), this.table.element)), this.panel.element); // prettier-ignore
    fill(app, h("header", {}, h("h1", {}, "Vedette"), this.name, this.nav, h("button", { type: "button", "aria-label": "Dark or light", click: () => this.turnTheme() }, "◐")),
      this.desk, this.page, h("div", { id: "live", class: "hidden", "aria-live": "polite" })); // prettier-ignore
    this.store.on((state, before) => void this.changed(state, before));
    api.live(() => void this.follow());
    if (location.search.includes("token=")) this.store.set({}, false); // what lets in does not stay in the address
    this.drawPage();
    this.explain();
    void this.load(false);
  }

  /** Keep up with the ledger as it grows, but no more than half of the time: what takes long is fetched less often. */
  private async follow(): Promise<void> {
    this.behind = true;
    if (this.following) return;
    this.following = true;
    while (this.behind) {
      this.behind = false;
      const began = performance.now();
      await this.load(true);
      await new Promise((done) => setTimeout(done, performance.now() - began));
    }
    this.following = false;
  }

  /** Fetch what is known at the moment asked for, and draw it. */
  private async load(again: boolean): Promise<void> {
    const turn = ++this.loading;
    const { known } = this.store.state;
    if (!again) fill(this.count, "Loading …");
    const patience = setTimeout(() => !again && fill(this.count, "Loading … All claims are being assessed for this moment; for many of them that takes a while the first time."), PATIENCE_MS);
    try {
      const [about, columns, control] = await Promise.all([api.overview(), api.columns(known), api.control(known)]);
      if (turn !== this.loading) return;
      const sides = control.items.flatMap((one) => one.states.map((state) => state.side));
      this.shelf = { columns, holdings: holdings(columns, control.items), colours: colours(sides, this.shelf?.colours) };
      fill(this.name, about.ledger, about.user && ` · ${about.user}`);
      [this.user, this.tiles] = [about.user, about.tiles];
      this.said = { first: about.first_known ? dayOf(about.first_known) : 0, last: about.last_known ? dayOf(about.last_known) : 0 };
      this.filters.offer(columns);
      await this.refilter();
      this.explain();
      this.drawPage();
      void this.panel.draw(again);
      if (!again) this.visit();
      if (again) announce(`The ledger has grown: ${about.claims} claims.`);
    } catch (error) {
      fill(this.count, h("span", { class: "against" }, error instanceof Error ? error.message : String(error)));
    } finally {
      clearTimeout(patience);
      requestAnimationFrame(() => setTimeout(() => void this.map.ground(this.tiles))); // what was found is painted first
    }
  }

  private async changed(state: State, before: State): Promise<void> {
    if (state.known !== before.known) return this.load(false);
    if (JSON.stringify(state.filters) !== JSON.stringify(before.filters)) {
      await this.refilter();
    }
    if (state.sort !== before.sort && this.shelf) this.kept = sorted(this.shelf.columns, this.kept, state.sort);
    if (state.view !== before.view || state.since !== before.since || (state.view === "brief" && state.day !== before.day)) this.drawPage();
    if (state.open !== before.open) {
      void this.panel.draw();
      requestAnimationFrame(() => {
        this.legend.open = this.mapBox.clientWidth > 900 && localStorage.getItem(LEGEND) !== "closed";
        this.visit();
      });
    }
    if (state.day !== before.day) {
      clearTimeout(this.scrubbed);
      this.scrubbed = setTimeout(() => this.panel.scrub(), LIST_MS);
    }
    if (state.camera === before.camera) this.soon();
  }

  /** Bring what is open into view, where it has a place. */
  private visit(): void {
    const [first] = this.shelf ? opened(this.shelf.columns, this.store.state.open) : [];
    if (first !== undefined) this.map.visit(this.shelf!.columns.places[first]!);
  }

  private async refilter(): Promise<void> {
    const { columns } = this.shelf ?? {};
    if (!columns) return;
    const { text } = this.store.state.filters;
    this.matched = text ? new Set((await api.matching(text, this.store.state.known)).ids) : null;
    const test = filter(columns, this.store.state, this.matched);
    this.kept = sorted(columns, Int32Array.from(columns.id.keys()).filter(test), this.store.state.sort);
    this.filters.show();
    const days = extent(columns, this.said);
    this.strip.load(columns.kinds, density(columns, this.kept, days), days, this.said);
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
    this.map.draw({ ...shelf, selection, open: opened(shelf.columns, store.state.open), day: store.state.day, arrows: arrows(shelf.columns, selection.rows) });
    this.strip.draw(store.state);
    fill(this.count, shelf.columns.id.length ? `${selection.rows.length} of ${shelf.columns.id.length} claims in view` : store.state.known ? "Nothing was known by then." : "Nothing is known yet: vedette read REPORTS fills this ledger, and what it finds appears here.");
    const chosen = Object.entries(store.state.filters).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
    fill(this.stamp, [this.name.textContent, `happened up to ${store.state.day === null ? "now" : words(store.state.day)}`, `known at ${store.state.known?.slice(0, 10) ?? "now"}`, ...chosen, `printed ${words(Math.floor(Date.now() / 86_400_000))}`].join(" · "));
    this.listed = () => {
      const { unplaced } = store.state;
      this.table.show(shelf.columns, unplaced ? Int32Array.from(selection.unplaced) : selection.rows);
      fill(this.tray, `${plural(selection.unplaced.length, "claim")} without a place on the map${unplaced ? ": listed alone" : ""}`);
      this.tray.hidden = false;
      this.tray.setAttribute("aria-pressed", String(unplaced));
    };
    this.timer ??= setTimeout(() => this.list(), this.listedAt + LIST_MS - performance.now());
  }

  /** The lists follow the handle of time some times a second; a frame has no room for them. */
  private list(): void {
    this.timer = null;
    this.listed();
    this.listedAt = performance.now();
  }

  private drawPage(): void {
    const { view } = this.store.state;
    fill(this.nav, VIEWS.map(([key, title]) => h("button", { type: "button", "aria-current": key === view ? "page" : null, click: () => this.store.set({ view: key }) }, title)));
    this.desk.hidden = view !== "map";
    this.page.hidden = view === "map";
    if (!this.shelf) return;
    if (view === "brief") fill(this.page, brief(this.store, this.ways));
    if (view === "changes") void changes(this.store, this.visited, this.page, this.ways);
  }

  private explain(): void {
    const colourOf = [...(this.shelf?.colours ?? [])].slice(0, 8);
    const lines = (signs: [Sign | SVGElement, string][]): HTMLElement => h("ul", {}, signs.map(([sign, words]) => h("li", {}, sign instanceof SVGElement ? sign : swatch(sign), words)));
    fill(this.legend, h("summary", {}, "Legend"), h("div", { tabindex: 0, "aria-label": "Signs of the map" },
      lines([...colourOf.map(([side, colour]): [Sign, string] => [{ colour, certainty: "confirmed" }, named(side)]), [{ colour: UNKNOWN, certainty: "confirmed" }, "other side, or not told"],
        [{ colour: colourOf[0]?.[1] ?? INK, other: colourOf[1]?.[1] ?? UNKNOWN, certainty: "confirmed" }, "contested: colours of both"]]),
      lines([...CERTAINTIES.map((certainty): [Sign, string] => [{ colour: INK, certainty }, CERTAIN[certainty] ?? certainty]), [{ colour: INK, certainty: "claimed", wide: true }, "area, not a town"],
        [way(false), "forces move"], [way(true), "people flee"]]),
      h("p", {}, "Larger: more claims. Ring with a number: several places, by who has them. Pale circle: how far a place may reach. Claimed: by who gains by it."))); // prettier-ignore
  }

  private turnTheme(): void {
    const dark = document.documentElement.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    const next = dark === "dark" ? "light" : "dark";
    document.documentElement.dataset["theme"] = next;
    localStorage.setItem("vedette.theme", next);
    this.map.dress();
    for (const frame of this.page.querySelectorAll("iframe")) dress(frame);
  }
}

const CERTAIN: Record<string, string> = { claimed: "only claimed, or mentioned", "in part": "a part of it" };

const theme = localStorage.getItem("vedette.theme");
if (theme) document.documentElement.dataset["theme"] = theme;
new Workbench().start();
