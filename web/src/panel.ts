/** The panel beside the map: whatever is open, fetched and drawn; an answer that comes late for what is closed is dropped. */

import * as api from "./api";
import { sheet } from "./claim";
import { DOSSIERS, type Room, type Shelf } from "./dossier";
import { fill, h } from "./dom";
import { badge, chain, day, plural, type Desk } from "./parts";
import { key, marked } from "./reader";
import type { Store } from "./state";

export class Panel {
  readonly element = h("aside", { class: "panel", "aria-label": "Dossier", hidden: true });
  private readonly body = h("div", { class: "body", tabindex: -1 });
  private showing = "";
  /** What had the focus before something was opened. */
  private before: Element | null = null;

  constructor(
    private readonly store: Store,
    private readonly desk: Desk,
    private readonly shelf: () => Shelf | null,
    private readonly user: () => string | null,
    private readonly judged: () => void,
  ) {
    fill(this.element, h("div", { class: "bar" }, h("button", { type: "button", click: () => store.back() }, "← Back"), h("button", { type: "button", click: () => print() }, "Print"), h("button", { type: "button", "aria-label": "Close", click: () => store.set({ open: null }) }, "✕")), this.body);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && store.state.open) store.set({ open: null });
    });
  }

  /** Claims opened on this visit. */
  private readonly recent: string[] = [];
  /** Draws what is open once more; null: there is nothing in it that moves with the handle of time. */
  private again: (() => Node) | null = null;

  /** Draw a dossier for another day; what it says was fetched before. */
  scrub(): void {
    if (!this.again || this.element.hidden) return;
    const { scrollTop } = this.body;
    fill(this.body, this.again());
    this.body.scrollTop = scrollTop;
  }

  /** Draw what is open. `again`: also when it is the same, because the ledger has grown. */
  async draw(again = false): Promise<void> {
    const { open, known } = this.store.state;
    const closed = this.element.hidden;
    this.element.hidden = !open;
    if (open && closed) this.before = document.activeElement;
    if (!open && !closed && this.before instanceof HTMLElement) this.before.focus({ preventScroll: true });
    const key = `${open}@${known}`;
    if (!open || (key === this.showing && !again)) {
      this.showing = open ? key : "";
      return;
    }
    this.showing = key;
    this.again = null;
    if (!again) fill(this.body, h("p", { role: "status" }, "Loading …"));
    const drawn = await this.make(open).catch((error: unknown) => h("p", { class: "against", role: "alert" }, error instanceof Error ? error.message : String(error)));
    if (this.showing !== key) return;
    fill(this.body, drawn);
    if (again) return;
    this.body.scrollTop = 0;
    this.body.focus({ preventScroll: true });
    this.body.querySelector("mark.chosen")?.scrollIntoView({ block: "center" });
  }

  private async make(open: string): Promise<Node> {
    const at = open.indexOf(":");
    const [sort, key] = [open.slice(0, at), open.slice(at + 1)];
    const shelf = this.shelf();
    if (!shelf) return h("p", {}, "Loading …");
    const { known, filters } = this.store.state;
    const room: Room = { ...this.desk, shelf, narrow: (more) => this.store.set({ filters: { ...filters, ...more } }) };
    const dossier = DOSSIERS[sort];
    if (dossier) {
      const file = (await api.dossier(dossier.noun, key, known)) as never;
      const draw = (): Node => dossier.draw(key, file, room);
      if (this.showing === `${open}@${known}`) this.again = draw;
      return draw();
    }
    if (sort === "document") return this.document(key, room);
    if (sort !== "claim") return h("p", {}, `There is nothing called ${open}.`);
    const file = await api.claim(key, known);
    if (!this.recent.includes(file.claim.id)) this.recent.push(file.claim.id);
    return sheet(file, this.recent, this.user(), room, this.judged);
  }

  private async document(name: string, room: Room): Promise<Node> {
    const [id = "", claim = null] = name.split("/");
    const file = await api.documentFile(id);
    const chosen = file.claims.find((one) => one.id === claim);
    const { title, outlet, published, url } = file.document;
    return h("article", { class: "document" },
      h("h2", {}, title ?? "Untitled document"),
      h("p", { class: "why" }, `${outlet ?? "unknown outlet"}, ${day(published)}${url ? ` — ${url}` : ""} · ${plural(file.claims.length, "claim")} read from it`),
      chosen && h("section", { class: "told" },
        h("p", {}, h("button", { type: "button", class: "link", click: () => room.open(`claim:${chosen.id}`) }, "← to the claim"), ` ${chosen.kind} · ${chosen.type} `, badge(chosen.standing), chosen.standing_cue && h("span", { class: "why" }, ` because of “${chosen.standing_cue.text}”`)),
        chain(chosen.chain, room)),
      key(),
      marked(file, claim, (one) => room.open(`claim:${one}`)),
    ); // prettier-ignore
  }
}
