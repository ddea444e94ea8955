import { expect, test } from "vitest";
import { dayOf } from "../src/days";
import { address, parse, START, type State } from "../src/state";

test("a state comes back from its address", () => {
  const state: State = {
    view: "changes", day: dayOf("2024-12-07"), back: 7, known: "2024-12-08T18:00:00Z", filters: { kind: "control", text: "a & b" },
    open: "place:169577", sort: "kind", camera: [37.2, 34.8, 5.4], since: "2024-12-01T00:00:00Z", unplaced: true,
  }; // prettier-ignore
  expect(parse(address(state))).toEqual(state);
});

test("the first view has no query", () => {
  expect(address(START)).toBe("");
  expect(parse("")).toEqual(START);
});

test("what is malformed is left out", () => {
  expect(parse("?view=x&day=yesterday&back=-3&known=soon&open=<b>&sort=1&at=1,2,three")).toEqual(START);
});
