/** The panel beside the map: whatever is open, fetched and drawn; an answer that comes late for what is closed is dropped. */

import * as api from "./api";
import { sheet } from "./claim";
import { nameDossier, placeDossier, type Shelf } from "./dossier";
import { fill, h } from "./dom";
import { marked } from "./reader";
import type { Store } from "./state";

export class Panel {
  readonly element = h("aside", { class: "panel", "aria-label": "Dossier", hidden: true });
  private readonly body = h("div", { class: "body", tabindex: -1 });
  private showing = "";

  constructor(
    private readonly store: Store,
    private readonly shelf: () => Shelf | null,
    private readonly judged: () => void,
  ) {
    fill(this.element, h("div", { class: "bar" }, h("button", { type: "button", click: () => history.back() }, "← Back"), h("button", { type: "button", "aria-label": "Close", click: () => store.set({ open: null }) }, "✕")), this.body);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && store.state.open) store.set({ open: null });
    });
  }

  private readonly open = (key: string): void => this.store.set({ open: key });

  /** Draw what is open. `again`: also when it is the same, because the ledger has grown. */
  async draw(again = false): Promise<void> {
    const { open, known } = this.store.state;
    this.element.hidden = !open;
    const key = `${open}@${known}`;
    if (!open || (key === this.showing && !again)) {
      this.showing = open ? key : "";
      return;
    }
    this.showing = key;
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
    if (sort === "claim") return sheet(await api.claim(key, this.store.state.known), this.open, this.judged);
    if (sort === "document") return this.document(key);
    const shelf = this.shelf();
    if (!shelf) return h("p", {}, "Loading …");
    if (sort === "place") return placeDossier(key, await api.place(key, this.store.state.known), shelf, this.open, (place) => this.store.set({ filters: { ...this.store.state.filters, place } }));
    if (sort === "party" || sort === "source") return nameDossier(sort, key, shelf, this.open);
    return h("p", {}, `There is nothing called ${open}.`);
  }

  private async document(key: string): Promise<Node> {
    const [id = "", claim = null] = key.split("/");
    const file = await api.documentFile(id);
    const { title, outlet, published, url } = file.document;
    return h("article", { class: "document" },
      h("h2", {}, title ?? "Untitled document"),
      h("p", { class: "sort" }, `${outlet ?? "unknown outlet"}, ${published?.slice(0, 16).replace("T", " ") ?? "undated"}${url ? ` — ${url}` : ""}`),
      claim && h("p", {}, h("button", { type: "button", class: "link", click: () => this.open(`claim:${claim}`) }, "← to the claim")),
      marked(file, claim, (chosen) => this.open(`claim:${chosen}`)),
    ); // prettier-ignore
  }
}
