import type { Engine } from '../../../src/localhost/contract/engine';
import { openEngine } from '../../../src/localhost/engine/realm/engine-realm';
import type { Host, PageSession } from '../../../src/localhost/contract/host';
import type { Mutation, Snapshot, ToPage } from '../../../src/localhost/contract/protocol';
import { inlineStyles } from '../../../src/localhost/engine/univer/inline-styles';

type Outgoing = Parameters<PageSession['receive']>[0];

/** Mutations that a real page keeps to itself. */
const PRIVATE = /^formula\.|^host\.|data-validation-formula-mark-dirty$/;

/**
 * A page without a browser: the same engine as a mirror that does not calculate, and the page's side of the protocol.
 * Messages wait in both directions until the test lets them through.
 */
export class MirrorPage {
  readonly received: ToPage[] = [];
  readonly reasons: string[] = [];
  private readonly session: PageSession;
  private readonly inbox: ToPage[] = [];
  private readonly outbox: Outgoing[] = [];
  private collected: Mutation[] = [];
  private applying = false;
  private sequence = 0;
  private edits = 0;
  private waiting = false;
  private engine: Engine | undefined;
  private idle: () => void = () => undefined;

  constructor(
    host: Host,
    readonly user: string,
  ) {
    this.session = host.connect({ user, send: (message) => this.inbox.push(message) });
  }

  /** Everything the host has sent is processed. */
  async receiveAll(): Promise<void> {
    for (let message = this.inbox.shift(); message; message = this.inbox.shift()) {
      if (message.type === 'snapshot') await this.load(message.snapshot);
      this.process(message);
    }
  }

  /**
   * One action of the person while the host is in the middle of something and cannot wait: the page has loaded its
   * snapshot before, has seen everything when it acts, and the host gets the edit at once.
   */
  actAtOnce(action: (engine: Engine) => void): void {
    for (const message of this.inbox.splice(0)) {
      if (message.type === 'snapshot') throw new Error('A snapshot cannot be loaded in the middle of something.');
      this.process(message);
    }
    this.act(action);
    this.sendAll();
  }

  /** Everything this page has sent reaches the host. */
  sendAll(): void {
    for (const message of this.outbox.splice(0)) this.session.receive(message);
  }

  get isQuiet(): boolean {
    return this.inbox.length === 0 && this.outbox.length === 0;
  }

  /** One action of the person: commands of the grid, sent together. */
  act(action: (engine: Engine) => void): void {
    if (!this.engine || this.waiting) return;
    this.collected = [];
    try {
      action(this.engine);
    } catch {
      // The grid refuses some actions, such as removing the only row.
    }
    this.idle();
    if (this.collected.length === 0) return;
    this.edits += 1;
    this.outbox.push({ type: 'edit', edit: this.edits, base: this.sequence, mutations: this.collected });
  }

  close(): void {
    this.session.close();
  }

  /** What the page shows, without what is only a matter of form. */
  get shown(): unknown {
    return normalized(this.engine!.save());
  }

  private process(message: ToPage): void {
    this.received.push(message);
    switch (message.type) {
      case 'snapshot':
        this.sequence = message.sequence;
        this.waiting = false;
        break;
      case 'mutations':
        this.apply(message.mutations);
        this.sequence = message.sequence;
        break;
      case 'taken':
        this.sequence = message.sequence;
        break;
      case 'reload':
        this.reasons.push(message.reason);
        this.waiting = true;
        this.outbox.push({ type: 'refresh' });
    }
  }

  private async load({ workbook }: Snapshot): Promise<void> {
    const realm = await openEngine({
      now: () => 0,
      locale: () => 'en_US',
      callFunction: () => ({ error: 'A page does not calculate.' }),
      importRange: () => ({ error: 'A page does not calculate.' }),
      onMutation: ({ id, params, options }) => {
        if (this.applying || options.onlyLocal || options.fromFormula || PRIVATE.test(id)) return;
        const styles = inlineStyles((style) => this.engine!.styleById(style));
        this.collected.push({ id, params: JSON.parse(JSON.stringify(params, styles)) as unknown });
      },
    });
    this.engine = realm.engine;
    this.idle = () => realm.idle();
    this.engine.open(JSON.parse(JSON.stringify(workbook)), []);
    this.idle();
  }

  private apply(mutations: Mutation[]): void {
    this.applying = true;
    try {
      for (const { id, params, options } of mutations) {
        if (id.startsWith('formula.mutation.set-array')) continue;
        this.engine!.execute(id, JSON.parse(JSON.stringify(params)) as object, { ...options, fromCollab: true });
        this.idle();
      }
    } finally {
      this.applying = false;
    }
  }
}

interface SavedSheet {
  name: string;
  cellData: Record<string, Record<string, { v?: unknown; f?: unknown; t?: unknown; s?: unknown } | null>>;
  rowCount: number;
  columnCount: number;
  hidden: number;
  freeze: unknown;
  mergeData: unknown[];
}

/** A saved workbook as tests compare it: cells with content or looks, sheets, names, notes and rules. */
export function normalized(saved: unknown): unknown {
  const { sheets, sheetOrder, styles, resources } = JSON.parse(JSON.stringify(saved)) as {
    sheets: Record<string, SavedSheet>;
    sheetOrder: string[];
    styles: Record<string, unknown>;
    resources: { name: string; data: string }[];
  };
  const styleOf = (style: unknown): unknown => stripped(typeof style === 'string' ? styles[style] : style);
  return {
    sheets: sheetOrder.map((id) => {
      const { name, cellData, rowCount, columnCount, hidden, freeze, mergeData } = sheets[id]!;
      const cells = Object.entries(cellData).flatMap(([row, line]) =>
        Object.entries(line).flatMap(([column, cell]) => {
          const content = stripped({
            v: cell?.v,
            f: cell?.f,
            t: cell?.v === undefined ? undefined : cell?.t,
            s: styleOf(cell?.s),
          });
          return content === undefined ? [] : [[`${row},${column}`, content]];
        }),
      );
      return { id, name, rowCount, columnCount, hidden, freeze, mergeData, cells: Object.fromEntries(cells) as object };
    }),
    resources: Object.fromEntries(
      resources
        .filter(({ name }) => /NOTE|DATA_VALIDATION|DEFINED_NAME|CONDITIONAL|FILTER/.test(name))
        .map(({ name, data }) => [name, sortedKeys(stripped(data ? (JSON.parse(data) as unknown) : {}))]),
    ),
  };
}

/** Without members that are null, undefined, "" or empty; undefined when nothing is left. */
function stripped(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(stripped);
  const members = Object.entries(value).flatMap(([key, member]) => {
    const kept = stripped(member);
    return kept === undefined ? [] : [[key, kept]];
  });
  return members.length === 0 ? undefined : (Object.fromEntries(members) as object);
}

function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sortedKeys);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sortedKeys(member)]),
  );
}
