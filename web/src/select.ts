/** Which claims are in view, and what they add up to per place and day. Pure: the same columns and state give the same. */

import { dayOf, NONE } from "./days";
import type { Columns, Control, Place } from "./api";
import type { State } from "./state";

/** Everything that the map, the strip, the table and the tray draw from. */
export interface Selection {
  /** Row numbers of the claims in view, in the order of those kept. */
  rows: Int32Array;
  /** Claims in view at each place, by its number. */
  activity: Uint32Array;
  /** Rows of claims in view that no place on the map holds. */
  unplaced: number[];
}

/** What is no town: its sign is no disc, and how far, in km, it reaches; countries and regions are too wide to draw. */
export const WIDE: Record<string, number> = { district: 15, province: 50, country: 0, region: 0 };

export interface Extent {
  first: number;
  last: number;
}

/** The words of the filters as sets of table entries; null: that filter is open. */
function wanted(words: string[], asked: string | undefined): Set<number> | null {
  if (!asked) return null;
  const parts = asked.toLowerCase().split("|").map((part) => part.trim()).filter(Boolean);
  const found = new Set<number>();
  words.forEach((word, index) => {
    if (parts.some((part) => word.toLowerCase() === part)) found.add(index);
  });
  return found;
}

/** The names that hold the asked words, whole or in part. */
function holding(words: string[], asked: string | undefined): Set<number> | null {
  if (!asked) return null;
  const part = asked.toLowerCase();
  const found = new Set<number>();
  words.forEach((word, index) => {
    if (word.toLowerCase().includes(part)) found.add(index);
  });
  return found;
}

/** A test of a claim by the filters of a state, whatever its time. `matched`: the rows that free text found, if asked. */
export function filter(columns: Columns, state: State, matched: Set<string> | null): (row: number) => boolean {
  const { kind, standing, party, place, source, grade } = state.filters;
  const kinds = wanted(columns.kinds, kind);
  const standings = wanted(columns.standings, standing);
  const parties = holding(columns.parties, party);
  const places = holding(columns.places.map((one) => `${one.name} ${one.admin1 ?? ""} ${one.country ?? ""} ${one.key}`), place);
  const sources = holding(columns.sources, source);
  const grades = grade ? new Set(grade.split("|").map(Number)) : null;
  return (row) =>
    (!kinds || kinds.has(columns.kind[row]!)) &&
    (!standings || standings.has(columns.standing[row]!)) &&
    (!sources || sources.has(columns.source[row]!)) &&
    (!grades || grades.has(columns.grade[row]!)) &&
    (!parties || some(columns.party, columns.party_from, row, parties)) &&
    (!places || some(columns.place, columns.place_from, row, places)) &&
    (!matched || matched.has(columns.id[row]!));
}

function some(values: Int32Array, from: Int32Array, row: number, set: Set<number>): boolean {
  for (let at = from[row]!; at < from[row + 1]!; at++) if (set.has(values[at]!)) return true;
  return false;
}

const rows = new WeakMap<Columns, Map<string, number>>();

/** The row of a claim by its id. */
export function rowOf(columns: Columns, id: string): number | undefined {
  if (!rows.has(columns)) rows.set(columns, new Map(columns.id.map((one, row) => [one, row])));
  return rows.get(columns)!.get(id);
}

/** Whether a claim lies in the window of days; what nobody dated lies in every one that has no beginning. */
export function within(columns: Columns, row: number, from: number | null, to: number | null): boolean {
  const first = columns.first[row]!;
  const last = columns.last[row] === NONE ? first : columns.last[row]!;
  if (first === NONE && last === NONE) return from === null;
  if (to !== null && (first === NONE ? last : first) > to) return false;
  return from === null || last >= from;
}

/** The claims in view: filtered by everything but time beforehand (`kept`), then by time. */
export function select(columns: Columns, kept: Int32Array, state: State): Selection {
  const from = state.day !== null && state.back !== null ? state.day - state.back + 1 : null;
  const activity = new Uint32Array(columns.places.length);
  const rows = new Int32Array(kept.length);
  let length = 0;
  const unplaced: number[] = [];
  for (const row of kept) {
    if (!within(columns, row, from, state.day)) continue;
    rows[length++] = row;
    let placed = false;
    for (let at = columns.place_from[row]!; at < columns.place_from[row + 1]!; at++) {
      const place = columns.place[at]!;
      activity[place]!++;
      placed ||= columns.places[place]!.lat !== null;
    }
    if (!placed) unplaced.push(row);
  }
  return { rows: rows.subarray(0, length), activity, unplaced };
}

type Key = (row: number) => number;
const KEYS: Record<string, (columns: Columns) => Key> = {
  said: ({ said, start }) => (row) => said[row]! * 1e7 + start[row]!,
  happened: ({ first }) => (row) => first[row]!,
  kind: ({ kinds, kind }) => ranked(kinds, kind),
  standing: ({ standings, standing }) => ranked(standings, standing),
  source: ({ sources, source }) => ranked(sources, source),
  grade: ({ grade }) => (row) => grade[row]!,
  place: ({ places, place, place_from: from }) => {
    const rank = ranked(places.map((one) => one.name), place);
    return (row) => (from[row] === from[row + 1] ? Infinity : rank(from[row]!));
  },
}; // prettier-ignore

/** Words by their place in the alphabet. */
function ranked(words: string[], column: Int32Array): Key {
  const { compare } = new Intl.Collator("en");
  const ranks = new Int32Array(words.length);
  [...words.keys()].sort((left, right) => compare(words[left]!, words[right]!)).forEach((word, rank) => (ranks[word] = rank));
  return (row) => ranks[column[row]!]!;
}

/** Rows in the order asked for ("-said": newest first); equal ones keep theirs. */
export function sorted(columns: Columns, rows: Int32Array, sort: string): Int32Array {
  const down = sort.startsWith("-") ? -1 : 1;
  const key = (KEYS[sort.replace("-", "")] ?? KEYS["said"]!)(columns);
  return Int32Array.from([...rows].sort((left, right) => down * (key(left) - key(right)) || left - right)); // a plain array's sort sees what is in order already
}

/** The days from the first to the last that any claim happened or was published (`said`) on, cut where next to nothing lies. */
export function extent(columns: Columns, said: Extent): Extent {
  const days = columns.first.filter((day) => day !== NONE).sort();
  if (!days.length) return said;
  return { first: Math.min(days[Math.floor(days.length * 0.02)]!, said.first), last: Math.max(days.at(-1)!, said.last) };
}

/** How many claims of each kind happened on each day from `first` on, as rows of `kinds` counts a day. */
export function density(columns: Columns, kept: Int32Array, { first, last }: Extent): Uint16Array[] {
  const days = last - first + 1;
  const found = columns.kinds.map(() => new Uint16Array(days));
  for (const row of kept) {
    const day = columns.first[row]!;
    if (day >= first && day <= last) found[columns.kind[row]!]![day - first]!++;
  }
  return found;
}

export interface PlaceState {
  side: string | null;
  /** Of a contested place one of the other sides. */
  other: string | null;
  state: string;
  /** How sure, or "in part" where only a part is told of. */
  certainty: string;
}

/** The states that a place went through, each from a day on; null: nothing is known from then on. */
export interface Holding {
  days: number[];
  states: (PlaceState | null)[];
}

/** For each place of the columns, by its number, what the server worked out of who has it. */
export function holdings(columns: Columns, control: Control[]): Holding[] {
  const known = new Map(control.map(({ key, states }) => [key, states]));
  return columns.places.map(({ key }) => {
    const states = known.get(key) ?? [];
    return {
      days: states.map((one) => dayOf(one.from)),
      states: states.map(({ state, side, others, certainty, part }) => (state ? { side, state, other: others[0] ?? null, certainty: part ? "in part" : (certainty ?? "claimed") } : null)),
    };
  });
}

/** Who has a place on a day (null: now). */
export function stateOf(holding: Holding | undefined, day: number | null): PlaceState | null {
  if (!holding) return null;
  let at = holding.days.length - 1;
  if (day !== null) while (at >= 0 && holding.days[at]! > day) at--;
  return holding.states[at] ?? null;
}

/** A place by its name; a district or province says that it is one. */
export function titled({ name, precision }: Place): string {
  const area = precision === "district" || precision === "province";
  return area && !name.toLowerCase().includes(precision) ? `${name} ${precision}` : name;
}

/** From where to where people fled or forces moved. */
export interface Arrow {
  from: Place;
  to: Place;
  people: boolean;
  claim: string;
}

const MOST_ARROWS = 300;

/** The ways that claims in view tell of, each once by its first claim, as far as both ends have coordinates. */
export function arrows(columns: Columns, rows: Int32Array): Arrow[] {
  const [people, forces] = [columns.kinds.indexOf("displacement"), columns.kinds.indexOf("movement")];
  const found = new Map<string, Arrow>();
  for (const row of rows) {
    const kind = columns.kind[row]!;
    if (kind !== people && kind !== forces) continue;
    const ends: Record<string, number> = {};
    for (let at = columns.place_from[row]!; at < columns.place_from[row + 1]!; at++)
      if (columns.places[columns.place[at]!]!.lat !== null) ends[columns.place_role[at]!] ??= columns.place[at]!;
    const [from, to] = ways(ends, kind === forces, columns.places);
    if (from === undefined || to === undefined || from === to) continue;
    const way = `${kind} ${from} ${to}`;
    if (!found.has(way)) found.set(way, { from: columns.places[from]!, to: columns.places[to]!, people: kind === people, claim: columns.id[row]! });
    if (found.size >= MOST_ARROWS) break;
  }
  return [...found.values()];
}

/** Both ends of a way by the roles of its places; forces sent "from Sittwe" that are "in Maungdaw" went there. */
function ways({ f, a, t, w }: Record<string, number>, forces: boolean, places: Place[]): [number | undefined, number | undefined] {
  const to = t ?? w;
  if (to !== undefined) return [f ?? a, to];
  return forces && a !== undefined && !((places[a]!.precision ?? "") in WIDE) ? [f, a] : [undefined, undefined];
}

/** The numbers of the places of what is open: a place itself, or those of a claim or event. */
export function opened(columns: Columns, open: string | null): number[] {
  const [sort, key] = (open ?? "").split(/:(.*)/s);
  if (sort === "place") return [columns.places.findIndex((one) => one.key === key)].filter((place) => place >= 0);
  const row = sort === "claim" || sort === "event" ? rowOf(columns, key ?? "") : undefined;
  return row === undefined ? [] : [...columns.place.subarray(columns.place_from[row], columns.place_from[row + 1])];
}
