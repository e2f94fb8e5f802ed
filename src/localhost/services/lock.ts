import type { Environment } from './environment';
import { type CallTable, Service, type ServiceDefinition, ServiceError } from './service';

type Lock = GoogleAppsScript.Lock.Lock;
type LockApp = GoogleAppsScript.Lock.LockService;

const calls = {
  hasLock: 'other',
  releaseLock: 'other',
  tryLock: 'other',
  waitLock: 'other',
} as const satisfies CallTable<Lock>;

const definition: ServiceDefinition = { name: 'Lock', calls };

/** Executions run one after the other, so waiting could never help: a lock that is taken is refused at once. */
class LockHandle extends Service<Lock> implements Pick<Lock, keyof typeof calls> {
  readonly definition = definition;

  constructor(
    private readonly environment: Environment,
    private readonly name: string,
  ) {
    super();
  }

  get asGoogle(): Lock {
    return this.api;
  }

  tryLock(): boolean {
    return this.environment.stores.locks.take(this.name, this.environment);
  }

  waitLock(): void {
    if (!this.tryLock()) throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
  }

  hasLock(): boolean {
    return this.environment.stores.locks.isHeldBy(this.name, this.environment);
  }

  releaseLock(): void {
    this.environment.workbook.settle();
    this.environment.stores.locks.release(this.name, this.environment);
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

  constructor(private readonly environment: Environment) {
    super();
  }

  getDocumentLock(): Lock {
    return new LockHandle(this.environment, 'document').asGoogle;
  }

  getScriptLock(): Lock {
    return new LockHandle(this.environment, 'script').asGoogle;
  }

  getUserLock(): Lock {
    return new LockHandle(this.environment, `user/${this.environment.user}`).asGoogle;
  }
}
