import type { Environment } from '../base/environment';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'project' | 'user' | 'authMode'>;

type User = GoogleAppsScript.Base.User;
type Session = GoogleAppsScript.Base.Session;

const userCalls = { getEmail: 'handle', getUserLoginId: 'handle' } as const;
const userDefinition: ServiceDefinition = { name: 'User', calls: userCalls };

export class UserService extends Service<User> implements Pick<User, 'getEmail'> {
  readonly definition = userDefinition;

  constructor(private readonly address: string) {
    super();
  }

  get asGoogle(): User {
    return this.api;
  }

  getEmail(): string {
    return this.address;
  }

  getUserLoginId(): string {
    return this.address;
  }
}

const calls = {
  getActiveUser: 'other',
  getActiveUserLocale: 'other',
  getEffectiveUser: 'other',
  getScriptTimeZone: 'other',
  getTemporaryActiveUserKey: 'other',
} as const satisfies CallTable<Session>;

const definition: ServiceDefinition = { name: 'Session', calls };

export class SessionService extends Service<Session> implements Pick<Session, keyof typeof calls> {
  readonly definition = definition;

  constructor(private readonly environment: Needs) {
    super();
  }

  getActiveUser(): User {
    return new UserService(visibleUser(this.environment)).asGoogle;
  }

  getEffectiveUser(): User {
    return this.getActiveUser();
  }

  getActiveUserLocale(): string {
    return 'en';
  }

  getScriptTimeZone(): string {
    return this.environment.project.timeZone;
  }

  getTemporaryActiveUserKey(): string {
    return Buffer.from(this.environment.user).toString('base64url');
  }
}

/** The address that a script gets to see: none unless the person has authorised it to. */
export function visibleUser({ authMode, user }: Pick<Environment, 'authMode' | 'user'>): string {
  return authMode === 'FULL' ? user : '';
}
