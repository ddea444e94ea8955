/** Days as whole numbers since 1970, as the columns of the ledger hold them; a missing day is `NONE`. */

export const NONE = -2147483648;
const MS = 86_400_000;

/** The day of an ISO date or date-time. */
export function dayOf(iso: string): number {
  return Math.floor(Date.parse(iso.slice(0, 10) + "T00:00:00Z") / MS);
}

/** The ISO date of a day. */
export function isoOf(day: number): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "7 Dec 2024". */
export function words(day: number): string {
  const date = new Date(day * MS);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** How a window of days reads: 29–30 Nov 2024, 27 Nov – 2 Dec 2024, Apr 2023 – Mar 2025; nothing is said twice. */
export function span(from: number, to: number): string {
  if (from === NONE && to === NONE) return "undated";
  if (from === NONE) return `until ${words(to)}`;
  if (to === NONE || from === to) return words(from);
  const [first, last] = [words(from).split(" "), words(to).split(" ")];
  if (first[2] !== last[2]) return `${first.slice(1).join(" ")} – ${last.slice(1).join(" ")}`;
  return first[1] === last[1] ? `${first[0]}–${last.join(" ")}` : `${first[0]} ${first[1]} – ${last.join(" ")}`;
}

/** Days to write under an axis and how they read there, no more than some: days, first days of months, or years. */
export function ticks(from: number, to: number, most: number): [number, string][] {
  const days = to - from + 1;
  const each = [1, 2, 7, 14].find((step) => days / step <= most);
  if (each) return Array.from({ length: Math.ceil(days / each) }, (_, index) => [from + index * each, words(from + index * each).replace(index ? / \d{4}$/ : "", "")]);
  const start = new Date(from * MS);
  const found: [number, string][] = [];
  const months = [1, 3, 6, 12, 24, 60, 120].find((step) => days / (30 * step) <= most) ?? 240;
  for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1; ; month++) {
    if (month % months) continue;
    const day = Date.UTC(Math.floor(month / 12), month % 12) / MS;
    if (day > to) return found;
    found.push([day, months >= 12 ? String(Math.floor(month / 12)) : `${MONTHS[month % 12]} ${Math.floor(month / 12)}`]);
  }
}
