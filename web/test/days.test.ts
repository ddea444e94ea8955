import { expect, test } from "vitest";
import { dayOf, NONE, span, ticks } from "../src/days";

test("a window of days says nothing twice", () => {
  const of = (from: string, to: string): string => span(dayOf(from), dayOf(to));
  expect(of("2024-11-29", "2024-11-29")).toBe("29 Nov 2024");
  expect(of("2024-11-29", "2024-11-30")).toBe("29–30 Nov 2024");
  expect(of("2024-11-29", "2024-12-02")).toBe("29 Nov – 2 Dec 2024");
  expect(of("2023-04-15", "2025-03-21")).toBe("Apr 2023 – Mar 2025");
  expect(span(NONE, dayOf("2024-11-29"))).toBe("until 29 Nov 2024");
  expect(span(NONE, NONE)).toBe("undated");
});

test("an axis has as many dates as it has room for, and says the year where it begins", () => {
  const names = (from: string, to: string, most: number): string[] => ticks(dayOf(from), dayOf(to), most).map(([, name]) => name);
  expect(names("2024-12-01", "2024-12-04", 9)).toEqual(["1 Dec 2024", "2 Dec", "3 Dec", "4 Dec"]);
  expect(names("2024-12-01", "2024-12-21", 9)).toEqual(["1 Dec 2024", "8 Dec", "15 Dec"]);
  expect(names("2024-01-15", "2024-12-31", 4)).toEqual(["Apr 2024", "Jul 2024", "Oct 2024"]);
  expect(names("2019-05-01", "2023-12-31", 5)).toEqual(["2020", "2021", "2022", "2023"]);
});
