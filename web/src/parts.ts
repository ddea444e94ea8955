/** What dossiers and claims are put together from: links, reasons, voices, chains, events in a line, two sides of a dispute. */

import type * as api from "./api";
import { dayOf, span, words } from "./days";
import { h } from "./dom";
import { rowOf } from "./select";
import type { Words } from "./words";

/** Where a link leads, and how a claim is called in one. */
export interface Desk {
  /** The address under which something is open, for a link that can be copied or opened in a tab of its own. */
  href(key: string): string;
  open(key: string): void;
  name(claim: string): string;
  words: Words;
  /** Whether a claim is of what had happened by the day that the handle of time stands on. */
  happened(claim: string): boolean;
}

export const CREDIBILITY = ["not judged", "confirmed", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged"];

/** A claim by whose word it is and when: "SANA, 30 Nov 2024". */
export function called(id: string, columns: api.Columns): string {
  const row = rowOf(columns, id);
  if (row === undefined) return id.slice(0, 8);
  return `${columns.sources[columns.source[row]!]}, ${day(columns.documents[columns.document[row]!]!.published)}`;
}

/** A link to whatever has a dossier. */
export function to(key: string, desk: Desk, name: string): HTMLElement {
  return h("a", { href: desk.href(key), click: (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    desk.open(key);
  } }, name); // prettier-ignore
}

/** A link to a claim, by whose word it is and when, or better words. */
export function link(id: string, desk: Desk, name?: string): HTMLElement {
  return to(`claim:${id}`, desk, name ?? desk.name(id));
}

/** Links to claims, no more than some. */
export function links(ids: string[], desk: Desk, most = 6): HTMLElement {
  return h("span", { class: "links" }, ids.slice(0, most).map((id) => [link(id, desk), " "]), ids.length > most && `and ${ids.length - most} more`);
}

export function badge(name: string): HTMLElement {
  return h("span", { class: `badge ${name}` }, name);
}

const ISO = /\b\d{4}-\d\d-\d\d\b/g;

/** Reasons, each with the claims that it rests on; who tells them is not said twice. */
export function reasons(found: api.Reason[], desk: Desk): HTMLElement {
  const brief = (text: string): Desk => ({ ...desk, name: (id) => {
    const [, who, when] = /^(.*), ([^,]+)$/s.exec(desk.name(id)) ?? [];
    return who && when && text.includes(who) ? when : desk.name(id);
  } }); // prettier-ignore
  return h("ul", { class: "reasons" }, found.map((reason) => h("li", {}, reason.text.replace(ISO, day), " ", links(reason.claims, brief(reason.text), 3))));
}

/** Voices, each with why it counts once. */
export function voices(found: api.Voice[], desk: Desk): HTMLElement {
  return h("ul", { class: "voices" }, found.map((voice) => h("li", {},
    to(`source:${voice.name}`, desk, voice.name), ` (${voice.source_type}${voice.interest ? `, speaks for ${voice.interest}` : ""}) `, h("span", { class: "why" }, voice.reason.text)))); // prettier-ignore
}

/** The chain from the reader to the origin, a box a source, each with the words it is taken from. */
export function chain(found: api.Link[], desk: Desk): HTMLElement {
  return h("ol", { class: "chain", "aria-label": "Chain of sources, nearest to the reader first" },
    found.map((one) => h("li", {},
      one.name || one.text ? to(`source:${one.name ?? one.text}`, desk, one.name ?? one.text) : h("strong", {}, "nobody named"),
      h("span", { class: "sort" }, one.source_type),
      one.cue && h("q", {}, one.cue),
      one.carried && h("em", {}, "goes on from the sentence before"),
    )));
} // prettier-ignore

/** A day as people write it, out of an ISO date or date-time. */
export function day(iso: string | null): string {
  return iso ? words(dayOf(iso)) : "undated";
}

/** When something began: on a day, within some, or only by one. */
export function since(one: api.Since | null): string {
  if (!one?.last) return "undated";
  return one.first ? `since ${span(dayOf(one.first), dayOf(one.last))}` : `by ${day(one.last)}`;
}

/** When something ended. */
export function until(one: api.Since): string {
  return `until ${one.first ? span(dayOf(one.first), dayOf(one.last ?? one.first)) : `${day(one.last)} at the latest`}`;
}

/** A country by its code. */
export function country(code: string | null | undefined): string {
  if (!code || !/^[A-Z]{2}$/.test(code)) return code ?? "";
  return COUNTRIES.of(code) ?? code;
}
const COUNTRIES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

export const plural = (count: number, noun: string): string => `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;

/** What is left of a list when the later than the handle of time is taken out, and a word on what was. */
export function settled<T>(found: T[], claim: (one: T) => string, desk: Desk): { kept: T[]; later: HTMLElement | false } {
  const kept = found.filter((one) => desk.happened(claim(one)));
  const hidden = found.length - kept.length;
  return { kept, later: hidden > 0 && h("p", { class: "why" }, `${hidden.toLocaleString("en-GB")} more happened later than the handle of time stands.`) };
}

/** How many there are where only some are listed. */
export function among(shown: number, all: number): HTMLElement | false {
  return shown < all && h("span", { class: "sort" }, `the newest ${shown} of ${all.toLocaleString("en-GB")}`);
}

/** A claim as one side: what it says, who says it when, and its words, which lead to the document. */
export function told(one: api.Told, desk: Desk): HTMLElement {
  return h("div", { class: "told" },
    h("p", {}, link(one.claim, desk, one.text), one.when && `, ${one.when}`, " ", one.standing !== "asserted" && badge(one.standing)),
    h("p", { class: "who" }, one.who, h("span", { class: "why" }, ` said ${day(one.said)}`)),
    h("blockquote", {}, one.words, " ", to(`document:${one.document}/${one.claim}`, desk, "in its document")));
} // prettier-ignore

const DISPUTES: Record<string, string> = { standing: "Told and denied", control: "Who has it", figure: "How many", perpetrator: "Who did it" };

/** Contradictions, the two sides of each beside one another. */
export function contradictions(file: { contradictions: api.Contradiction[]; disputes: number }, desk: Desk): HTMLElement | false {
  const { kept, later } = settled(file.contradictions, ({ left, right }) => (desk.happened(left.claim) ? right.claim : left.claim), desk);
  if (!file.contradictions.length) return false;
  return h("section", { class: "disputes" }, h("h3", {}, plural(file.disputes, "contradiction"), among(file.contradictions.length, file.disputes)), later,
    kept.map((one) => h("section", { class: "dispute", "aria-label": one.reason },
      h("h4", {}, DISPUTES[one.kind] ?? one.kind, h("span", { class: "why" }, ` ${one.reason}`)),
      h("div", { class: "sides" }, told(one.left, desk), told(one.right, desk)))));
} // prettier-ignore

/** Events, each in a line that leads to its dossier. */
export function happenings(file: { events: api.Happening[]; happenings: number }, desk: Desk): HTMLElement | false {
  const { kept, later } = settled(file.events, (one) => one.claim, desk);
  return file.events.length > 0 && h("section", {}, h("h3", {}, "Events, newest first", among(file.events.length, file.happenings)), later,
    h("ul", { class: "listed" }, kept.map((one) => h("li", {}, to(`event:${one.claim}`, desk, one.text), one.when && `, ${one.when}`, " ", badge(one.status),
      h("span", { class: "why" }, ` ${plural(one.voices, "voice")}${one.status === "open" ? "" : `, ${CREDIBILITY[one.credibility]}`}${one.against ? `, ${one.against} against` : ""}`)))));
} // prettier-ignore
