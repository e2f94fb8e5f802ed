import type { Executions } from './executions';
import { AuthMode } from './services/script-app';
import { SheetService } from './services/sheet';
import { UserService } from './services/session';
import type { Environment } from './services/environment';

/** The cells that a person has just changed in the page; rows and columns count from 1. */
export interface EditedRange {
  sheetId: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** What was in the cell, when it is only one. */
  oldValue?: unknown;
}

/** Runs the project's `onOpen`, if it has one. What it throws is in the execution's record and stops nothing. */
export function runOnOpen(executions: Executions, user: string): void {
  runTrigger(executions, 'onOpen', user, (environment) => ({
    authMode: AuthMode.value('LIMITED'),
    user: new UserService(user),
    source: environment.spreadsheet(),
  }));
}

/** Runs the project's `onEdit`, if it has one, for what a person has changed. */
export function runOnEdit(executions: Executions, user: string, edited: EditedRange): void {
  runTrigger(executions, 'onEdit', user, (environment) => {
    const range = new SheetService(environment, edited.sheetId).range(
      edited.row,
      edited.column,
      edited.rows,
      edited.columns,
    );
    const isOneCell = edited.rows === 1 && edited.columns === 1;
    return {
      authMode: AuthMode.value('LIMITED'),
      user: new UserService(user),
      source: environment.spreadsheet(),
      range,
      ...(isOneCell && { value: textOf(range.getValue()), oldValue: textOf(edited.oldValue) }),
    };
  });
}

function runTrigger(
  executions: Executions,
  name: 'onOpen' | 'onEdit',
  user: string,
  event: (environment: Environment) => object,
): void {
  if (!executions.projectHas(name)) return;
  executions.run(name, user, (execution, environment) => {
    try {
      execution.call(name, [event(environment)]);
    } catch (thrown) {
      execution.fail(thrown);
    }
  });
}

/** Events carry texts and numbers; an empty cell is undefined. */
function textOf(value: unknown): unknown {
  return value === '' || value === null || value === undefined
    ? undefined
    : typeof value === 'object'
      ? String(value)
      : value;
}
