import { PROTECTED, type StoredProtection } from '../../access/protections';
import { enums } from '../base/enums';
import type { Environment } from '../base/environment';
import { RangeBase } from '../base/range-base';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition, own } from '../base/service';
import { UserService } from '../script/session';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'user' | 'people' | 'protections' | 'sheet'>;

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Range = GoogleAppsScript.Spreadsheet.Range;

const calls = {
  addEditor: 'write',
  addEditors: 'write',
  canDomainEdit: 'read',
  canEdit: 'read',
  getDescription: 'read',
  getEditors: 'read',
  getProtectionType: 'read',
  getRange: 'read',
  getRangeName: 'read',
  getUnprotectedRanges: 'read',
  isWarningOnly: 'read',
  remove: 'write',
  removeEditor: 'write',
  removeEditors: 'write',
  setDescription: 'write',
  setDomainEdit: 'write',
  setRange: 'write',
  setUnprotectedRanges: 'write',
  setWarningOnly: 'write',
} as const satisfies CallTable<Protection>;

const definition: ServiceDefinition = { name: 'Protection', calls };

/** A protected range or sheet. */
export class ProtectionService extends Service<Protection> implements Pick<Protection, keyof typeof calls> {
  readonly definition = definition;

  constructor(
    private readonly environment: Needs,
    private readonly key: string,
  ) {
    super();
  }

  static ofSheet(environment: Needs, sheetId: string, type: unknown): Protection[] {
    const wholeSheet = enums.ProtectionType.labelOf(type) === 'SHEET';
    return environment.protections
      .all()
      .filter(([, stored]) => stored.sheetId === sheetId && (stored.area === undefined) === wholeSheet)
      .map(([key]) => new ProtectionService(environment, key).asGoogle);
  }

  get asGoogle(): Protection {
    return this.api;
  }

  /** Only who may edit what is protected may change its protection. */
  override beforeWrite(): void {
    if (!this.canEdit()) throw new ServiceError(PROTECTED);
  }

  getProtectionType(): GoogleAppsScript.Spreadsheet.ProtectionType {
    const type: unknown = enums.ProtectionType.value(this.stored.area ? 'RANGE' : 'SHEET');
    return type as GoogleAppsScript.Spreadsheet.ProtectionType;
  }

  getRange(): Range {
    const { sheetId, area } = this.stored;
    const sheet = this.environment.sheet(sheetId);
    if (!area) return sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
    return sheet.getRange(area.row + 1, area.column + 1, area.rows, area.columns);
  }

  setRange(range: unknown): Protection {
    const { sheetId, area } = own(RangeBase, range, 'Protection.setRange');
    return this.change({ sheetId, area });
  }

  getRangeName(): string | null {
    return this.stored.rangeName ?? null;
  }

  getUnprotectedRanges(): Range[] {
    const sheet = this.environment.sheet(this.stored.sheetId);
    return (this.stored.holes ?? []).map((hole) =>
      sheet.getRange(hole.row + 1, hole.column + 1, hole.rows, hole.columns),
    );
  }

  setUnprotectedRanges(ranges: unknown[]): Protection {
    if (this.stored.area) throw new ServiceError('Unprotected ranges are only supported for protected sheets.');
    return this.change({ holes: ranges.map((range) => own(RangeBase, range, 'Protection.setUnprotectedRanges').area) });
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
    const { stored } = this;
    return stored.warningOnly || this.environment.protections.allows(stored, this.environment.user);
  }

  getEditors(): GoogleAppsScript.Base.User[] {
    if (!this.canEdit()) throw new ServiceError(PROTECTED);
    return this.stored.editors.map((address) => new UserService(address).asGoogle);
  }

  addEditor(editor: unknown): Protection {
    return this.addEditors([editor]);
  }

  addEditors(editors: unknown[]): Protection {
    return this.change({ editors: [...new Set([...this.stored.editors, ...editors.map(addressOf)])] });
  }

  removeEditor(editor: unknown): Protection {
    return this.removeEditors([editor]);
  }

  /** Neither the owner nor whoever runs the script can be removed. */
  removeEditors(editors: unknown[]): Protection {
    const { people, user } = this.environment;
    const leaving = new Set(editors.map(addressOf).filter((address) => address !== user && !people.isOwner(address)));
    return this.change({ editors: this.stored.editors.filter((editor) => !leaving.has(editor)) });
  }

  remove(): void {
    this.environment.protections.set(this.key, undefined);
  }

  private get stored(): StoredProtection {
    const stored = this.environment.protections.get(this.key);
    if (!stored) throw new ServiceError('The protection has been removed.');
    return stored;
  }

  private change(changed: Partial<StoredProtection>): Protection {
    this.environment.protections.set(this.key, { ...this.stored, ...changed });
    return this.api;
  }
}

/** The address of a user, given as such or as a text. */
export function addressOf(editor: unknown): string {
  return editor instanceof UserService ? editor.getEmail() : String(editor);
}
