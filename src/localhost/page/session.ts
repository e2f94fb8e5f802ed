import type { Mutation, ToPage, Answer } from '../contract/protocol';
import type { Grid } from './grid';
import { Link } from './link';
import { Mirror } from './mirror';
import type { Place } from './view';

const NOT_FITTING =
  'Your last change did not fit the workbook as it is now and was not written. Please enter it again.';

/** For tests and scripts, as `window.hostState`: how far the page is with the host. */
export interface HostState {
  /** The workbook is shown and the host is connected. */
  ready: boolean;
  /** Number of the last change of the host that this page shows. */
  sequence: number;
  /** Edits of this page that the host has not yet taken. */
  pending: number;
}

/** Messages that concern the page around the workbook. */
export type InterfaceMessage = Exclude<
  ToPage,
  { type: 'snapshot' } | { type: 'mutations' } | { type: 'taken' } | { type: 'reload' }
>;

export interface SessionEvents {
  onState(state: Readonly<HostState>): void;
  /** A new workbook is shown; the host calls the project `title`. */
  onShown(title: string, locale: string): void;
  /** The person's last edits were not written. */
  onRefused(reason: string): void;
  /** The connection was lost; `unsaved` edits were on their way. */
  onLost(unsaved: number, reason: string): void;
  onInterface(message: InterfaceMessage): void;
}

/** One page's part in the workbook: its mirror, its edits on their way, and the connection to the host. */
export class Session {
  readonly state: HostState = { ready: false, sequence: 0, pending: 0 };
  private readonly mirror: Mirror;
  private readonly link: Link;
  private readonly settled: (() => void)[] = [];
  private lastEdit = 0;
  /** Edits on their way, oldest first. */
  private onTheirWay: { edit: number; base: number }[] = [];
  /** The last edit that a snapshot asked for will have made void. */
  private voidUpTo = 0;
  /** Edits that were made while a snapshot is asked for, with the change that they stand on: they are sent once it is shown. */
  private waiting: { base: number; mutations: Mutation[] }[] = [];
  private awaitsSnapshot = false;
  /** Edits may be sent: they stand on what the host has. */
  private upToDate = false;

  constructor(
    grid: Grid,
    user: string,
    private readonly events: SessionEvents,
  ) {
    this.mirror = new Mirror(
      grid,
      (mutations) => this.send(mutations),
      () => this.report(),
    );
    this.link = new Link(user, {
      onMessage: (message) => this.receive(message),
      onLost: (reason) => this.lose(reason),
    });
  }

  /** Resolves when the host has taken everything the person has done, or is not there to take it. */
  async allTaken(): Promise<void> {
    this.mirror.handOn();
    if (this.state.pending > 0) await new Promise<void>((resolve) => this.settled.push(resolve));
  }

  sendSelection(place: Place): void {
    this.link.send({ type: 'selection', ...place });
  }

  allowImport(id: string): void {
    this.link.send({ type: 'allowImport', id });
  }

  answer(id: string, answer: Answer): void {
    this.link.send({ type: 'answer', id, ...answer });
  }

  private send(mutations: Mutation[]): void {
    const base = this.state.sequence;
    if (this.upToDate) this.sendOn(base, mutations);
    else if (this.awaitsSnapshot) this.waiting.push({ base, mutations });
    this.report();
  }

  private sendOn(base: number, mutations: Mutation[]): void {
    this.lastEdit += 1;
    this.onTheirWay.push({ edit: this.lastEdit, base });
    this.link.send({ type: 'edit', edit: this.lastEdit, base, mutations });
  }

  /**
   * Does what the person did meanwhile on the new workbook, and sends it with the change that it was made on: so the host
   * knows which cells have moved since.
   */
  private sendWaiting(): void {
    for (const { base, mutations } of this.waiting.splice(0)) {
      try {
        this.mirror.doAgain(mutations);
      } catch {
        this.events.onRefused(NOT_FITTING);
        continue;
      }
      this.sendOn(base, mutations);
    }
  }

  private async receive(message: ToPage): Promise<void> {
    switch (message.type) {
      case 'snapshot':
        await this.show(message);
        break;
      case 'mutations':
        await this.apply(message);
        break;
      case 'taken':
        this.forgetUpTo(message.edit);
        this.state.sequence = message.sequence;
        break;
      case 'reload':
        this.events.onRefused(message.reason);
        this.refresh();
        break;
      default:
        this.events.onInterface(message);
        return;
    }
    this.report();
  }

  private async show({ sequence, snapshot, title, locale }: Extract<ToPage, { type: 'snapshot' }>): Promise<void> {
    this.mirror.handOn();
    this.forgetUpTo(this.voidUpTo);
    if (this.isOvertakenBy(sequence)) {
      this.refresh();
      return;
    }
    await this.mirror.load(snapshot, () => {
      this.state.sequence = sequence;
      this.upToDate = true;
      this.awaitsSnapshot = false;
      this.sendWaiting();
    });
    this.state.ready = true;
    this.events.onShown(title, locale);
  }

  private async apply({ sequence, mutations, step }: Extract<ToPage, { type: 'mutations' }>): Promise<void> {
    // Until the snapshot comes that was asked for, changes have nothing to stand on.
    if (!this.upToDate) return;
    this.mirror.handOn();
    if (this.isOvertakenBy(sequence)) {
      this.refresh();
      return;
    }
    try {
      await this.mirror.apply(mutations, step);
      this.state.sequence = sequence;
    } catch (error) {
      console.error('A change of the host did not fit this page, which takes a new snapshot.', error);
      this.refresh();
    }
  }

  /**
   * Whether an edit on its way claims to stand on this change and yet was made before it came: the host answers an edit with
   * `taken` and, under the same number, with what else the page must know. The two would stand in another order here than there.
   */
  private isOvertakenBy(sequence: number): boolean {
    return this.onTheirWay.some(({ base }) => base >= sequence);
  }

  private forgetUpTo(edit: number): void {
    this.onTheirWay = this.onTheirWay.filter((other) => other.edit > edit);
  }

  /** Edits still on their way are void from here on: the host either has them in the snapshot or has refused them. */
  private refresh(): void {
    this.mirror.handOn();
    this.voidUpTo = this.lastEdit;
    this.upToDate = false;
    this.awaitsSnapshot = true;
    this.state.ready = false;
    this.link.send({ type: 'refresh' });
  }

  private lose(reason: string): void {
    this.mirror.handOn();
    const unsaved = this.onTheirWay.length + this.waiting.length;
    // The next connection counts its edits from 1.
    this.lastEdit = 0;
    this.onTheirWay = [];
    this.waiting = [];
    this.awaitsSnapshot = false;
    this.voidUpTo = 0;
    this.upToDate = false;
    this.state.ready = false;
    this.report();
    this.events.onLost(unsaved, reason);
  }

  private report(): void {
    this.state.pending = this.onTheirWay.length + this.waiting.length + (this.mirror.collecting ? 1 : 0);
    if (this.state.pending === 0) this.settled.splice(0).forEach((resolve) => resolve());
    this.events.onState(this.state);
  }
}
