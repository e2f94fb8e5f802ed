import type { ServiceCall } from '../../../src/localhost/contract/host';
import { Partnership } from '../../support/partnership';

/** Entries of the log under test: ID, quantity, item; a blank ID is a row that somebody typed. */
export type Entry = readonly [id: string, quantity: number, item: string];

export const ENTRIES: readonly Entry[] = [
  ['C-00000AAA', 5, 'one'],
  ['C-00000BBB', 3, 'two'],
  ['', 4, 'typed'],
  ['C-00000CCC', 1, 'three'],
  ['C-00000DDD', 2, 'four'],
];

/** One partnership for many tries: its log is put back before each of them. */
export class SharedLog {
  private constructor(readonly partnership: Partnership) {}

  static async open(): Promise<SharedLog> {
    return new SharedLog(await Partnership.withoutScorecard());
  }

  /** The log holds these entries and nothing else, in as many rows as ever. */
  reset(rows = 40): void {
    this.partnership.host.onServiceCall = undefined;
    this.script(
      `if (log.getMaxRows() > ${rows}) log.deleteRows(${rows} + 1, log.getMaxRows() - ${rows});
       if (log.getMaxRows() < ${rows}) log.insertRowsAfter(log.getMaxRows(), ${rows} - log.getMaxRows());
       log.getRange('A2:U').clearContent();
       const entries = ${JSON.stringify(ENTRIES)};
       log.getRange(2, 1, entries.length, 15).setValues(entries.map(([id, quantity, item]) => [id, '', '', '', '', '', '2026-01-05',
         'Studio', 'hours', quantity, 10, item, 'note of ' + item, '', 'proposed']));`,
    );
  }

  script(code: string): unknown {
    return this.partnership.script(`const log = book.getSheetByName('Contributions'); ${code}`);
  }

  /** The filled rows: what was entered, and the answer. */
  rows(): Record<string, unknown>[] {
    return this.partnership
      .rows('Contributions')
      .filter((row) => row.Quantity !== '' || row.ID !== '' || row.Status !== '');
  }

  /** The row that holds this item. */
  row(item: string): Record<string, unknown> | undefined {
    return this.rows().find((row) => row.Item === item);
  }

  /** Something happens, or the execution ends, before a call for which `chosen` says so; once, or as often as `times`. */
  before(chosen: (call: ServiceCall) => boolean, then: () => unknown, times = 1): void {
    let left = times;
    this.partnership.host.onServiceCall = (call) => {
      if (left === 0 || !chosen(call)) return undefined;
      left -= 1;
      return then();
    };
  }
}

/** What a row held when the log was put back. */
export const untouched = ([id, quantity, item]: Entry): Record<string, unknown> => ({
  ID: id, Date: '2026-01-05', Party: 'Studio', Kind: 'hours', Quantity: quantity, 'Unit value': 10, Multiplier: '',
  Item: item, Note: `note of ${item}`, 'Entered by': '', Status: 'proposed', 'Accepted value': '', 'Answered by': '',
  'Answered at': '', 'Answer note': '', Value: quantity * 10,
}); // prettier-ignore

/** The form of an entry as it was opened, with these changes. */
export function edited(
  [id, quantity, item]: Entry,
  changed: Record<string, string>,
): [form: string, values: Record<string, string>] {
  const shown = {
    date: '2026-01-05', party: 'Studio', kind: 'hours', quantity: String(quantity), unitValue: '10', multiplier: '',
    item, note: `note of ${item}`, evidence: '',
  }; // prettier-ignore
  const was = Object.fromEntries(Object.entries(shown).map(([key, value]) => [`was ${key}`, value]));
  return [`edit log ${id}`, { ...shown, ...was, ...changed }];
}
