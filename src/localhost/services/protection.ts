import { randomUUID } from 'node:crypto';
import type { Area } from '../engine/contract';
import type { StateValue } from '../local-state';
import type { Environment } from './environment';
import { type CallTable, Service, type ServiceDefinition } from './service';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

const calls = {
  addEditor: 'write',
  addEditors: 'write',
  canDomainEdit: 'read',
  canEdit: 'read',
  getDescription: 'read',
  isWarningOnly: 'read',
  remove: 'write',
  removeEditor: 'write',
  removeEditors: 'write',
  setDescription: 'write',
  setDomainEdit: 'write',
  setWarningOnly: 'write',
} as const satisfies CallTable<Protection>;

const definition: ServiceDefinition = { name: 'Protection', calls };

interface Stored {
  sheetId: string;
  /** Absent for a whole sheet. */
  area?: Area;
  description: string;
  warningOnly: boolean;
  domainEdit: boolean;
  editors: string[];
}

/** A protected range or sheet. It is kept and handed back; nothing is enforced. */
export class ProtectionService extends Service<Protection> implements Pick<Protection, keyof typeof calls> {
  readonly definition = definition;

  private constructor(
    private readonly environment: Environment,
    private readonly key: string,
  ) {
    super();
  }

  static create(environment: Environment, sheetId: string, area?: Area): ProtectionService {
    const protection = new ProtectionService(environment, `protection/${randomUUID()}`);
    protection.store({
      sheetId,
      ...(area && { area }),
      description: '',
      warningOnly: false,
      domainEdit: true,
      editors: environment.user ? [environment.user] : [],
    });
    return protection;
  }

  static ofSheet(environment: Environment, sheetId: string, wholeSheet: boolean): ProtectionService[] {
    return environment.workbook.state
      .entries('protection/')
      .filter(([, value]) => {
        const stored = value as unknown as Stored;
        return stored.sheetId === sheetId && (stored.area === undefined) === wholeSheet;
      })
      .map(([key]) => new ProtectionService(environment, key));
  }

  get asGoogle(): Protection {
    return this.api;
  }

  getDescription(): string {
    return this.stored.description;
  }

  setDescription(description: string): Protection {
    return this.change({ description: String(description) });
  }

  isWarningOnly(): boolean {
    return this.stored.warningOnly;
  }

  setWarningOnly(warningOnly: boolean): Protection {
    return this.change({ warningOnly });
  }

  canDomainEdit(): boolean {
    return this.stored.domainEdit;
  }

  setDomainEdit(domainEdit: boolean): Protection {
    return this.change({ domainEdit });
  }

  canEdit(): boolean {
    const { warningOnly, domainEdit, editors } = this.stored;
    return warningOnly || domainEdit || editors.includes(this.environment.user);
  }

  addEditor(editor: unknown): Protection {
    return this.addEditors([addressOf(editor)]);
  }

  addEditors(addresses: string[]): Protection {
    return this.change({ editors: [...new Set([...this.stored.editors, ...addresses.map(String)])] });
  }

  removeEditor(editor: unknown): Protection {
    return this.removeEditors([addressOf(editor)]);
  }

  removeEditors(addresses: unknown[]): Protection {
    const leaving = new Set(addresses.map(addressOf));
    return this.change({ editors: this.stored.editors.filter((editor) => !leaving.has(editor)) });
  }

  remove(): void {
    this.environment.workbook.state.set(this.key, undefined);
  }

  private get stored(): Stored {
    return this.environment.workbook.state.get(this.key) as unknown as Stored;
  }

  private change(changed: Partial<Stored>): Protection {
    this.store({ ...this.stored, ...changed });
    return this.api;
  }

  private store(stored: Stored): void {
    this.environment.workbook.state.set(this.key, stored as unknown as StateValue);
  }
}

function addressOf(editor: unknown): string {
  const user = editor as { getEmail?: () => string };
  return typeof editor === 'string' ? editor : String(user.getEmail?.() ?? '');
}
