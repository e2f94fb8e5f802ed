import type { PageConnection } from '../contract/host';
import type { Mutation, Snapshot, ToPage } from '../contract/protocol';

/** Mutations after which cells stand elsewhere in their sheet. */
const MOVING =
  /^sheet\.mutation\.(insert-row|insert-col|remove-rows|remove-col|move-rows|move-columns|move-range|reorder-range)$/;

/** Mutations that end alike when they are made twice, with others in between, and leave every cell where it is. */
const REPEATABLE =
  /^formula\.mutation\.set-array-formula-data$|^sheet\.mutation\.(set-range-values|set\.numfmt|remove\.numfmt|set-row-data|set-col-data|set-(row|col)-(hidden|visible)|set-worksheet-(col-width|row-height|row-is-auto-height|row-auto-height|name|hidden)|set-frozen|set-tab-color|update-note|remove-note|toggle-gridlines)$/;

export function isRepeatable({ id }: Mutation): boolean {
  return REPEATABLE.test(id);
}

/** The sheets whose cells a mutation moves. */
export function sheetsMoved({ id, params }: Mutation): string[] {
  return MOVING.test(id) ? sheetsOf(params) : [];
}

interface Params {
  subUnitId?: string;
  sheetId?: string;
  from?: { subUnitId: string };
  to?: { subUnitId: string };
}

function sheetsOf(params: unknown): string[] {
  const { subUnitId, sheetId, from, to } = (params ?? {}) as Params;
  return [subUnitId, sheetId, from?.subUnitId, to?.subUnitId].filter((id) => id !== undefined);
}

/** Whether an edit names cells by places that may no longer be theirs: in those sheets, or from a formula. */
export function namesCellsOf(mutations: readonly Mutation[], sheets: ReadonlySet<string>): boolean {
  return (
    sheets.size > 0 &&
    mutations.some(({ params }) => {
      const named = sheetsOf(params);
      return named.length === 0 || named.some((id) => sheets.has(id)) || JSON.stringify(params).includes('"=');
    })
  );
}

/** What was done for somebody by a script, as one step that this person can undo. */
export interface Step {
  user: string;
  id: string;
}

/** One page as the hub sees it. */
export class Page {
  /** What it has been sent, by sequence number; what it has seen is forgotten. */
  private deliveries: { sequence: number; moved: string[] }[] = [];
  /** Its edits were refused: nothing of it counts until it asks for a snapshot. */
  refused = false;

  constructor(readonly connection: PageConnection) {}

  get user(): string {
    return this.connection.user;
  }

  send(message: ToPage): void {
    this.connection.send(message);
  }

  deliver(sequence: number, mutations: Mutation[], step?: string): void {
    this.send({ type: 'mutations', sequence, mutations, ...(step !== undefined && { step }) });
    this.note(sequence, mutations.flatMap(sheetsMoved));
  }

  /** Takes down that it was sent a change, which moved cells of these sheets. */
  note(sequence: number, moved: string[]): void {
    this.deliveries.push({ sequence, moved });
  }

  /** The sheets whose cells had moved unseen when the page made an edit on `base`; undefined when it had seen it all. */
  unseen(base: number): ReadonlySet<string> | undefined {
    this.deliveries = this.deliveries.filter(({ sequence }) => sequence > base);
    if (this.deliveries.length === 0) return undefined;
    return new Set(this.deliveries.flatMap(({ moved }) => moved));
  }
}

/** The pages, the numbering of changes, and who is told what. The protocol's comments state the rules. */
export class PageHub {
  private readonly pages = new Set<Page>();
  private sequence = 0;

  constructor(
    private readonly snapshot: () => Snapshot,
    private readonly title: string,
    private readonly locale: () => string,
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

  /** The number of the last change. */
  get lastSequence(): number {
    return this.sequence;
  }

  /** Everybody who has a page open. */
  users(): Set<string> {
    return new Set([...this.pages].map((page) => page.user));
  }

  /** Whether a person has a page open. */
  hasPage(user: string): boolean {
    return [...this.pages].some((page) => page.user === user);
  }

  sendSnapshot(page: Page): void {
    const { sequence, title } = this;
    page.send({ type: 'snapshot', sequence, snapshot: this.snapshot(), user: page.user, title, locale: this.locale() });
    page.note(sequence, []);
  }

  /** Tells every page, or every page but one, of changes; answers their number. */
  broadcast(mutations: Mutation[], except?: Page, step?: Step): number {
    if (mutations.length === 0) return this.sequence;
    this.sequence += 1;
    for (const page of this.pages) {
      if (page !== except) page.deliver(this.sequence, mutations, step?.user === page.user ? step.id : undefined);
    }
    return this.sequence;
  }

  tell(user: string, message: ToPage): void {
    for (const page of this.pages) if (page.user === user) page.send(message);
  }

  tellAll(message: ToPage): void {
    for (const page of this.pages) page.send(message);
  }
}
