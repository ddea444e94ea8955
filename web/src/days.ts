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

/** How a window of days reads. */
export function span(from: number, to: number): string {
  if (from === NONE && to === NONE) return "undated";
  if (from === NONE) return `until ${words(to)}`;
  if (to === NONE || from === to) return words(from);
  return `${words(from)} – ${words(to)}`;
}
