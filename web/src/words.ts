/** The sentences of claims: fetched when somebody looks at them, some at once, and kept. */

import * as api from "./api";

const AT_ONCE = 60;
const KEPT = 4000;

export class Words {
  private readonly known = new Map<string, string>();
  private readonly asked = new Set<string>();

  /** The sentence of a claim, as far as it is there. */
  get(id: string): string | undefined {
    return this.known.get(id);
  }

  get empty(): boolean {
    return !this.known.size;
  }

  /** Have the sentences of some claims there; what somebody else asked for already is not waited for. */
  async fetch(ids: string[]): Promise<void> {
    const missing = ids.filter((id) => !this.known.has(id) && !this.asked.has(id));
    for (let from = 0; from < missing.length; from += AT_ONCE) {
      const some = missing.slice(from, from + AT_ONCE);
      for (const id of some) this.asked.add(id);
      try {
        const found = await api.claims(some);
        if (this.known.size > KEPT) this.known.clear();
        for (const claim of found.items) this.known.set(claim.id, claim.evidence.text.replace(/\s+/g, " "));
      } finally {
        for (const id of some) this.asked.delete(id);
      }
    }
  }
}
