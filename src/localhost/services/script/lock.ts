import type { Environment } from '../base/environment';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition, noSuchSignature } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'user' | 'stores' | 'clock' | 'installed'>;

type Lock = GoogleAppsScript.Lock.Lock;
type LockApp = GoogleAppsScript.Lock.LockService;

const calls = {
  hasLock: 'other',
  releaseLock: 'other',
  tryLock: 'other',
  waitLock: 'other',
} as const satisfies CallTable<Lock>;

const definition: ServiceDefinition = { name: 'Lock', calls };

/**
 * A lock that is taken stays taken while an execution waits for it, since whoever holds it stands still meanwhile: the
 * time is skipped, and the lock refused.
 */
class LockHandle extends Service<Lock> implements Pick<Lock, keyof typeof calls> {
  readonly definition = definition;

  constructor(
    private readonly environment: Needs,
    private readonly name: string,
  ) {
    super();
  }

  get asGoogle(): Lock {
    return this.api;
  }

  tryLock(timeoutInMillis: number): boolean {
    return this.take('tryLock', timeoutInMillis);
  }

  waitLock(timeoutInMillis: number): void {
    if (!this.take('waitLock', timeoutInMillis))
      throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
  }

  hasLock(): boolean {
    return this.environment.stores.locks.isHeldBy(this.name, this.environment);
  }

  releaseLock(): void {
    this.environment.workbook.settle();
    this.environment.stores.locks.release(this.name, this.environment);
  }

  private take(method: string, timeout: unknown): boolean {
    if (typeof timeout !== 'number') throw noSuchSignature([timeout], `LockService.Lock.${method}`);
    const { stores, clock } = this.environment;
    const taken = stores.locks.take(this.name, this.environment);
    if (!taken) clock.skip(Math.max(0, timeout));
    return taken;
  }
}

const appCalls = {
  getDocumentLock: 'other',
  getScriptLock: 'other',
  getUserLock: 'other',
} as const satisfies CallTable<LockApp>;

const appDefinition: ServiceDefinition = { name: 'LockService', calls: appCalls };

export class LockAppService extends Service<LockApp> implements Pick<LockApp, keyof typeof appCalls> {
  readonly definition = appDefinition;

  constructor(private readonly environment: Needs) {
    super();
  }

  /** None for a script without a file, which Google's types do not say. */
  getDocumentLock(): Lock {
    if (this.environment.installed === 'standalone') return null as unknown as Lock;
    return new LockHandle(this.environment, 'document').asGoogle;
  }

  getScriptLock(): Lock {
    return new LockHandle(this.environment, 'script').asGoogle;
  }

  getUserLock(): Lock {
    return new LockHandle(this.environment, `user/${this.environment.user}`).asGoogle;
  }
}
