import type { Page, PageHub } from './page-hub';
import type { Protections } from '../access/protections';
import type { GuardedCells } from '../contract/protocol';

/** Tells each person's pages which cells they may not edit, or are warned about, whenever that is other than before. */
export class ProtectionNews {
  private readonly told = new Map<string, string>();

  constructor(
    private readonly protections: Protections,
    private readonly hub: PageHub,
  ) {}

  publish(): void {
    for (const user of this.hub.users()) {
      const cells = this.guardedFor(user);
      const text = JSON.stringify(cells);
      if (text !== (this.told.get(user) ?? '[]')) this.hub.tell(user, { type: 'guarded', cells });
      this.told.set(user, text);
    }
  }

  /** Tells a page that has joined what the person's others know. */
  welcome(page: Page): void {
    const cells = this.guardedFor(page.user);
    if (cells.length > 0) page.send({ type: 'guarded', cells });
  }

  private guardedFor(user: string): GuardedCells[] {
    return this.protections
      .all()
      .filter(([, protection]) => protection.warningOnly || !this.protections.allows(protection, user))
      .map(([, { sheetId, area, holes = [], description, warningOnly }]) => ({
        sheetId,
        ...(area && { area }),
        holes,
        description,
        warningOnly,
      }));
  }
}
