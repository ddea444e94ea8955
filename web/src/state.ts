/** What the reader chose. It lives in the address, so that every view can be sent to a colleague and opens the same. */

import { dayOf, isoOf } from "./days";

export const FILTERS = ["kind", "standing", "party", "place", "source", "grade", "text"] as const;
export type Filter = (typeof FILTERS)[number];
export type View = "map" | "brief" | "changes";

/** Where the map looks: longitude, latitude and zoom. */
export type Camera = [number, number, number];

export interface State {
  view: View;
  /** Claims that happened up to this day are shown; null: all. */
  day: number | null;
  /** How many days back from `day` claims count; null: since ever. */
  back: number | null;
  /** What was known at this moment (ISO); null: now. */
  known: string | null;
  filters: Partial<Record<Filter, string>>;
  /** What is open beside the map: "place:170654", "claim:3f9a…", "document:…"; null: nothing. */
  open: string | null;
  sort: string;
  camera: Camera | null;
  since: string | null;
  /** Whether the ledger lists only what no place on the map holds. */
  unplaced: boolean;
}

export const START: State = {
  view: "map", day: null, back: null, known: null, filters: {}, open: null, sort: "-said", camera: null, since: null, unplaced: false,
}; // prettier-ignore

/** The state of an address; what is malformed is left out. */
export function parse(query: string): State {
  const asked = new URLSearchParams(query);
  const filters: Partial<Record<Filter, string>> = {};
  for (const name of FILTERS) {
    const value = asked.get(name);
    if (value) filters[name] = value.slice(0, 200);
  }
  const day = asked.get("day");
  const back = Number(asked.get("back"));
  const view = asked.get("view");
  const camera = (asked.get("at") ?? "").split(",").map(Number);
  return {
    view: view === "brief" || view === "changes" ? view : "map",
    day: day && /^\d{4}-\d\d-\d\d$/.test(day) ? dayOf(day) : null,
    back: Number.isInteger(back) && back > 0 ? back : null,
    known: moment(asked.get("known")),
    filters,
    open: /^[a-z]+:.+$/s.test(asked.get("open") ?? "") ? asked.get("open") : null,
    sort: /^-?[a-z]+$/.test(asked.get("sort") ?? "") ? (asked.get("sort") as string) : START.sort,
    camera: camera.length === 3 && camera.every(Number.isFinite) ? (camera as Camera) : null,
    since: moment(asked.get("since")),
    unplaced: asked.get("unplaced") === "yes",
  };
}

function moment(text: string | null): string | null {
  return text && /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** The address of a state, "" for the one that a visit starts with. */
export function address(state: State): string {
  const asked = new URLSearchParams();
  if (state.view !== START.view) asked.set("view", state.view);
  if (state.day !== null) asked.set("day", isoOf(state.day));
  if (state.back !== null) asked.set("back", String(state.back));
  if (state.known) asked.set("known", state.known);
  for (const name of FILTERS) if (state.filters[name]) asked.set(name, state.filters[name]);
  if (state.open) asked.set("open", state.open);
  if (state.sort !== START.sort) asked.set("sort", state.sort);
  if (state.camera) asked.set("at", state.camera.map((part) => Number(part.toFixed(3))).join(","));
  if (state.since) asked.set("since", state.since);
  if (state.unplaced) asked.set("unplaced", "yes");
  const query = asked.toString();
  return query ? `?${query}` : "";
}

type Listener = (state: State, before: State) => void;

/** The one state of the page and who draws from it. */
export class Store {
  private listeners: Listener[] = [];

  constructor(public state: State) {
    window.addEventListener("popstate", () => this.become(parse(location.search)));
  }

  /** Draw again whenever the state changes. */
  on(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Change the state. A step can be gone back to; scrubbing and panning only replace the address. */
  set(change: Partial<State>, step = true): void {
    const next = { ...this.state, ...change };
    const url = location.pathname + address(next);
    if (step && url !== location.pathname + location.search) history.pushState(true, "", url);
    else replaceSoon(url);
    this.become(next);
  }

  /** Go back to what was shown before; where this page began with it, close it. */
  back(): void {
    if (history.state) history.back();
    else this.set({ open: null });
  }

  private become(next: State): void {
    const before = this.state;
    this.state = next;
    for (const listener of this.listeners) listener(next, before);
  }
}

let pending: string | null = null;

/** Browsers refuse more than some hundred changes of address in half a minute. */
function replaceSoon(url: string): void {
  if (pending === null) setTimeout(() => {
    if (pending !== null) history.replaceState(history.state, "", pending);
    pending = null;
  }, 300); // prettier-ignore
  pending = url;
}
