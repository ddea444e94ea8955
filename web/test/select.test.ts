import { expect, test } from "vitest";
import { packed, type Columns, type Control } from "../src/api";
import { dayOf, NONE } from "../src/days";
import { arrows, density, extent, filter, holdings, opened, select, sorted, stateOf } from "../src/select";
import { START, type State } from "../src/state";

const [six, seven, eight] = ["2024-12-06", "2024-12-07", "2024-12-08"].map(dayOf) as [number, number, number];
const place = { lat: 1, lon: 2, country: "SY", admin1: null, precision: "settlement", radius: null };
const COLUMNS = packed({
  version: "1", kinds: ["control", "violence"], types: ["enter", "airstrike"], standings: ["asserted", "denied"], sources: ["SANA", "SOHR"],
  parties: ["rebels", "army"], documents: [{ id: "d", outlet: null, title: null, published: "2024-12-08" }],
  places: [{ key: "1", name: "Homs", ...place }, { key: "2", name: "Nowhere", ...place, lat: null, lon: null }],
  id: ["a", "b", "c"], kind: [0, 1, 0], type: [0, 1, 0], standing: [0, 0, 1], source: [0, 1, 1], document: [0, 0, 0], start: [0, 10, 20],
  first: [six, seven, NONE], last: [six, eight, NONE], said: [3, 2, 1], grade: [2, 3, 0],
  place_from: [0, 1, 2, 2], place: [0, 1], place_role: "aa", party_from: [0, 1, 2, 3], party: [0, 1, 1],
}); // prettier-ignore
const ALL = Int32Array.of(0, 1, 2);
const at = (change: Partial<State>): State => ({ ...START, ...change });

test("without a day everything is in view, and what has no coordinates is in the tray", () => {
  const found = select(COLUMNS, ALL, START);
  expect(found.rows).toEqual(ALL);
  expect(found.unplaced).toEqual([1, 2]);
  expect([...found.activity]).toEqual([1, 1]);
});

test("a day leaves what had happened by then; the undated stays", () => {
  expect([...select(COLUMNS, ALL, at({ day: six })).rows]).toEqual([0, 2]);
});

test("a window leaves what touches it, and nothing undated", () => {
  expect([...select(COLUMNS, ALL, at({ day: eight, back: 2 })).rows]).toEqual([1]);
});

test("filters join", () => {
  const kept = (filters: State["filters"], matched: Set<string> | null = null): number[] => [...ALL].filter(filter(COLUMNS, at({ filters }), matched));
  expect(kept({ kind: "control" })).toEqual([0, 2]);
  expect(kept({ kind: "control", standing: "denied" })).toEqual([2]);
  expect(kept({ party: "ARM" })).toEqual([1, 2]);
  expect(kept({ place: "homs" })).toEqual([0]);
  expect(kept({ source: "soh", grade: "3" })).toEqual([1]);
  expect(kept({}, new Set(["b"]))).toEqual([1]);
  expect(kept({ kind: "aid" })).toEqual([]);
});

test("rows are sorted both ways, places without a name last", () => {
  expect([...sorted(COLUMNS, ALL, "-said")]).toEqual([0, 1, 2]);
  expect([...sorted(COLUMNS, ALL, "said")]).toEqual([2, 1, 0]);
  expect([...sorted(COLUMNS, ALL, "place")]).toEqual([0, 1, 2]);
  expect([...sorted(COLUMNS, ALL, "unheard")]).toEqual([2, 1, 0]);
});

test("density counts by kind and day", () => {
  const span = extent(COLUMNS, { first: six, last: seven });
  expect(span).toEqual({ first: six, last: seven });
  expect(density(COLUMNS, ALL, span).map((one) => [...one])).toEqual([[1, 0], [0, 1]]);
});

test("control is that of the last change by a day, and may be lost again", () => {
  const timeline: Control = {
    key: "1", name: "Homs",
    states: [
      { from: "2024-12-06", state: "held", side: "army", others: ["rebels"], certainty: "claimed", part: "most" }, { from: "2024-12-08", state: "held", side: "rebels", others: [], certainty: "confirmed", part: null },
      { from: "2024-12-10", state: null, side: null, others: [], certainty: null, part: null },
    ],
  }; // prettier-ignore
  const [homs, nowhere] = holdings(COLUMNS, [timeline]);
  expect(stateOf(homs, dayOf("2024-12-05"))).toBeNull();
  expect(stateOf(homs, dayOf("2024-12-07"))).toEqual({ side: "army", other: "rebels", state: "held", certainty: "in part" });
  expect(stateOf(homs, dayOf("2024-12-09"))).toEqual({ side: "rebels", other: null, state: "held", certainty: "confirmed" });
  expect(stateOf(homs, null)).toBeNull();
  expect(stateOf(nowhere, null)).toBeNull();
});

/** Three claims of movement or flight between two towns, by their kinds and the roles of their places. */
function between(kind: number[], roles: string): Columns {
  return packed({
    ...COLUMNS, kinds: ["movement", "displacement"], kind, places: ["1", "2"].map((key) => ({ key, name: key, ...place })),
    place_from: [0, 2, 4, 5], place: [0, 1, 0, 1, 0], place_role: roles,
  }); // prettier-ignore
}

test("forces sent from one town that are in another went there; who is displaced in a town went nowhere that is told", () => {
  const sent = between([0, 1, 0], "fafaf");
  expect(arrows(sent, ALL)).toEqual([{ from: sent.places[0], to: sent.places[1], people: false, claim: "a" }]);
});

test("a way that two claims tell of is one arrow, by the first; one that has only one end is none", () => {
  const moved = between([1, 1, 0], "ftftf");
  expect(arrows(moved, ALL)).toEqual([{ from: moved.places[0], to: moved.places[1], people: true, claim: "a" }]);
});

test("what is open has its places: a place itself, a claim or an event those it names", () => {
  expect(opened(COLUMNS, "place:2")).toEqual([1]);
  expect(opened(COLUMNS, "event:a")).toEqual([0]);
  expect(opened(COLUMNS, "claim:c")).toEqual([]);
  expect(opened(COLUMNS, "place:nowhere")).toEqual([]);
  expect(opened(COLUMNS, null)).toEqual([]);
});
