/** Which claims are in view, and what they add up to per place and day. Pure: the same columns and state give the same. */

import { NONE } from "./days";
import type { Columns, Control, PlaceKey } from "./api";
import type { State } from "./state";

/** Everything that the map, the strip, the table and the tray draw from. */
export interface Selection {
  /** Row numbers of the claims in view, in the order of those kept. */
  rows: number[];
  /** Claims in view at each place, by its number. */
  activity: Uint32Array;
  /** Rows of claims in view that no place on the map holds. */
  unplaced: number[];
}

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

function some(values: number[], from: number[], row: number, set: Set<number>): boolean {
  for (let at = from[row]!; at < from[row + 1]!; at++) if (set.has(values[at]!)) return true;
  return false;
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
export function select(columns: Columns, kept: number[], state: State): Selection {
  const from = state.day !== null && state.back !== null ? state.day - state.back + 1 : null;
  const activity = new Uint32Array(columns.places.length);
  const rows: number[] = [];
  const unplaced: number[] = [];
  for (const row of kept) {
    if (!within(columns, row, from, state.day)) continue;
    rows.push(row);
    let placed = false;
    for (let at = columns.place_from[row]!; at < columns.place_from[row + 1]!; at++) {
      const place = columns.place[at]!;
      activity[place]!++;
      placed ||= columns.places[place]!.lat !== null;
    }
    if (!placed) unplaced.push(row);
  }
  return { rows, activity, unplaced };
}

type Order = (columns: Columns) => (left: number, right: number) => number;
const ORDERS: Record<string, Order> = {
  said: (columns) => (left, right) => columns.said[left]! - columns.said[right]! || columns.start[left]! - columns.start[right]!,
  happened: (columns) => (left, right) => columns.first[left]! - columns.first[right]!,
  kind: (columns) => words(columns.kinds, columns.kind),
  standing: (columns) => words(columns.standings, columns.standing),
  source: (columns) => words(columns.sources, columns.source),
  grade: (columns) => (left, right) => columns.grade[left]! - columns.grade[right]!,
  place: (columns) => {
    const name = (row: number): string => columns.places[columns.place[columns.place_from[row]!]!]?.name ?? "~";
    return (left, right) =>
      columns.place_from[left] === columns.place_from[left + 1] ? 1 : name(left).localeCompare(name(right));
  },
};

function words(table: string[], column: number[]): (left: number, right: number) => number {
  return (left, right) => table[column[left]!]!.localeCompare(table[column[right]!]!);
}

/** Rows in the order asked for ("-said": newest first); equal ones keep theirs. */
export function sorted(columns: Columns, rows: number[], sort: string): number[] {
  const down = sort.startsWith("-");
  const order = (ORDERS[down ? sort.slice(1) : sort] ?? ORDERS["said"]!)(columns);
  return [...rows].sort((left, right) => (down ? order(right, left) : order(left, right)) || left - right);
}

/** The days from the first to the last that any claim happened on, cut where next to nothing lies. */
export function extent(columns: Columns): Extent {
  const days = columns.first.filter((day) => day !== NONE).sort((left, right) => left - right);
  if (!days.length) return { first: 0, last: 0 };
  const cut = days[Math.floor(days.length * 0.02)]!;
  return { first: cut, last: Math.max(days.at(-1)!, cut) };
}

/** How many claims of each kind happened on each day from `first` on, as rows of `kinds` counts a day. */
export function density(columns: Columns, kept: number[], { first, last }: Extent): Uint16Array[] {
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
  state: string;
  /** How sure, or "in part" where only a part is told of. */
  certainty: string;
}

/** Who has each place on a day (ISO; null: now), as the server worked it out for the days on which it changed. */
export function controlAt(places: Control[], day: string | null): Map<PlaceKey, PlaceState> {
  const found = new Map<PlaceKey, PlaceState>();
  for (const { key, states } of places) {
    const last = day === null ? states.at(-1) : states.findLast((one) => one.from <= day);
    if (last?.state) found.set(key, { side: last.side, state: last.state, certainty: last.part ? "in part" : (last.certainty ?? "claimed") });
  }
  return found;
}
