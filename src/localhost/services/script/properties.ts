import type { UserProperties } from '../../contract/host';
import type { Environment } from '../base/environment';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'user' | 'userProperties' | 'installed'>;

type Properties = GoogleAppsScript.Properties.Properties;
type PropertiesApp = GoogleAppsScript.Properties.PropertiesService;

const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

const calls = {
  deleteAllProperties: 'other',
  deleteProperty: 'other',
  getKeys: 'other',
  getProperties: 'other',
  getProperty: 'other',
  setProperties: 'other',
  setProperty: 'other',
} as const satisfies CallTable<Properties>;

const definition: ServiceDefinition = { name: 'Properties', calls };

/** One store of texts by key. */
class PropertiesStore extends Service<Properties> implements Pick<Properties, keyof typeof calls> {
  readonly definition = definition;

  constructor(
    private readonly state: UserProperties,
    /** Beginning of the store's keys. */
    private readonly prefix: string,
  ) {
    super();
  }

  get asGoogle(): Properties {
    return this.api;
  }

  getProperty(key: string): string | null {
    return (this.state.get(this.prefix + key) as string | undefined) ?? null;
  }

  getProperties(): Record<string, string> {
    return Object.fromEntries(this.entries);
  }

  getKeys(): string[] {
    return this.entries.map(([key]) => key);
  }

  setProperty(key: string, value: string): Properties {
    const text = String(value);
    if (size(String(key), text) > VALUE_LIMIT) throw new ServiceError('Argument too large: value');
    const others = this.entries.filter(([known]) => known !== key);
    const stored = others.reduce((sum, [known, held]) => sum + size(known, held), 0);
    if (stored + size(String(key), text) > STORE_LIMIT) {
      throw new ServiceError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    this.state.set(this.prefix + String(key), text);
    return this.api;
  }

  setProperties(properties: Record<string, string>, deleteAllOthers = false): Properties {
    if (deleteAllOthers) this.deleteAllProperties();
    for (const [key, value] of Object.entries(properties)) this.setProperty(key, value);
    return this.api;
  }

  deleteProperty(key: string): Properties {
    if (this.getProperty(key) !== null) this.state.set(this.prefix + key, undefined);
    return this.api;
  }

  deleteAllProperties(): Properties {
    for (const key of this.getKeys()) this.deleteProperty(key);
    return this.api;
  }

  private get entries(): [string, string][] {
    return this.state.entries(this.prefix).map(([key, value]) => [key.slice(this.prefix.length), value as string]);
  }
}

function size(key: string, value: string): number {
  return Buffer.byteLength(key) + Buffer.byteLength(value);
}

const appCalls = {
  getDocumentProperties: 'other',
  getScriptProperties: 'other',
  getUserProperties: 'other',
} as const satisfies CallTable<PropertiesApp>;

const appDefinition: ServiceDefinition = { name: 'PropertiesService', calls: appCalls };

/** Everything is kept in the workbook's file, a user's properties under that user's name. */
export class PropertiesAppService extends Service<PropertiesApp> implements Pick<PropertiesApp, keyof typeof appCalls> {
  readonly definition = appDefinition;

  constructor(private readonly environment: Needs) {
    super();
  }

  /** None for a script without a file, which Google's types do not say. */
  getDocumentProperties(): Properties {
    if (this.environment.installed === 'standalone') return null as unknown as Properties;
    return new PropertiesStore(this.environment.workbook.state, 'property/document/').asGoogle;
  }

  getScriptProperties(): Properties {
    return new PropertiesStore(this.environment.workbook.state, 'property/script/').asGoogle;
  }

  getUserProperties(): Properties {
    const { userProperties, user } = this.environment;
    return new PropertiesStore(userProperties, `property/user/${encodeURIComponent(user)}/`).asGoogle;
  }
}
