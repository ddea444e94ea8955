/** What the server says, typed, and the one way in which it is asked. */

export interface Place {
  key: string; name: string; lat: number | null; lon: number | null; country: string | null; admin1: string | null;
  precision: string | null; radius: number | null;
} // prettier-ignore

/** The believed claims as columns: a number per claim and column, words in tables beside. */
export interface Columns {
  version: string;
  kinds: string[]; types: string[]; standings: string[]; sources: string[]; parties: string[];
  documents: { id: string; outlet: string | null; title: string | null; published: string | null }[];
  places: Place[];
  id: string[]; kind: Int32Array; type: Int32Array; standing: Int32Array; source: Int32Array; document: Int32Array; start: Int32Array;
  first: Int32Array; last: Int32Array; said: Int32Array; grade: Int32Array;
  /** Indices into `places`, of all claims in a row; those of claim i stand from place_from[i] to place_from[i + 1]. */
  place_from: Int32Array; place: Int32Array; place_role: string;
  party_from: Int32Array; party: Int32Array;
} // prettier-ignore

export interface Overview {
  version: string; ledger: string; documents: number; claims: number; withdrawn: number; issues: number;
  first_known: string | null; last_known: string | null; tiles: string | null;
  /** The name that the token of this reader has. */
  user: string | null;
} // prettier-ignore

export interface Reason { text: string; claims: string[] }
export interface Voice { name: string; source_type: string; claims: string[]; reason: Reason; interest: string | null }
export interface Since { first: string | null; last: string | null; precision: string }
export interface Spell {
  side: string | null; state: string; certainty: string; since: Since; until: Since | null; part: string | null; steps: { certainty: string; said: string | null; reason: Reason }[];
  voices: Voice[]; claims: string[]; against: string[]; reasons: Reason[]; change: string[];
} // prettier-ignore
export type PlaceKey = string;
export interface PlaceNamed { key: PlaceKey; name: string }
export interface Spot { key: string; name: string; lat: number | null; lon: number | null; precision: string | null }
export interface StateFrom { from: string; state: string | null; side: string | null; others: string[]; certainty: string | null; part: string | null }
export interface Timeline { spot: Spot; spells: Spell[] }
/** A place and from which day on it was in which state. */
export interface Control { key: PlaceKey; name: string; states: StateFrom[] }
/** A claim as one side of a story. */
export interface Told { claim: string; document: string; text: string; words: string; who: string; said: string | null; when: string; standing: string }
export interface Contradiction { kind: string; reason: string; left: Told; right: Told }
/** An event in a line, by the claim that tells most of it. */
export interface Happening { claim: string; text: string; status: string; when: string; voices: number; credibility: number; against: number }
export interface Grade { credibility: number; reasons: Reason[] }
/** Contradictions and events: the newest, and how many there are in all. */
export interface Disputed { contradictions: Contradiction[]; disputes: number }
export interface Eventful { events: Happening[]; happenings: number }
export interface PlaceFile extends Disputed, Eventful { timeline: Timeline | null; series: Series[] }
export interface EventFile extends Disputed {
  text: string; kind: string; type: string; lead: string; status: string; grade: Grade; voices: Voice[]; joined: Reason[]; judgements: Judgement[];
  told: Told[]; denied: Told[]; series: Series[]; places: PlaceNamed[];
} // prettier-ignore
export interface FigureFile extends Series, Disputed { told: Told[] }
export interface Named { name: string }
export interface Tie { type: string; who: Named; whom: Named; title: string | null; since: Since | null; certainty: string; claims: string[]; denied_by: string[]; denials: string[]; reason: Reason }
export interface Utterance { type: string; said: Since | null; to: string[]; words: string; claims: string[] }
export interface PartyFile extends Disputed, Eventful {
  spells: (Spell & { key: string; name: string })[]; states: number; ties: Tie[]; said: Utterance[];
  statuses: Record<string, number>;
} // prettier-ignore
export interface SourceFile extends Disputed, Eventful {
  reliability: { letter: string; reason: Reason } | null; voice: Voice | null; statuses: Record<string, number>; credibility: Record<string, number>;
  alone: number; carried: [string, number][]; passed_on: [string, number][];
} // prettier-ignore
export interface Count {
  claim: string; voice: string; said: string | null; words: string; low: number | null; best: number | null;
  high: number | null; standing: string; revised_by: string | null; parts: string[];
} // prettier-ignore
export interface Series {
  id: string; kind: string; measure: string; counting: string; population: string | null; unit: string | null;
  spot: Spot | null; scope: { kind: string; first: string | null; last: string | null; words: string | null };
  counts: Count[]; voices: Voice[]; current: string; low: number | null; best: number | null; high: number | null;
  reasons: Reason[]; part_of: string | null;
  /** The figure in words, and what it counts for which days. */
  text: string; of: string;
} // prettier-ignore
export interface Quote { text: string; start: number; end: number }
export interface Link {
  text: string; start: number | null; end: number | null; name: string | null; source_type: string;
  cue: string | null; cue_start: number | null; cue_end: number | null; carried: boolean;
} // prettier-ignore
export interface Party extends Quote { role: string; actor: string | null; name: string | null; side: string | null }
export interface ClaimPlace extends Quote { role: string; name: string | null; geonames_id: number | null; country: string | null }
export interface Claim {
  id: string; kind: string; type: string; standing: string; phase: string | null; evidence: Quote; trigger: Quote | null;
  parties: Party[]; places: ClaimPlace[]; chain: Link[]; standing_cue: Quote | null; denies: string[];
  time: { text: string | null; start: number | null; end: number | null; from: string | null; to: string | null; precision: string } | null;
  quantity: (Quote & { low: number | null; best: number | null; high: number | null; population: string | null; scope: string | null }) | null;
  document: { id: string; outlet: string | null; title: string | null; url: string | null; published: string | null };
} // prettier-ignore
export interface Judgement { id: string; kind: string; targets: string[]; by: string; reason: string; recorded_at: string; value: string | Record<string, unknown> | null }
export interface ClaimFile extends Disputed {
  claim: Claim; text: string; places: PlaceNamed[]; status: string | null; grade: Grade | null; voices: Voice[]; same: string[];
  judgements: Judgement[];
  history: { operation: string; recorded_at: string; by: string; reason: string | null }[];
} // prettier-ignore
export interface DocumentFile { document: Claim["document"] & { language: string | null }; text: string; claims: Claim[] }
export interface Change { kind: string; text: string; why: string; lead: string | null; claims: string[] }

/** What the server told in its one shape of an error (problem+json), as words for a reader. */
export class Problem extends Error {}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(`api/${path}`, { ...init, headers: { Accept: "application/json", ...init.headers } });
  if (answer.ok) return (await answer.json()) as T;
  const told = (await answer.json().catch(() => ({}))) as { detail?: string; title?: string };
  throw new Problem(told.detail ?? told.title ?? `The server answered ${answer.status}.`);
}

function query(values: Record<string, string | number | null | undefined>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== undefined && value !== "") asked.set(name, String(value));
  const text = asked.toString();
  return text ? `?${text}` : "";
}

export const overview = (): Promise<Overview> => ask("overview");
export const columns = async (known: string | null): Promise<Columns> => packed(await ask(`columns${query({ known_at: known })}`));
export const control = (known: string | null): Promise<{ items: Control[] }> => ask(`control${query({ known_at: known })}`);
/** The dossier of a place by its key, of an event or a figure by a claim of it, of a party or a source by its name. */
export const dossier = <T>(noun: string, key: string, known: string | null): Promise<T> => ask(`${noun}/${encodeURIComponent(key)}${query({ known_at: known })}`);
export const claims = (ids: string[]): Promise<{ items: Claim[] }> => ask(`claims${query({ ids: ids.join(",") })}`);
export const matching = (text: string, known: string | null): Promise<{ ids: string[] }> => ask(`matches${query({ text, known_at: known })}`);
export const claim = (id: string, known: string | null): Promise<ClaimFile> => ask(`claims/${encodeURIComponent(id)}${query({ known_at: known })}`);
export const documentFile = (id: string): Promise<DocumentFile> => ask(`documents/${encodeURIComponent(id)}`);
export const changes = (since: string, until: string | null): Promise<{ items: Change[] }> => ask(`changes${query({ since, until })}`);

const NUMBERS = ["kind", "type", "standing", "source", "document", "start", "first", "last", "said", "grade", "place_from", "place", "party_from", "party"];

/** Columns of numbers take a fraction of the room and time as typed arrays. */
export function packed(answer: Record<string, unknown>): Columns {
  for (const name of NUMBERS) answer[name] = Int32Array.from(answer[name] as number[]);
  return answer as unknown as Columns;
}

/** Record a judgement; the custom header is what a foreign page cannot send. */
export function judge(judgement: { kind: string; targets: string[]; by: string; reason: string; value?: string; right?: Record<string, string> }): Promise<Judgement> {
  return ask("judgements", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Vedette": "workbench" },
    body: JSON.stringify(judgement),
  });
}

/** Be told whenever the ledger has grown. */
export function live(told: (version: string) => void): void {
  new EventSource("api/stream").addEventListener("ledger", (event) => told((event as MessageEvent<string>).data));
}
