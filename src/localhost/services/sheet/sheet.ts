import { checkCellQuota } from './cell-quota';
import { ServiceError } from '../../contract/service-error';
import type { CallTable, ServiceDefinition } from '../base/service';
import { Bandings } from '../../workbook/banding';
import { adoptOutlines } from '../../workbook/outline';
import { ChartStore } from '../../workbook/chart-store';
import { MetadataStore } from '../../workbook/metadata-store';
import { changeBySheetCall, requireEdit } from '../base/permission';
import { rangeList } from '../range/range-list';
import { SheetLines, lineCalls } from './sheet-lines';
import { SheetSizes, sizeCalls } from './sheet-sizes';
import { SheetOutline, outlineCalls } from './sheet-outline';
import { SheetContents, contentCalls } from './sheet-contents';
import { SheetSelection, selectionCalls } from './sheet-selection';
import { SheetAttachments, attachmentCalls } from './sheet-attachments';
import { SheetTab, tabCalls } from './sheet-tab';
import { SheetBase } from './sheet-base';
import { joined } from '../base/joined';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const calls = {
  ...lineCalls,
  ...sizeCalls,
  ...outlineCalls,
  ...contentCalls,
  ...selectionCalls,
  ...attachmentCalls,
  ...tabCalls,
  copyTo: 'write',
  getRange: 'handle',
  getRangeList: 'handle',
} as const satisfies CallTable<Sheet>;

const definition: ServiceDefinition = { name: 'Sheet', calls };

/** All that can be done with a sheet, a part for each concern. */
const Parts = joined(
  SheetBase,
  SheetLines,
  SheetSizes,
  SheetOutline,
  SheetContents,
  SheetSelection,
  SheetAttachments,
  SheetTab,
);

/** One sheet of the workbook. */
export class SheetService extends Parts implements Pick<Sheet, keyof typeof calls> {
  readonly definition = definition;

  override beforeWrite(member: string, args: readonly unknown[]): void {
    const change = changeBySheetCall(member, args, this.info, () => this.getLastRow());
    if (change) requireEdit(this.environment, this.id, change);
  }

  getRange(from: number | string, column?: number, rows = 1, columns = 1): Range {
    return this.range(from, column, rows, columns).asGoogle;
  }

  getRangeList(addresses: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    return rangeList(this.environment, addresses, 'SpreadsheetApp.Sheet.getRangeList', (address) =>
      this.range(address),
    );
  }

  /** Copies the sheet within its workbook. */
  copyTo(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet {
    const { workbook } = this.environment;
    if (spreadsheet.getId() !== this.environment.spreadsheet().getId()) {
      throw new ServiceError('Sheet.copyTo another spreadsheet is not part of this local spreadsheet.');
    }
    const before = new Set(workbook.sheets().map((sheet) => sheet.id));
    checkCellQuota(workbook, this.info.rows * this.info.columns);
    workbook.move(this.id, (engine) => engine.copySheet(this.id));
    const copy = workbook.sheets().find((sheet) => !before.has(sheet.id));
    if (!copy) throw new ServiceError('The sheet could not be copied.');
    new MetadataStore(workbook).adopt(copy.id, this.id);
    new ChartStore(workbook).adopt(copy.id, this.id);
    adoptOutlines(workbook, copy.id, this.id);
    new Bandings(workbook).adopt(copy.id, this.id);
    const service = new SheetService(this.environment, copy.id);
    service.setName(
      unusedName(
        `Copy of ${this.getName()}`,
        workbook.sheets().map((sheet) => sheet.name),
      ),
    );
    return service.asGoogle;
  }
}

function unusedName(wanted: string, names: string[]): string {
  let name = wanted;
  for (let count = 2; names.includes(name); count++) name = `${wanted} ${count}`;
  return name;
}
