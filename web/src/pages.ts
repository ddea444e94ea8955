/** The pages beside the map: the brief, as the server writes it, and what has changed since the last visit. */

import * as api from "./api";
import { links, to, type Desk } from "./parts";
import { fill, h } from "./dom";
import { isoOf } from "./days";
import type { Store } from "./state";

const VISIT = "vedette.visit";
const EVER = "1970-01-01T00:00:00Z";
const TITLES: Record<string, string> = {
  new: "New", confirmation: "Confirmed", denial: "Denied", contradiction: "Contradicted", revision: "Revised", withdrawal: "Withdrawn", judgement: "Judged by people",
  control: "Who has which place", figure: "Figures", again: "Told again",
}; // prettier-ignore

/** The brief in a frame of its own, whose lines lead back to the workbench; the button prints the frame alone. */
export function brief(store: Store, desk: Desk): HTMLElement {
  const asked = new URLSearchParams();
  if (store.state.day !== null) asked.set("as_of", isoOf(store.state.day));
  if (store.state.known) asked.set("known_at", store.state.known);
  const frame = h("iframe", { title: "Brief", src: `brief?${asked.toString()}` });
  frame.addEventListener("load", () => dress(frame));
  frame.addEventListener("load", () => frame.contentDocument?.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[target=_top]");
    const open = link && new URL(link.href).searchParams.get("open");
    if (!open || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    desk.open(open);
  })); // prettier-ignore
  return h("section", { class: "page" },
    h("div", { class: "row" },
      h("button", { type: "button", click: () => frame.contentWindow?.print() }, "Print or save as PDF"),
      h("a", { href: `brief?${asked.toString()}`, target: "_blank", rel: "noopener" }, "Open alone"),
      h("a", { href: "api/export/claims.jsonl", download: "claims.jsonl" }, "Export all claims"),
    ),
    frame,
  ); // prettier-ignore
}

/** Has the brief follow where somebody chose dark or light by hand; by itself it does as the system says. */
export function dress(frame: HTMLIFrameElement): void {
  const theme = document.documentElement.dataset["theme"];
  const rules = [...(frame.contentDocument?.styleSheets[0]?.cssRules ?? [])] as CSSMediaRule[];
  const dark = rules.find((rule) => rule.conditionText?.includes("prefers-color-scheme") || rule.media?.mediaText === "not all" || rule.media?.mediaText === "screen");
  if (theme && dark) dark.media.mediaText = theme === "dark" ? "screen" : "not all";
}

/** When this reader was here before, by this browser; the moment of this visit takes its place. */
export function lastVisit(now: Date): string | null {
  const before = localStorage.getItem(VISIT);
  const stay = sessionStorage.getItem(VISIT);
  if (stay !== null) return stay || null;
  sessionStorage.setItem(VISIT, before ?? "");
  localStorage.setItem(VISIT, now.toISOString());
  return before;
}

/** What changed since a moment, newest first. */
export async function changes(store: Store, since: string | null, body: HTMLElement, desk: Desk): Promise<void> {
  const from = store.state.since ?? since;
  const pick = h("input", { type: "datetime-local", "aria-label": "Since", value: (from ?? "").slice(0, 16), change: (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    store.set({ since: value ? `${value}:00Z` : null });
  } }); // prettier-ignore
  const go = (moment: string | null, words: string): HTMLElement => h("button", { type: "button", "aria-pressed": String(moment === store.state.since), click: () => store.set({ since: moment }) }, words);
  const back = (days: number): string => `${isoOf(Math.floor(Date.now() / 86_400_000) - days)}T00:00:00Z`;
  const head = h("div", { class: "row" }, h("label", {}, "What changed since ", pick, " UTC"),
    since && go(null, "my last visit"), go(back(1), "yesterday"), go(back(7), "7 days ago"), go(back(30), "30 days ago"), go(EVER, "the beginning"), !store.state.since && since && h("span", { class: "why" }, "Your last visit from this browser.")); // prettier-ignore
  const listed = h("div", {}, h("p", { role: "status" }, from ? "Loading …" : "This browser was not here before. Choose a moment above: whatever is otherwise than the ledger knew then is listed here, and why."));
  fill(body, h("section", { class: "page" }, head, listed));
  if (!from) return;
  try {
    const found = await api.changes(from, store.state.known);
    const kinds = [...new Set(found.items.map((one) => one.kind))];
    fill(listed, kinds.map((kind) => {
      const all = found.items.filter((one) => one.kind === kind);
      return [h("h3", {}, `${TITLES[kind] ?? kind} `, h("span", { class: "why" }, String(all.length))), h("ul", { class: "changes" }, all.map((one) => h("li", {},
        told(one, desk), links(one.claims, desk, 4))))];
    }), !kinds.length && h("p", {}, "Nothing has changed.")); // prettier-ignore
  } catch (error) {
    fill(listed, h("p", { class: "against", role: "alert" }, error instanceof Error ? error.message : String(error)));
  }
}

/** What is otherwise, and why; of a place the why says it all. */
function told({ kind, text, why, lead }: api.Change, desk: Desk): HTMLElement {
  const words = kind === "control" ? why : text;
  return h("div", {}, lead ? to(`event:${lead}`, desk, words) : words, why !== words && h("span", { class: "why" }, why));
}
