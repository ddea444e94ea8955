/** What people decided about a claim, who and when, and the form in which one decides; everything is appended. */

import * as api from "./api";
import { fill, h } from "./dom";
import type { Desk } from "./parts";

const KINDS: [string, string][] = [
  ["accept", "accept it"], ["reject", "reject it"], ["correct", "correct its …"], ["same", "join: same event as …"], ["apart", "split: another event than …"], ["grade", "grade its source"],
]; // prettier-ignore
const DONE: Record<string, string> = {
  accept: "accepted", reject: "rejected", correct: "corrected:", same: "joined with another claim", apart: "split from another claim", grade: "source graded", undo: "undone",
}; // prettier-ignore
const STANDINGS = [
  "asserted", "confirmed", "admitted", "denied", "negated", "unverified", "possible", "probable", "planned", "attempted", "forecast", "hypothetical", "demanded", "superseded",
]; // prettier-ignore
/** What can be set right, and how it is written. */
const FIELDS: [string, string][] = [
  ["standing", ""], ["place", "Hama"], ["party", "who did it"], ["figure", "12, or 10..20"], ["day", "2024-12-07, or two with / between"],
]; // prettier-ignore
const RECENT = 30;

/** `recent`: claims opened before, offered where another one is asked for. `user`: the name that a token has, if any.
 * `judged` is told when one was recorded. */
export function judging(file: api.ClaimFile, recent: string[], user: string | null, desk: Desk, judged: () => void): HTMLElement {
  const kind = h("select", { name: "kind", "aria-label": "Judgement", change: () => ask() },
    KINDS.map(([value, words]) => h("option", { value }, words)));
  const more = h("span");
  const reason = h("input", { name: "reason", required: true, maxlength: 500, placeholder: "Why", "aria-label": "Reason" });
  const by = h("input", { name: "by", required: true, maxlength: 80, placeholder: "Your name", "aria-label": "Your name", value: user ?? localStorage.getItem("vedette.by") ?? "", readonly: user !== null, title: user === null ? null : "The name that your token has" });
  const told = h("p", { role: "status" });
  const button = h("button", { type: "submit" }, "Record");
  const standing = h("select", { "aria-label": "Standing" }, STANDINGS.map((one) => h("option", { value: one, selected: one === file.claim.standing }, one)));
  const right = h("input", { "aria-label": "What is right", required: true, maxlength: 200 });
  const field = h("select", { "aria-label": "What to correct", change: () => ask() }, FIELDS.map(([name]) => h("option", { value: name }, name)));
  const others = recent.filter((id) => id !== file.claim.id).slice(-RECENT).reverse();
  const other = h("input", { "aria-label": "The other claim", placeholder: "id, or one opened before", required: true, pattern: "[0-9a-f]{4,32}", list: "recent" });
  const offered = h("datalist", { id: "recent" }, others.map((id) => h("option", { value: id }, desk.name(id))));
  const origin = file.claim.chain.at(-1);
  const source = h("input", { "aria-label": "Source", value: origin?.name ?? origin?.text ?? file.claim.document.outlet ?? "" });
  const letter = h("select", { "aria-label": "Reliability" }, [..."ABCDEF"].map((one) => h("option", { value: one }, one)));
  function ask(): void {
    right.placeholder = FIELDS.find(([name]) => name === field.value)![1];
    const extra: Record<string, Node[]> = { correct: [field, field.value === "standing" ? standing : right], same: [other, offered], apart: [other, offered], grade: [source, letter] };
    fill(more, extra[kind.value] ?? []);
  }
  type Made = { kind: string; targets: string[]; value?: string; right?: Record<string, string> };
  function made(): Made {
    const id = file.claim.id;
    if (kind.value === "correct") return { kind: "correct", targets: [id], right: { [field.value]: field.value === "standing" ? standing.value : right.value.trim() } };
    if (kind.value === "same" || kind.value === "apart") return { kind: kind.value, targets: [id, other.value.trim()] };
    if (kind.value === "grade") return { kind: "grade", targets: [source.value.trim()], value: letter.value };
    return { kind: kind.value, targets: [id] };
  }
  async function record(judgement: Made, why: string): Promise<void> {
    if (user === null) localStorage.setItem("vedette.by", by.value);
    fill(told, "Recording …");
    button.disabled = true;
    try {
      await api.judge({ ...judgement, by: by.value, reason: why });
      judged();
    } catch (error) {
      fill(told, error instanceof Error ? error.message : String(error));
      button.disabled = false;
    }
  }
  const undone = undoneIn(file);
  return h("div", { class: "judging" },
    h("ul", {}, file.judgements.map((one) => h("li", { class: undone.has(one.id) ? "undone" : "" },
      `${DONE[one.kind] ?? one.kind}${valued(one.value)}, ${one.recorded_at.slice(0, 16).replace("T", " ")} UTC by ${one.by}: ${one.reason} `,
      one.kind !== "undo" && !undone.has(one.id) && h("button", { type: "button", class: "link", click: () => {
        if (by.reportValidity()) void record({ kind: "undo", targets: [one.id] }, `undoes ${one.kind}`);
      } }, "undo"),
    ))),
    h("form", { submit: (event: SubmitEvent) => {
      event.preventDefault();
      void record(made(), reason.value);
    } }, kind, more, reason, by, button),
    told,
  );
} // prettier-ignore

function undoneIn(file: api.ClaimFile): Set<string> {
  return new Set(file.judgements.filter((one) => one.kind === "undo").flatMap((one) => one.targets));
}

/** Whether people accepted or rejected a claim, as it stands; null: nobody did. */
export function verdict(file: api.ClaimFile): string | null {
  const undone = undoneIn(file);
  const last = file.judgements.findLast((one) => (one.kind === "accept" || one.kind === "reject") && !undone.has(one.id));
  return last ? `${DONE[last.kind]} by ${last.by}` : null;
}

/** What a correction sets, in a word: a text, the name of a place or party, a day, a number. */
function worded(right: unknown): string {
  if (Array.isArray(right)) return right.map(worded).join(", ");
  if (typeof right !== "object" || right === null) return String(right);
  const { name, from, best, low, high } = right as Record<string, string | number | null>;
  return String(name ?? from ?? best ?? [low, high].filter((one) => one !== null && one !== undefined).join(" to "));
}

/** " standing denied", " B", or nothing. */
function valued(value: api.Judgement["value"]): string {
  if (!value) return "";
  return ` ${typeof value === "string" ? value : Object.entries(value).map(([name, right]) => `${name} ${worded(right)}`).join(", ")}`;
}
