/** The pages beside the map: the brief, as the server writes it, and what has changed since the last visit. */

import * as api from "./api";
import { links, type Desk } from "./parts";
import { fill, h } from "./dom";
import { isoOf } from "./days";
import type { Store } from "./state";

const VISIT = "vedette.visit";

/** The brief in a frame of its own, whose lines lead back to the workbench; the button prints the frame alone. */
export function brief(store: Store, desk: Desk): HTMLElement {
  const asked = new URLSearchParams();
  if (store.state.day !== null) asked.set("as_of", isoOf(store.state.day));
  if (store.state.known) asked.set("known_at", store.state.known);
  const frame = h("iframe", { title: "Brief", src: `brief?${asked.toString()}` });
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
  const head = h("div", { class: "row" }, h("label", {}, "What changed since ", pick, " UTC"), !from && h("span", { class: "why" }, "This is the first visit from this browser: choose a moment."));
  const listed = h("div", {}, from ? h("p", { role: "status" }, "Loading …") : null);
  fill(body, h("section", { class: "page" }, head, listed));
  if (!from) return;
  try {
    const found = await api.changes(from, store.state.known);
    fill(listed, found.items.length ? h("ul", { class: "changes" }, found.items.map((one) => h("li", {},
      h("span", { class: `badge ${one.kind}` }, one.kind), ` ${one.text} `, one.why !== one.text && h("span", { class: "why" }, one.why), " ", links(one.claims, desk)))) : h("p", {}, "Nothing has changed.")); // prettier-ignore
  } catch (error) {
    fill(listed, h("p", { class: "against", role: "alert" }, error instanceof Error ? error.message : String(error)));
  }
}
