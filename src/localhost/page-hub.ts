import type { PageConnection } from './host-contract';
import type { Mutation, Snapshot, ToPage } from './protocol';

/** What a page has been told and may not have seen when it sends an edit. */
type Weight = 'cells' | 'moved';

/** Mutations that leave every cell where it is and can be repeated without harm. */
const IN_PLACE =
  /^formula\.mutation\.set-array-formula-data$|^sheet\.mutation\.(set-range-values|set\.numfmt|remove\.numfmt|set-row-data|set-col-data|set-(row|col)-(hidden|visible)|set-worksheet-(col-width|row-height|row-is-auto-height|row-auto-height|name|hidden)|set-frozen|set-tab-color|update-note|remove-note|toggle-gridlines)$/;

export function leavesCellsInPlace(mutation: Mutation): boolean {
  return IN_PLACE.test(mutation.id);
}

/** One page as the hub sees it. */
export class Page {
  /** What it has been sent, by sequence number; what it has seen is forgotten. */
  private deliveries: { sequence: number; weight: Weight }[] = [];
  /** Its edits were refused: nothing of it counts until it asks for a snapshot. */
  refused = false;

  constructor(readonly connection: PageConnection) {}

  get user(): string {
    return this.connection.user;
  }

  send(message: ToPage): void {
    this.connection.send(message);
  }

  deliver(sequence: number, mutations: Mutation[]): void {
    this.send({ type: 'mutations', sequence, mutations });
    this.note(sequence, mutations.every(leavesCellsInPlace) ? 'cells' : 'moved');
  }

  note(sequence: number, weight: Weight): void {
    this.deliveries.push({ sequence, weight });
  }

  /** What the page had not seen when it made an edit on `base`: nothing, changed cells, or moved cells. */
  unseen(base: number): Weight | undefined {
    this.deliveries = this.deliveries.filter(({ sequence }) => sequence > base);
    if (this.deliveries.length === 0) return undefined;
    return this.deliveries.some(({ weight }) => weight === 'moved') ? 'moved' : 'cells';
  }
}

/** The pages, the numbering of changes, and who is told what. The protocol's comments state the rules. */
export class PageHub {
  private readonly pages = new Set<Page>();
  private sequence = 0;

  constructor(
    private readonly snapshot: () => Snapshot,
    private readonly title: string,
  ) {}

  get isEmpty(): boolean {
    return this.pages.size === 0;
  }

  join(connection: PageConnection): Page {
    const page = new Page(connection);
    this.sendSnapshot(page);
    this.pages.add(page);
    return page;
  }

  leave(page: Page): void {
    this.pages.delete(page);
  }

  has(page: Page): boolean {
    return this.pages.has(page);
  }

  sendSnapshot(page: Page): void {
    const { sequence, title } = this;
    page.send({ type: 'snapshot', sequence, snapshot: this.snapshot(), user: page.user, title });
    page.note(sequence, 'cells');
  }

  /** Tells every page, or every page but one, of changes; answers their number. */
  broadcast(mutations: Mutation[], except?: Page): number {
    if (mutations.length === 0) return this.sequence;
    this.sequence += 1;
    for (const page of this.pages) if (page !== except) page.deliver(this.sequence, mutations);
    return this.sequence;
  }

  tell(user: string, message: ToPage): void {
    for (const page of this.pages) if (page.user === user) page.send(message);
  }

  tellAll(message: ToPage): void {
    for (const page of this.pages) page.send(message);
  }
}
