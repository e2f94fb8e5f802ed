import type { CallCounts, ServiceCall } from '../contract/host';
import type { Authorization } from '../access/authorization';
import { type CallKind, ServiceError } from '../contract/service-error';

/** An execution's own service call, before anybody has said whose. */
export type CallOfExecution = Pick<ServiceCall, 'number' | 'kind' | 'service' | 'method'>;

/** Google's words for an execution that it has stopped. */
export const KILLED = 'Exceeded maximum execution time';

/** Stands before every service call of one execution: counts it, and refuses what is forbidden or too late. */
export class CallGuard {
  readonly counts: CallCounts = { reads: 0, writes: 0, turns: 0, other: 0, handles: 0 };
  private number = 0;
  private killed = false;
  private lastTurn: 'read' | 'write' | undefined;

  /**
   * @param isOverdue whether the execution's time is up
   * @param before is told of every call and of the end, and may answer `kill`
   */
  constructor(
    private readonly authorization: Authorization,
    private readonly isOverdue: () => boolean,
    private readonly before: (call: CallOfExecution) => unknown,
  ) {}

  get isKilled(): boolean {
    return this.killed;
  }

  /** From now on every call fails: a script that catches the failure gets it again. */
  kill(): ServiceError {
    this.killed = true;
    return new ServiceError(KILLED);
  }

  /** @throws ServiceError when the call may not be made */
  call(kind: CallKind, service: string, method: string): void {
    this.allow(kind, service, method);
    this.authorization.check(kind, service, method);
    this.count(kind);
  }

  /** The function has returned. @throws ServiceError when that was too late */
  end(): void {
    this.allow('end', '', '');
  }

  private allow(kind: ServiceCall['kind'], service: string, method: string): void {
    if (!this.killed) {
      this.number += 1;
      this.killed = this.before({ number: this.number, kind, service, method }) === 'kill';
    }
    if (this.killed || this.isOverdue()) throw this.kill();
  }

  private count(kind: CallKind): void {
    if (kind === 'handle') this.counts.handles++;
    else if (kind === 'other') this.counts.other++;
    else {
      if (kind === 'read') this.counts.reads++;
      else this.counts.writes++;
      if (this.lastTurn !== undefined && this.lastTurn !== kind) this.counts.turns++;
      this.lastTurn = kind;
    }
  }
}
