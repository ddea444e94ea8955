import { expect, test } from "vitest";
import { colours, PALETTE, UNKNOWN } from "../src/sides";

test("the eight sides that occur most have colours, the rest are grey", () => {
  const sides = Array.from({ length: 10 }, (_, number) => Array.from({ length: 10 - number }, () => `side ${number}`)).flat();
  const found = colours([...sides, null]);
  expect([...found.values()]).toEqual([...PALETTE, UNKNOWN, UNKNOWN]);
});

test("as the ledger grows, a side keeps its colour", () => {
  const before = colours(["army", "army", "rebels"]);
  const after = colours(["army", "rebels", "rebels", "militia", "militia", "militia"], before);
  expect([after.get("army"), after.get("rebels")]).toEqual([before.get("army"), before.get("rebels")]);
  expect(after.get("militia")).toBe(PALETTE[2]);
});
