/** Dossiers of a place, an event, a figure, a party and a source: history, voices, reasons, what is contradicted. */

import type * as api from "./api";
import { h } from "./dom";
import { figure } from "./figure";
import { among, badge, contradictions, country, CREDIBILITY, day, happenings, link, links, plural, reasons, settled, since, to, told, until, voices, type Desk } from "./parts";
import { titled, type Holding } from "./select";
import { named, swatch, UNKNOWN } from "./sides";

/** Everything a dossier may be drawn from. */
export interface Shelf {
  columns: api.Columns;
  holdings: Holding[];
  colours: Map<string, string>;
}

/** What a dossier needs beside what the server says of it. */
export interface Room extends Desk {
  shelf: Shelf;
  /** Show only claims that pass these filters. */
  narrow(filters: Record<string, string>): void;
}

type Dossier<T> = (key: string, file: T, room: Room) => HTMLElement;

function spell(one: api.Spell, room: Room, where?: Node, party?: string): HTMLElement {
  const steps = one.steps.map((step) => ({ text: `${step.certainty}, ${day(step.said)}: ${step.reason.text}`, claims: step.reason.claims }));
  return h("li", {},
    swatch({ colour: (one.side && room.shelf.colours.get(one.side)) || UNKNOWN, certainty: one.part ? "in part" : one.certainty }),
    where && [where, " — "], h("strong", {}, one.side === party ? one.state : `${one.state} · ${named(one.side)}`), one.part && ` (${one.part})`, ` — ${one.certainty}, ${since(one.since)}${one.until ? `, ${until(one.until)}` : ""}`,
    reasons(steps.length > 1 ? steps : one.reasons, room),
    h("details", {}, h("summary", {}, `${plural(one.voices.length, "voice")}, ${plural(one.claims.length, "claim")}`), voices(one.voices, room), h("p", {}, links(one.claims, room))),
    one.against.length > 0 && h("p", { class: "against" }, "Against it: ", links(one.against, room)),
    !one.until && one.change.length > 0 && h("p", { class: "why" }, `What would change it: ${one.change.join("; ")}`));
} // prettier-ignore

function header(name: string, sort: string, room: Room, filters?: Record<string, string>): HTMLElement {
  return h("header", {}, h("h2", {}, name, h("span", { class: "sort" }, sort)),
    filters && h("p", {}, h("button", { type: "button", click: () => room.narrow(filters) }, "Show only its claims")));
}

const SHOWN = 8;

/** The first of many; the rest is drawn when somebody asks for it. */
function some<T>(found: T[], noun: string, draw: (one: T) => HTMLElement): HTMLElement[] {
  const shown = found.slice(0, SHOWN).map(draw);
  const rest = found.slice(SHOWN);
  if (!rest.length) return shown;
  const more = h("button", { type: "button", click: () => more.parentElement!.replaceWith(...rest.map(draw)) }, `Show ${rest.length} more ${noun}`);
  return [...shown, h(shown[0]!.tagName === "LI" ? "li" : "div", {}, more)];
}

function figures(found: api.Series[], room: Room): HTMLElement | false {
  const { kept, later } = settled(found, (one) => one.counts.find((count) => room.happened(count.claim))?.claim ?? one.current, room);
  return found.length > 0 && h("section", {}, h("h3", {}, "Figures"), later, some(kept, "figures", (one) => figure(one, room)));
}

function spells<T extends api.Spell>(found: T[], room: Room, draw: (one: T) => HTMLElement): (HTMLElement | false)[] {
  const { kept, later } = settled(found, (one) => one.claims[0] ?? "", room);
  return [later, h("ol", { class: "spells" }, some(kept, "states", draw))];
}

const place: Dossier<api.PlaceFile> = (key, file, room) => {
  const { columns } = room.shelf;
  const number = columns.places.findIndex((one) => one.key === key);
  const about = columns.places[number];
  const name = about ? titled(about) : (file.timeline?.spot.name ?? key);
  return h("article", { class: "dossier" },
    header(name, [about?.admin1, country(about?.country), about?.precision].filter(Boolean).join(", "), room, { place: about?.name ?? name }),
    about?.lat === null && h("p", { class: "why" }, "No coordinates are known; its claims are in the tray."),
    h("h3", {}, "Who has it"), file.timeline ? spells([...file.timeline.spells].reverse(), room, (one) => spell(one, room)) : h("p", {}, "No claim says."),
    contradictions(file, room), figures(file.series, room), happenings(file, room),
    list(columns, rows(columns, columns.place, columns.place_from, number), room),
  );
}; // prettier-ignore

const event: Dossier<api.EventFile> = (_, file, room) => h("article", { class: "dossier" },
  h("header", {}, h("h2", {}, file.text), h("p", {}, badge(file.status), h("span", { class: "sort" }, `event: ${file.kind} · ${file.type}`), file.places.map((one) => [" ", to(`place:${one.key}`, room, one.name)]))),
  h("h3", {}, `Credibility ${file.grade.credibility}: ${CREDIBILITY[file.grade.credibility]}`), reasons(file.grade.reasons, room),
  h("h3", {}, plural(file.voices.length, "independent voice")), voices(file.voices, room),
  contradictions(file, room),
  h("h3", {}, `Told by ${plural(file.told.length, "claim")}`), file.told.map((one) => told(one, room)),
  file.denied.length > 0 && [h("h3", {}, `Denied by ${plural(file.denied.length, "claim")}`), file.denied.map((one) => told(one, room))],
  file.joined.length > 0 && [h("h3", {}, "Why these are one event"), reasons(file.joined, room)],
  figures(file.series, room),
  file.judgements.length > 0 && [h("h3", {}, "Judgements"), h("ul", {}, file.judgements.map((one) => h("li", {}, `${one.kind} by ${one.by}, ${day(one.recorded_at)}: ${one.reason}`)))],
); // prettier-ignore

const oneFigure: Dossier<api.FigureFile> = (_, file, room) => h("article", { class: "dossier" },
  h("header", {}, h("h2", {}, file.text, h("span", { class: "sort" }, "figure")), file.spot && h("p", {}, to(`place:${file.spot.key}`, room, file.spot.name))),
  figure(file, room, true),
  file.part_of && h("p", {}, "A part of ", to(`figure:${file.part_of}`, room, "another figure"), "."),
  h("h3", {}, plural(file.voices.length, "independent voice")), voices(file.voices, room),
  contradictions(file, room),
  h("h3", {}, "In which words"), file.told.map((one) => told(one, room)),
); // prettier-ignore

const party: Dossier<api.PartyFile> = (key, file, room) => {
  const { columns } = room.shelf;
  const number = columns.parties.indexOf(key);
  return h("article", { class: "dossier" },
    header(key, "party", room, number < 0 ? undefined : { party: key }),
    statuses(file.statuses),
    file.spells.length > 0 && [h("h3", {}, "Places it or its side is said to have, or to have had", among(file.spells.length, file.states)), spells(file.spells, room, (one) => spell(one, room, to(`place:${one.key}`, room, one.name), key))],
    file.ties.length > 0 && [h("h3", {}, "Ties"), h("ul", { class: "listed" }, file.ties.map((one) => h("li", {},
      to(`party:${one.who.name}`, room, one.who.name), ` ${one.type.replaceAll("-", " ")} `, to(`party:${one.whom.name}`, room, one.whom.name), one.title && `, ${one.title}`, " ", badge(one.certainty),
      one.denied_by.length > 0 && h("span", { class: "against" }, ` denied by ${one.denied_by.join(", ")}`), " ", links([...one.claims, ...one.denials], room, 3))))],
    contradictions(file, room),
    file.said.length > 0 && [h("h3", {}, "What it said, newest last"), h("ul", { class: "listed" }, file.said.map((one) => h("li", {}, `${one.said?.last ? day(one.said.last) : "undated"}: ${one.type.replaceAll("-", " ")}${one.to.length ? ` to ${one.to.join(", ")}` : ""}: `, one.claims[0] ? link(one.claims[0], room, one.words) : one.words)))],
    happenings(file, room),
    list(columns, rows(columns, columns.party, columns.party_from, number), room),
  );
}; // prettier-ignore

const source: Dossier<api.SourceFile> = (key, file, room) => {
  const { columns } = room.shelf;
  const number = columns.sources.indexOf(key);
  const { voice } = file;
  const graded = Object.entries(file.credibility).sort().map(([grade, count]) => `${count} ${CREDIBILITY[Number(grade)]}`);
  return h("article", { class: "dossier" },
    header(key, voice ? `source: ${voice.source_type}${voice.interest ? `, speaks for ${voice.interest}` : ""}` : "source", room, number < 0 ? undefined : { source: key }),
    h("h3", {}, `Reliability ${file.reliability?.letter ?? "F"}`), file.reliability ? reasons([file.reliability.reason], room) : h("p", { class: "why" }, "Nobody has judged it. Open a claim of it and grade its source."),
    h("h3", {}, "What became of what it told"), statuses(file.statuses), graded.length > 0 && h("p", {}, `Events by credibility: ${graded.join(", ")}.`),
    h("p", {}, `${plural(file.alone, "event")} told by nobody else.`),
    file.carried.length > 0 && h("p", {}, "Heard through ", counted(file.carried, room), "."),
    file.passed_on.length > 0 && h("p", {}, "Passes on the word of ", counted(file.passed_on, room), "."),
    contradictions(file, room), happenings(file, room),
    list(columns, number < 0 ? [] : [...columns.id.keys()].filter((row) => columns.source[row] === number), room),
  );
}; // prettier-ignore

/** Every sort of dossier by the word in its address: the noun that the server is asked for, and how it is drawn. */
export const DOSSIERS: Record<string, { noun: string; draw: Dossier<never> }> = {
  place: { noun: "places", draw: place }, event: { noun: "events", draw: event }, figure: { noun: "figures", draw: oneFigure },
  party: { noun: "parties", draw: party }, source: { noun: "sources", draw: source },
}; // prettier-ignore

function statuses(counts: Record<string, number>): HTMLElement | false {
  const found = Object.entries(counts);
  return found.length > 0 && h("p", {}, "Events: ", found.map(([status, count]) => [badge(status), ` ${count} `]));
}

function counted(found: [string, number][], room: Room): (string | Node)[] {
  return found.flatMap(([name, count], index) => [index ? ", " : "", to(`source:${name}`, room, name), ` (${count})`]);
}

function rows(columns: api.Columns, values: Int32Array, from: Int32Array, wanted: number): number[] {
  return [...columns.id.keys()].filter((row) => values.subarray(from[row]!, from[row + 1]!).includes(wanted));
}

const LISTED = 100;

/** The newest claims of some rows, each by its words, which come when the list is looked at. */
function list(columns: api.Columns, found: number[], desk: Desk): HTMLElement | false {
  const happened = found.filter((row) => desk.happened(columns.id[row]!));
  if (!happened.length) return false;
  const newest = happened.sort((one, other) => columns.said[other]! - columns.said[one]!).slice(0, LISTED);
  const lines = newest.map((row) => link(columns.id[row]!, desk, `${columns.kinds[columns.kind[row]!]} · ${columns.types[columns.type[row]!]}`));
  const put = (): void => lines.forEach((line, index) => (line.textContent = desk.words.get(columns.id[newest[index]!]!) ?? line.textContent));
  const look = (): void => {
    if (listed.open) void desk.words.fetch(newest.map((row) => columns.id[row]!)).then(put);
  };
  const listed = h("details", { class: "claims", open: happened.length <= 20, toggle: look },
    h("summary", {}, plural(happened.length, "claim"), among(newest.length, happened.length)),
    h("ul", { class: "listed" }, newest.map((row, index) => {
      const standing = columns.standings[columns.standing[row]!]!;
      const about = `${columns.sources[columns.source[row]!] ?? "nobody named"}, ${day(columns.documents[columns.document[row]!]?.published ?? null)}`;
      return h("li", {}, lines[index], " ", standing !== "asserted" && badge(standing), h("span", { class: "why" }, ` ${about}`));
    })),
  ); // prettier-ignore
  put();
  look();
  return listed;
}
