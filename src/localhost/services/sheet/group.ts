import type { Line } from '../../contract/engine';
import { type LineGroup, Outline } from '../../workbook/outline';
import type { Environment } from '../base/environment';
import { requireEdit } from '../base/permission';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'user' | 'protections' | 'sheet'>;

type Group = GoogleAppsScript.Spreadsheet.Group;

const calls = {
  collapse: 'write',
  expand: 'write',
  getControlIndex: 'read',
  getDepth: 'handle',
  getRange: 'read',
  isCollapsed: 'read',
  remove: 'write',
} as const satisfies CallTable<Group>;

const definition: ServiceDefinition = { name: 'Group', calls };

/** A group of rows or columns, known by a line in it and its depth. */
export class GroupService extends Service<Group> implements Pick<Group, keyof typeof calls> {
  readonly definition = definition;
  private readonly outline: Outline;

  constructor(
    private readonly environment: Needs,
    private readonly sheetId: string,
    line: Line,
    private readonly index: number,
    private readonly depth: number,
  ) {
    super();
    this.outline = new Outline(environment.workbook, sheetId, line);
  }

  get asGoogle(): Group {
    return this.api;
  }

  override beforeWrite(): void {
    requireEdit(this.environment, this.sheetId, 'sheet');
  }

  collapse(): Group {
    this.outline.setCollapsed([this.group], () => true);
    return this.api;
  }

  expand(): Group {
    this.outline.setCollapsed([this.group], () => false);
    return this.api;
  }

  isCollapsed(): boolean {
    return this.group.collapsed;
  }

  getDepth(): number {
    return this.depth;
  }

  getControlIndex(): number {
    const { first, count } = this.group;
    return this.outline.position === 'BEFORE' ? first : first + count + 1;
  }

  getRange(): GoogleAppsScript.Spreadsheet.Range {
    const { first, count } = this.group;
    const sheet = this.environment.sheet(this.sheetId);
    return this.outline.line === 'row'
      ? sheet.getRange(first + 1, 1, count, sheet.getMaxColumns())
      : sheet.getRange(1, first + 1, sheet.getMaxRows(), count);
  }

  /** Lines that it has folded away stay hidden. */
  remove(): void {
    const { first, count } = this.group;
    this.outline.shift(first, count, -1);
  }

  private get group(): LineGroup {
    const group = this.outline.at(this.index, this.depth);
    if (!group) throw new ServiceError('The group does not exist any more.');
    return group;
  }
}
