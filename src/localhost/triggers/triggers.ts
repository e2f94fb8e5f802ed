import { readA1 } from '../notation/a1';
import type { ChangeType } from './change-types';
import type { CellValue } from '../contract/engine';
import type { ScriptFailure } from '../script/execution';
import type { Executions } from '../script/executions';
import type { Start } from '../script/start';
import type { Installation } from '../contract/host';
import type { InstalledTriggers } from './installed-triggers';
import type { People } from '../access/people';
import type { Selection } from '../contract/protocol';
import type { Environment } from '../services/base/environment';
import type { RangeBase } from '../services/base/range-base';
import { AuthMode } from '../services/script/script-app';
import { UserService, visibleUser } from '../services/script/session';
import { SheetService } from '../services/sheet/sheet';
import type { Workbook } from '../workbook/workbook';

/** The cells that a person has just changed in the page; rows and columns count from 1. */
export interface EditedRange {
  sheetId: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** What was in the cell, when it is only one. */
  oldValue?: CellValue | undefined;
}

type SimpleTrigger = 'onInstall' | 'onOpen' | 'onEdit' | 'onSelectionChange';

/** In the workbook's state: somebody has used the add-on in this file. */
const ENABLED = 'addOnEnabled';

/**
 * Runs the project's triggers, simple ones and installed ones, for what people do; what scripts do sets off none. What a
 * trigger throws is in its execution's record and stops nothing.
 */
export class Triggers {
  constructor(
    private readonly executions: Executions,
    private readonly installedOnes: InstalledTriggers,
    private readonly people: People,
    private readonly workbook: Workbook,
    private readonly installation: Installation,
  ) {}

  /** An add-on is used in the file: from now on it may do more there, whoever opens it. */
  enable(): void {
    if (!this.isEnabled) this.workbook.state.set(ENABLED, true);
  }

  /** The person gets the add-on from the store while they look at the file. */
  installed(user: string): void {
    this.enable();
    this.run({ functionName: 'onInstall', kind: 'Add-on', user }, () => ({}));
  }

  /** Answers why `onOpen` has failed, if it has. */
  opened(user: string): ScriptFailure | undefined {
    const authMode = this.isEnabled ? 'LIMITED' : 'NONE';
    const failure = this.run({ functionName: 'onOpen', kind: 'Simple trigger', user, authMode }, () => ({}));
    if (this.people.mayEdit(user)) this.installedOnes.fire('ON_OPEN', user, () => ({}));
    return failure;
  }

  /** Whether anybody is interested in what is edited. */
  get hearsEdits(): boolean {
    return (this.isEnabled && this.executions.projectHas('onEdit')) || this.installedOnes.has('ON_EDIT');
  }

  get hearsChanges(): boolean {
    return this.installedOnes.has('ON_CHANGE');
  }

  edited(user: string, edited: EditedRange): void {
    const { sheetId, row, column, rows, columns, oldValue } = edited;
    const details = (environment: Environment): object => {
      const range = new SheetService(environment, sheetId).range(row, column, rows, columns);
      if (rows !== 1 || columns !== 1) return { range };
      const [[value = null] = []] = this.workbook.read(sheetId, range.area);
      return { range, value: valueInEvent(value), oldValue: valueInEvent(oldValue ?? null) };
    };
    this.runEnabled('onEdit', user, details);
    this.installedOnes.fire('ON_EDIT', user, details);
  }

  /** Anything but a selection was changed. */
  changed(user: string, changeType: ChangeType): void {
    this.installedOnes.fire('ON_CHANGE', user, () => ({ changeType }));
  }

  selected(user: string, { sheetId, a1 }: Selection): void {
    const area = readA1(a1);
    if (!area || !this.workbook.findSheet(sheetId)) return;
    this.runEnabled('onSelectionChange', user, (environment) => ({
      range: new SheetService(environment, sheetId).getRange(a1) as unknown as RangeBase,
    }));
  }

  private get isEnabled(): boolean {
    return this.installation !== 'add-on' || this.workbook.state.get(ENABLED) === true;
  }

  private runEnabled(name: SimpleTrigger, user: string, event: (environment: Environment) => object): void {
    if (this.isEnabled) this.run({ functionName: name, kind: 'Simple trigger', user }, event);
  }

  private run(
    start: Start & { functionName: SimpleTrigger },
    event: (environment: Environment) => object,
  ): ScriptFailure | undefined {
    const { functionName, user } = start;
    if (!this.executions.projectHas(functionName) || !this.people.mayEdit(user)) return undefined;
    return this.executions.run(start, (execution, environment) => {
      try {
        const common = {
          authMode: AuthMode.value(environment.authMode),
          user: new UserService(visibleUser(environment)),
          source: environment.spreadsheet(),
        };
        execution.call(functionName, [{ ...common, ...event(environment) }]);
        return undefined;
      } catch (thrown) {
        return execution.fail(thrown);
      }
    });
  }
}

/** In events a blank is undefined, a date its number, and a checkbox a text. */
function valueInEvent(value: CellValue): string | number | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' ? value.serial : value;
}
