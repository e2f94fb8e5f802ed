import type { HostClock } from '../../clock/host-clock';
import type { Environment } from '../base/environment';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'user' | 'stores' | 'clock' | 'installed'>;

type Cache = GoogleAppsScript.Cache.Cache;
type CacheApp = GoogleAppsScript.Cache.CacheService;

const VALUE_LIMIT = 100 * 1024;
const LONGEST_SECONDS = 21_600;
const USUAL_SECONDS = 600;

const calls = {
  get: 'other',
  getAll: 'other',
  put: 'other',
  putAll: 'other',
  remove: 'other',
  removeAll: 'other',
} as const satisfies CallTable<Cache>;

const definition: ServiceDefinition = { name: 'Cache', calls };

class CacheStore extends Service<Cache> implements Pick<Cache, keyof typeof calls> {
  readonly definition = definition;

  constructor(
    private readonly entries: Map<string, { value: string; expires: number }>,
    private readonly clock: HostClock,
  ) {
    super();
  }

  get asGoogle(): Cache {
    return this.api;
  }

  get(key: string): string | null {
    const entry = this.entries.get(key);
    if (!entry || entry.expires <= this.clock.now()) return null;
    return entry.value;
  }

  getAll(keys: string[]): Record<string, string> {
    const found = keys.map((key) => [key, this.get(key)] as const).filter(([, value]) => value !== null);
    return Object.fromEntries(found) as Record<string, string>;
  }

  put(key: string, value: string, expirationInSeconds = USUAL_SECONDS): void {
    if (Buffer.byteLength(String(value)) > VALUE_LIMIT) throw new ServiceError('Argument too large: value');
    const seconds = Math.min(Math.max(expirationInSeconds, 1), LONGEST_SECONDS);
    this.entries.set(String(key), { value: String(value), expires: this.clock.now() + seconds * 1000 });
  }

  putAll(values: Record<string, string>, expirationInSeconds?: number): void {
    for (const [key, value] of Object.entries(values)) this.put(key, value, expirationInSeconds);
  }

  remove(key: string): void {
    this.entries.delete(key);
  }

  removeAll(keys: string[]): void {
    for (const key of keys) this.remove(key);
  }
}

const appCalls = {
  getDocumentCache: 'other',
  getScriptCache: 'other',
  getUserCache: 'other',
} as const satisfies CallTable<CacheApp>;

const appDefinition: ServiceDefinition = { name: 'CacheService', calls: appCalls };

/** Kept in memory: a cache may lose everything at any time, and does so when the host ends. */
export class CacheAppService extends Service<CacheApp> implements Pick<CacheApp, keyof typeof appCalls> {
  readonly definition = appDefinition;

  constructor(private readonly environment: Needs) {
    super();
  }

  /** None for a script without a file, which Google's types do not say. */
  getDocumentCache(): Cache {
    if (this.environment.installed === 'standalone') return null as unknown as Cache;
    return this.cache('document');
  }

  getScriptCache(): Cache {
    return this.cache('script');
  }

  getUserCache(): Cache {
    return this.cache(`user/${this.environment.user}`);
  }

  private cache(name: string): Cache {
    const { stores, clock } = this.environment;
    return new CacheStore(stores.cache(name), clock).asGoogle;
  }
}
