/** One claim: what it says, its chain and standing drawn, who else says so, what speaks against it, and the judging of it. */

import type * as api from "./api";
import { h } from "./dom";
import { judging, verdict } from "./judging";
import { badge, chain, contradictions, country, CREDIBILITY, day, link, plural, reasons, to, voices, type Desk } from "./parts";

function fields({ claim, places }: api.ClaimFile, desk: Desk): HTMLElement {
  const rows: [string, (Node | string)[]][] = [];
  for (const party of claim.parties)
    rows.push([party.role, [to(`party:${party.name ?? party.text}`, desk, party.name ?? party.text), party.side && party.side !== party.name ? ` · ${party.side}` : ""]]);
  claim.places.forEach((place, index) => {
    const { key, name } = places[index]!;
    rows.push([place.role, [to(`place:${key}`, desk, name), place.country ? ` · ${country(place.country)}` : ""]]);
  });
  if (claim.time) {
    const { from, to: until, precision, text } = claim.time;
    rows.push(["when", [from === until || !until ? day(from) : `${day(from)} – ${day(until)}`, ` (${precision === "published" ? "the day of the report" : precision}${text ? `: “${text}”` : ""})`]]);
  }
  if (claim.quantity) {
    const { text, low, best, high, population } = claim.quantity;
    const bounds = ([["low", low], ["best", best], ["high", high]] as const).filter(([, value]) => value !== null).map(([name, value]) => `${name} ${value!.toLocaleString("en-GB")}`);
    rows.push(["figure", [`“${text}” (${[...bounds, population].filter(Boolean).join(", ")})`]]);
  }
  if (claim.phase) rows.push(["phase", [claim.phase]]);
  if (claim.standing_cue) rows.push(["standing", [`${claim.standing}, because of “${claim.standing_cue.text}”`]]);
  if (claim.denies.length) rows.push(["denies", claim.denies.flatMap((id, index) => [index ? ", " : "", link(id, desk)])]);
  return h("dl", {}, rows.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

const DONE: Record<string, string> = { record: "recorded", withdraw: "withdrawn" };

/** The whole file of a claim, for a user by the name of their token. `judged` is told when a judgement was recorded. */
export function sheet(file: api.ClaimFile, recent: string[], user: string | null, desk: Desk, judged: () => void): HTMLElement {
  const { claim } = file;
  const judgedSo = verdict(file);
  const source = claim.document;
  const others = file.same.length - 1;
  return h("article", { class: "claim" },
    h("header", {}, h("h2", {}, file.text), h("p", {}, badge(claim.standing), " ", judgedSo && h("span", { class: "badge" }, judgedSo), h("span", { class: "sort" }, `claim: ${claim.kind} · ${claim.type}`))),
    h("blockquote", {}, claim.evidence.text),
    h("p", {}, h("button", { type: "button", class: "words-button", click: () => desk.open(`document:${source.id}/${claim.id}`) }, "Show in its document"), ` ${source.outlet ?? "unknown outlet"}, ${day(source.published)}`),
    fields(file, desk),
    h("h3", {}, "Chain of sources"), chain(claim.chain, desk),
    file.grade && [h("h3", {}, `Credibility ${file.grade.credibility}: ${CREDIBILITY[file.grade.credibility]} `, file.status && badge(file.status)), reasons(file.grade.reasons, desk)],
    file.voices.length > 0 && [h("h3", {}, plural(file.voices.length, "independent voice")), voices(file.voices, desk)],
    file.status && [h("h3", {}, "Its event"), h("p", {}, to(`event:${claim.id}`, desk, others ? `${others + 1} claims tell or deny it` : "No other claim tells or denies it"))],
    contradictions(file, desk),
    h("h3", {}, "Judgements"), judging(file, recent, user, desk, judged),
    h("h3", {}, "History"), h("ul", {}, file.history.map((entry) => h("li", {}, `${DONE[entry.operation] ?? entry.operation}, ${entry.recorded_at.slice(0, 16).replace("T", " ")} UTC by ${entry.by}${entry.reason ? `: ${entry.reason}` : ""}`))),
    h("p", { class: "id" }, `claim ${claim.id}`),
  );
} // prettier-ignore
