import type { ExecutionRecord } from '../contract/host';
import type { Dialogs } from './dialogs';
import { element } from './dom';

const columns = ['Function', 'User', 'Type', 'Started', 'Duration', 'Calls', 'Status'];

/** Shows what the project has run for whom, the newest first, as Google's list of executions does. */
export async function showExecutions(dialogs: Dialogs): Promise<void> {
  let records: ExecutionRecord[];
  try {
    const response = await fetch('/executions');
    records = (await response.json()) as ExecutionRecord[];
  } catch {
    dialogs.alert('Executions', 'The local host does not answer. Is it still running?');
    return;
  }
  const table = element(
    'table',
    { class: 'executions' },
    element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...records.map(rowOf)),
  );
  const none = element('p', {}, 'Nothing has been run since the host was started.');
  dialogs.panel('Executions', records.length > 0 ? table : none);
}

function rowOf({ functionName, user, kind, started, milliseconds, calls, ...end }: ExecutionRecord): HTMLElement {
  const status = element('td', { class: end.status === 'Completed' ? undefined : 'failed' }, end.status);
  if (end.error !== undefined) {
    const line = end.line === undefined ? '' : ` (line ${end.line})`;
    status.append(element('div', { class: 'reason' }, `${end.error}${line}`));
  }
  if (end.log) status.append(element('pre', {}, end.log.join('\n')));
  const duration = milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  const texts = [user, kind, new Date(started).toLocaleTimeString(), duration, countsOf(calls)];
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, functionName),
    ...texts.map((text) => element('td', {}, text)),
    status,
  );
}

function countsOf({ reads, writes, other }: ExecutionRecord['calls']): string {
  return `${reads} read, ${writes} write, ${other} other`;
}
