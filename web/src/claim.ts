/** One claim: what it says, its chain and standing drawn, who else says so, what speaks against it, and the judging of it. */

import * as api from "./api";
import { fill, h } from "./dom";

type Open = (key: string) => void;

/** The chain from the reader to the origin, a box a source, each with the words it is taken from. */
export function chain(links: api.Link[]): HTMLElement {
  return h("ol", { class: "chain", "aria-label": "Chain of sources, nearest to the reader first" },
    links.map((link) => h("li", {},
      h("strong", {}, link.name ?? (link.text || "nobody named")),
      h("span", { class: "sort" }, link.source_type),
      link.cue && h("q", {}, link.cue),
      link.carried && h("em", {}, "goes on from the sentence before"),
    )));
} // prettier-ignore

/** Voices, each with why it counts once. */
export function voices(found: api.Voice[]): HTMLElement {
  return h("ul", { class: "voices" }, found.map((voice) => h("li", {},
    h("strong", {}, voice.name), ` (${voice.source_type}${voice.interest ? `, ${voice.interest}` : ""}) `, h("span", { class: "why" }, voice.reason.text)))); // prettier-ignore
}

/** A link to a claim, by the first letters of its id or better words. */
export function link(id: string, open: Open, words?: string): HTMLElement {
  return h("button", { type: "button", class: "link", click: () => open(`claim:${id}`) }, words ?? id.slice(0, 8));
}

export function reasons(found: api.Reason[], open: Open): HTMLElement {
  return h("ul", { class: "reasons" }, found.map((reason) => h("li", {}, reason.text, " ", reason.claims.slice(0, 4).map((id) => [link(id, open), " "]))));
}

function fields({ claim, place_keys: keys }: api.ClaimFile, open: Open): HTMLElement {
  const rows: [string, (Node | string)[]][] = [];
  for (const party of claim.parties)
    rows.push([party.role, [h("button", { type: "button", class: "link", click: () => open(`party:${party.name ?? party.text}`) }, party.name ?? party.text), party.side ? ` · ${party.side}` : ""]]);
  claim.places.forEach((place, index) => {
    rows.push([place.role, [h("button", { type: "button", class: "link", click: () => open(`place:${keys[index]}`) }, place.name ?? place.text), place.country ? ` · ${place.country}` : ""]]);
  });
  if (claim.time) rows.push(["when", [`${claim.time.from ?? "?"} – ${claim.time.to ?? "?"} (${claim.time.precision}${claim.time.text ? `: “${claim.time.text}”` : ""})`]]);
  if (claim.quantity) rows.push(["figure", [`${claim.quantity.text}: ${claim.quantity.low ?? "?"} / ${claim.quantity.best ?? "–"} / ${claim.quantity.high ?? "?"}`, claim.quantity.population ? ` ${claim.quantity.population}` : ""]]);
  if (claim.phase) rows.push(["phase", [claim.phase]]);
  return h("dl", {}, rows.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

/** The whole file of a claim. `judged` is told when a judgement was recorded. */
export function sheet(file: api.ClaimFile, open: Open, judged: () => void): HTMLElement {
  const { claim } = file;
  const source = claim.document;
  return h("article", { class: "claim" },
    h("h2", {}, `${claim.kind} · ${claim.type} `, h("span", { class: `badge ${claim.standing}` }, claim.standing)),
    h("blockquote", {}, claim.evidence.text),
    h("p", {}, h("button", { type: "button", class: "words-button", click: () => open(`document:${source.id}/${claim.id}`) }, "Show in its document"), ` ${source.outlet ?? "unknown outlet"}, ${source.published?.slice(0, 10) ?? "undated"}`),
    fields(file, open),
    h("h3", {}, "Chain of sources"), chain(claim.chain),
    file.grade && [h("h3", {}, `Credibility ${file.grade.credibility}${file.status ? `, ${file.status}` : ""}`), reasons(file.grade.reasons, open)],
    file.voices.length > 0 && [h("h3", {}, `${file.voices.length} independent voice${file.voices.length > 1 ? "s" : ""}`), voices(file.voices)],
    file.same.length > 1 && [h("h3", {}, "The same event"), h("p", {}, file.same.filter((id) => id !== claim.id).slice(0, 20).map((id) => [link(id, open), " "]))],
    file.contradictions.length > 0 && [h("h3", {}, "Contradictions"), h("ul", { class: "against" }, file.contradictions.map((one) => h("li", {}, `${one.kind}: ${one.reason} `, link(one.other, open))))],
    h("h3", {}, "Judgements"), judging(file, judged),
    h("h3", {}, "History"), h("ul", {}, file.history.map((entry) => h("li", {}, `${entry.operation}, ${entry.recorded_at.slice(0, 16).replace("T", " ")} UTC by ${entry.by}${entry.reason ? `: ${entry.reason}` : ""}`))),
    h("p", { class: "id" }, `claim ${claim.id}`),
  );
} // prettier-ignore

function judging(file: api.ClaimFile, judged: () => void): HTMLElement {
  const kind = h("select", { name: "kind", "aria-label": "Judgement", change: () => ask() },
    ["accept", "reject", "correct", "same", "apart", "grade"].map((one) => h("option", { value: one }, one)));
  const more = h("span");
  const reason = h("input", { name: "reason", required: true, maxlength: 500, placeholder: "Why", "aria-label": "Reason" });
  const by = h("input", { name: "by", required: true, maxlength: 80, placeholder: "Your name", "aria-label": "Your name", value: localStorage.getItem("vedette.by") ?? "" });
  const told = h("p", { role: "status" });
  const standing = h("select", { "aria-label": "Standing" }, ["asserted", "confirmed", "admitted", "denied", "negated", "unverified", "possible", "probable", "planned", "attempted", "forecast", "hypothetical", "demanded", "superseded"].map((one) => h("option", { value: one, selected: one === file.claim.standing }, one)));
  const other = h("input", { "aria-label": "The other claim", placeholder: "id of the other claim", pattern: "[0-9a-f]{4,32}" });
  const origin = file.claim.chain.at(-1);
  const source = h("input", { "aria-label": "Source", value: origin?.name ?? origin?.text ?? file.claim.document.outlet ?? "" });
  const letter = h("select", { "aria-label": "Reliability" }, [..."ABCDEF"].map((one) => h("option", { value: one }, one)));
  function ask(): void {
    const extra: Record<string, Node[]> = { correct: [standing], same: [other], apart: [other], grade: [source, letter] };
    fill(more, extra[kind.value] ?? []);
  }
  function made(): { kind: string; targets: string[]; value?: string } {
    const id = file.claim.id;
    if (kind.value === "correct") return { kind: "correct", targets: [id], value: JSON.stringify({ standing: standing.value }) };
    if (kind.value === "same" || kind.value === "apart") return { kind: kind.value, targets: [id, other.value.trim()] };
    if (kind.value === "grade") return { kind: "grade", targets: [source.value.trim()], value: letter.value };
    return { kind: kind.value, targets: [id] };
  }
  async function record(judgement: { kind: string; targets: string[]; value?: string }, why: string): Promise<void> {
    localStorage.setItem("vedette.by", by.value);
    try {
      await api.judge({ ...judgement, by: by.value, reason: why });
      judged();
    } catch (error) {
      fill(told, error instanceof Error ? error.message : String(error));
    }
  }
  const undone = new Set(file.judgements.filter((one) => one.kind === "undo").flatMap((one) => one.targets));
  return h("div", { class: "judging" },
    h("ul", {}, file.judgements.map((one) => h("li", { class: undone.has(one.id) ? "undone" : "" },
      `${one.kind}${one.value ? ` ${one.value}` : ""}, ${one.recorded_at.slice(0, 16).replace("T", " ")} UTC by ${one.by}: ${one.reason} `,
      one.kind !== "undo" && !undone.has(one.id) && h("button", { type: "button", class: "link", click: () => {
        if (by.reportValidity()) void record({ kind: "undo", targets: [one.id] }, `undoes ${one.kind}`);
      } }, "undo"),
    ))),
    h("form", { submit: (event: SubmitEvent) => {
      event.preventDefault();
      void record(made(), reason.value);
    } }, kind, more, reason, by, h("button", { type: "submit" }, "Record")),
    told,
  );
} // prettier-ignore
