import { randomUUID } from 'node:crypto';

/** Sidebars and dialogs kept at a time; older ones have long been closed. */
const KEPT = 50;

/** The HTML of sidebars and dialogs, by the id under which a page fetches it. */
export class ContentStore {
  private readonly contents = new Map<string, string>();

  add(html: string): string {
    const id = randomUUID();
    this.contents.set(id, html);
    for (const oldest of this.contents.keys()) {
      if (this.contents.size <= KEPT) break;
      this.contents.delete(oldest);
    }
    return id;
  }

  get(id: string): string | undefined {
    return this.contents.get(id);
  }
}
