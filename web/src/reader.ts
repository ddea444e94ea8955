/** A document with the stretches of its claims marked where they stand; and the marks of one claim inside it. */

import type { Claim, DocumentFile } from "./api";
import { h } from "./dom";

interface Stretch {
  start: number;
  end: number;
  part: string;
  claim: string;
}

/** Every stretch that a claim is made of, by what it is there for. */
export function stretches(claim: Claim): Stretch[] {
  const found: Stretch[] = [];
  const add = (part: string, start: number | null | undefined, end: number | null | undefined): void => {
    if (start !== null && start !== undefined && end !== null && end !== undefined && end > start) found.push({ start, end, part, claim: claim.id });
  };
  add("evidence", claim.evidence.start, claim.evidence.end);
  add("trigger", claim.trigger?.start, claim.trigger?.end);
  for (const party of claim.parties) add("party", party.start, party.end);
  for (const place of claim.places) add("place", place.start, place.end);
  for (const link of claim.chain) {
    add("source", link.start, link.end);
    add("cue", link.cue_start, link.cue_end);
  }
  add("time", claim.time?.start, claim.time?.end);
  add("quantity", claim.quantity?.start, claim.quantity?.end);
  add("standing-cue", claim.standing_cue?.start, claim.standing_cue?.end);
  return found;
}

/** Sorts of standing that are drawn alike: what is rejected, and what is not said to be so. */
const REJECTED = new Set(["denied", "negated", "superseded"]);
const SURE = new Set(["asserted", "confirmed", "admitted"]);

function drawn(standing: string): string {
  return REJECTED.has(standing) ? "rejected" : SURE.has(standing) ? "" : "open";
}

/** What the marks mean. */
export function key(): HTMLElement {
  const sign = (classes: string, words: string): HTMLElement => h("span", { class: `sign ${classes}` }, words);
  return h("p", { class: "why key" }, sign("trigger", "a claim"), " ", sign("trigger open", "not held for a fact"), " ", sign("trigger rejected", "denied"), " — of the one that is open: ",
    sign("chosen evidence", "its sentence"), " ", sign("chosen party source", "party or source"), " ", sign("chosen place", "place"), " ", sign("chosen time", "time"), " ", sign("chosen quantity", "figure"), " ", sign("chosen cue", "words that attribute or hedge"));
} // prettier-ignore

/** The text cut wherever a stretch begins or ends; a piece inside any stretch is a mark that opens the claim. */
export function marked(file: DocumentFile, chosen: string | null, open: (claim: string) => void): HTMLElement {
  const standings = new Map(file.claims.map((one) => [one.id, one.standing]));
  const all = file.claims.flatMap((claim) => {
    const parts = stretches(claim);
    return claim.id === chosen ? parts : parts.filter((one) => one.part === "evidence" || one.part === "trigger");
  });
  // Offsets count characters of the text as Python does; a JavaScript string counts some of them twice.
  const letters = Array.from(file.text);
  const cuts = [...new Set([0, letters.length, ...all.flatMap((one) => [one.start, one.end])])].sort((one, other) => one - other);
  const pieces = cuts.slice(0, -1).map((start, index) => {
    const text = letters.slice(start, cuts[index + 1]).join("");
    const over = all.filter((one) => one.start <= start && one.end >= cuts[index + 1]!);
    if (!over.length) return text;
    const own = over.filter((one) => one.claim === chosen);
    const shown = own.length ? own : over;
    const claim = (own[0] ?? over.find((one) => one.part === "trigger") ?? over[0])!.claim;
    const trigger = shown.some((one) => one.part === "trigger");
    const classes = [...new Set(shown.map((one) => one.part)), own.length ? "chosen" : "", trigger ? drawn(standings.get(claim)!) : ""].filter(Boolean).join(" ");
    return h("mark", {
      class: classes, "data-claim": claim, title: `${standings.get(claim)}: ${[...new Set(shown.map((one) => one.part))].join(", ")}`, tabindex: trigger ? 0 : null, role: trigger ? "button" : null,
      click: () => open(claim),
      keydown: (event: KeyboardEvent) => {
        if (event.key === "Enter") open(claim);
      },
    }, text); // prettier-ignore
  });
  return h("div", { class: "text", dir: "auto" }, pieces);
}
