import type { Source } from './source';

/** A worklog a row, with an ID of its own and its time in seconds. */
export const worklogs: Source = {
  id: 'worklogs',
  name: 'Worklogs of issues',
  target: 'contributions',
  knownBy: ['issue_key', 'worklog_id', 'author', ['time_spent_seconds', 'time_spent'], 'started'],
  fields: {
    date: 'started',
    party: 'author',
    quantity: ['time_spent_seconds', 'time_spent'],
    item: 'issue_key',
    note: ['comment', 'summary'],
  },
  constants: { kind: 'hours' },
  key: ['worklog_id'],
  decimal: '.',
  quantityIn: 'seconds',
};

/** Times by issue, without a day and without a person. */
export const issueTimes: Source = {
  id: 'issue-times',
  name: 'Worklogs by issue',
  target: 'contributions',
  knownBy: ['Issue key', 'Summary', 'Worklog'],
  fields: { quantity: 'Worklog', item: 'Issue key', note: 'Summary' },
  constants: { kind: 'hours' },
  key: ['Issue key'],
};
