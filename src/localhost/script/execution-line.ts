import type { ExecutionRecord } from '../contract/host';

/**
 * One line about an execution, such as `12:05:09 Add-on submitForm by owner@example.com: Completed in 84 ms (3 reads, 2
 * writes)`, with the error and its line where it failed. Times are the machine's.
 */
export function executionLine(record: ExecutionRecord): string {
  const { functionName, kind, user, started, milliseconds, calls, status, error, line } = record;
  const time = new Date(started).toTimeString().slice(0, 8);
  const counts = [counted(calls.reads, 'read'), counted(calls.writes, 'write')].filter((text) => text !== '');
  const by = user === '' ? '' : ` by ${user}`;
  const costs = counts.length > 0 ? ` (${counts.join(', ')})` : '';
  const reason = error === undefined ? '' : `: ${error}${line === undefined ? '' : ` (line ${line})`}`;
  return `${time} ${kind} ${functionName}${by}: ${status} in ${milliseconds.toFixed(0)} ms${costs}${reason}`;
}

/** Whether it is worth a line: the many calls of cells are when something is wrong with them. */
export function isWorthALine({ kind, status }: ExecutionRecord): boolean {
  return kind !== 'Custom function' || status !== 'Completed';
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}
