import { expect, test } from "vitest";
import { gathered, globe, mercator } from "../src/places";

test("the world is a square of one, north up", () => {
  expect(mercator(0, 0)).toEqual([0.5, 0.5]);
  expect(mercator(-180, 0)[0]).toBe(0);
  expect(mercator(0, 60)[1]).toBeLessThan(0.5);
  expect(mercator(0, 90)).toEqual(mercator(0, 85));
  globe(...mercator(37.2, -1.7)).forEach((part, index) => expect(part).toBeCloseTo([37.2, -1.7][index]!, 9));
});

test("places are gathered around the busiest near them, wherever it lies in the grid", () => {
  const xs = Float64Array.of(0.099, 0.101, 0.3, 0.12);
  const ys = Float64Array.of(0.1, 0.1, 0.3, 0.1);
  expect([...gathered(xs, ys, [1, 0, 2, 3], 0.01)]).toEqual([1, 1, 2, 3]);
  expect([...gathered(xs, ys, [1, 0, 2, 3], 0.001)]).toEqual([0, 1, 2, 3]);
});
