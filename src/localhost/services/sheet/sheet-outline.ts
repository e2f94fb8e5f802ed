import type { Line } from '../../contract/engine';
import { ServiceError } from '../../contract/service-error';
import { Outline } from '../../workbook/outline';
import { BandingService } from '../rules/banding';
import { enums } from '../base/enums';
import { FilterService } from '../rules/filter';
import { GroupService } from './group';
import type { CallTable } from '../base/service';
import { SheetBase } from './sheet-base';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const outlineCalls = {
  collapseAllColumnGroups: 'write',
  collapseAllRowGroups: 'write',
  expandAllColumnGroups: 'write',
  expandAllRowGroups: 'write',
  expandColumnGroupsUpToDepth: 'write',
  expandRowGroupsUpToDepth: 'write',
  getBandings: 'read',
  getColumnGroup: 'read',
  getColumnGroupControlPosition: 'read',
  getColumnGroupDepth: 'read',
  getFilter: 'read',
  getRowGroup: 'read',
  getRowGroupControlPosition: 'read',
  getRowGroupDepth: 'read',
  isRowHiddenByFilter: 'read',
  setColumnGroupControlPosition: 'write',
  setRowGroupControlPosition: 'write',
} as const satisfies CallTable<Sheet>;

type Group = GoogleAppsScript.Spreadsheet.Group;

type Position = GoogleAppsScript.Spreadsheet.GroupControlTogglePosition;

/** The filter of a sheet, its alternating colours, and the groups of its rows and columns. */
export abstract class SheetOutline extends SheetBase {
  getBandings(): GoogleAppsScript.Spreadsheet.Banding[] {
    return BandingService.at(this.environment, this.id);
  }

  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return FilterService.ofSheet(this.environment, this.id);
  }

  isRowHiddenByFilter(rowPosition: number): boolean {
    return this.environment.workbook.engine.isRowFiltered(this.id, rowPosition - 1);
  }

  getRowGroup(rowIndex: number, groupDepth: number): Group | null {
    return this.group('row', rowIndex, groupDepth);
  }

  getColumnGroup(columnIndex: number, groupDepth: number): Group | null {
    return this.group('column', columnIndex, groupDepth);
  }

  getRowGroupDepth(rowIndex: number): number {
    return this.outline('row').depthAt(rowIndex - 1);
  }

  getColumnGroupDepth(columnIndex: number): number {
    return this.outline('column').depthAt(columnIndex - 1);
  }

  collapseAllRowGroups(): Sheet {
    return this.expandUpTo('row', 0);
  }

  collapseAllColumnGroups(): Sheet {
    return this.expandUpTo('column', 0);
  }

  expandAllRowGroups(): Sheet {
    return this.expandUpTo('row', Infinity);
  }

  expandAllColumnGroups(): Sheet {
    return this.expandUpTo('column', Infinity);
  }

  expandRowGroupsUpToDepth(groupDepth: number): Sheet {
    return this.expandUpTo('row', groupDepth);
  }

  expandColumnGroupsUpToDepth(groupDepth: number): Sheet {
    return this.expandUpTo('column', groupDepth);
  }

  getRowGroupControlPosition(): Position {
    return this.position('row');
  }

  getColumnGroupControlPosition(): Position {
    return this.position('column');
  }

  setRowGroupControlPosition(position: unknown): Sheet {
    return this.setPosition('row', position);
  }

  setColumnGroupControlPosition(position: unknown): Sheet {
    return this.setPosition('column', position);
  }

  private outline(line: Line): Outline {
    return new Outline(this.environment.workbook, this.info.id, line);
  }

  private group(line: Line, position: number, depth: number): Group | null {
    if (!this.outline(line).at(position - 1, depth)) return null;
    return new GroupService(this.environment, this.id, line, position - 1, depth).asGoogle;
  }

  /** Unfolds all groups up to a depth and folds the others. */
  private expandUpTo(line: Line, depth: number): Sheet {
    const outline = this.outline(line);
    const groups = outline.groups();
    if (groups.length === 0) throw new ServiceError(`There are no ${line} groups on the sheet.`);
    outline.setCollapsed(groups, (group) => group.depth > depth);
    return this.api;
  }

  private position(line: Line): Position {
    const position: unknown = enums.GroupControlTogglePosition.value(this.outline(line).position);
    return position as Position;
  }

  private setPosition(line: Line, position: unknown): Sheet {
    this.outline(line).position = enums.GroupControlTogglePosition.labelOf(position);
    return this.api;
  }
}
