import type { ServiceCall } from '../../src/localhost/contract/host';
import { enteredKeys } from '../../src/schema/table';
import { REGISTERS } from '../../src/registers';
import { answers, OWNER, PARTNER, Partnership } from '../support/partnership';
import { edited, ENTRIES, SharedLog } from './support/shared-log';

/** Google ends a script that takes too long at whatever call it is at: no catch, no finally. Here, at every one. */

let shared: SharedLog;

beforeAll(async () => {
  shared = await SharedLog.open();
  shared.partnership.type('KPIs', 2, {
    ...{ KPI: 'Views', Side: 'both', 'Leading or lagging': 'lagging', Perspective: 'operational', Unit: 'views' },
    ...{ Direction: 'higher', 'Roll-up': 'sum' },
  });
}, 300_000);

/** When it was done is different each time. */
const WHEN = ['Entered at', 'Answered at'];

const rowsOf = (tab: string): Record<string, unknown>[] =>
  shared.partnership
    .rows(tab)
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, cell]) => [key, WHEN.includes(key) && cell !== '' ? 'then' : cell]),
      ),
    );

const headings = (tab: string): unknown =>
  shared.partnership.script(`return book.getSheetByName('${tab}').getRange('1:1').getFormulas();`);

/** Only the log has entries to begin with, and KPIs their first row. */
function reset(tab: string): void {
  shared.reset();
  const register = REGISTERS.find((one) => one.name === tab)!;
  const { name } = register;
  const first = name === 'KPIs' ? 3 : 2;
  if (name !== 'Contributions') {
    shared.partnership.script(
      `book.getSheetByName('${name}').getRange(${first}, 1, 20, ${enteredKeys(register).length}).clearContent();`,
    );
  }
}

/** Runs the form until the call for which `chosen` says so; the calls it made until then. */
function kill(chosen: (call: ServiceCall) => boolean, act: () => unknown): ServiceCall[] {
  const calls: ServiceCall[] = [];
  shared.partnership.host.onServiceCall = (call) => {
    calls.push(call);
    return chosen(call) ? 'kill' : undefined;
  };
  try {
    act();
  } catch (error) {
    expect((error as Error).message).toContain('Exceeded maximum execution time');
  } finally {
    shared.partnership.host.onServiceCall = undefined;
  }
  return calls;
}

const RATINGS = { communication: '4', trust: '3', valueDelivery: '5', financial: '3', strategicAlignment: '5' };

const ACTIONS: [what: string, tab: string, act: () => { kind: string }][] = [
  [
    'Log a contribution',
    'Contributions',
    () => shared.partnership.log({ quantity: '7', unitValue: '10', item: '007', note: '=1+1' }, OWNER, 'KILLED01'),
  ],
  [
    'Add a KPI',
    'KPIs',
    () =>
      shared.partnership.submit(
        'kpi',
        { kpi: 'Sales', side: 'Brand', direction: 'higher', rollUp: 'sum', target: '9' },
        OWNER,
        'KILLED02',
      ),
  ],
  [
    'Record a KPI',
    'KPI log',
    () => shared.partnership.submit('reading', { kpi: 'Views', date: '2026-01-31', actual: '5' }, OWNER, 'KILLED03'),
  ],
  [
    'Review',
    'Reviews',
    () =>
      shared.partnership.submit(
        'review',
        { ratedBy: 'Brand', date: '2026-03-31', kind: 'quarterly', ...RATINGS, nextStep: 'Call' },
        PARTNER,
        'KILLED04',
      ),
  ],
  [
    'Answer entries',
    'Contributions',
    () =>
      shared.partnership.submit(
        'answer',
        {
          side: 'Brand',
          ...answers({ 'C-00000AAA': 'accept 50', 'C-00000BBB': 'accept 30', 'C-00000DDD': 'dispute' }, 'fine'),
        },
        PARTNER,
        'KILLED05',
      ),
  ],
  [
    'Edit the selected row',
    'Contributions',
    () => shared.partnership.submit(...edited(ENTRIES[1]!, { quantity: '30', note: 'changed' }), PARTNER, 'KILLED06'),
  ],
];

describe.each(ACTIONS)('%s, killed at any call', (what, tab, act) => {
  it('leaves no half, and is complete and single when it is sent again', () => {
    reset(tab);
    const before = rowsOf(tab);
    const formulas = headings(tab);
    const calls = kill(() => false, act);
    const complete = rowsOf(tab);
    expect(complete).not.toEqual(before);
    // What is read and asked before the first write leaves nothing behind: one of those calls stands for them.
    const firstWrite = calls.findIndex(({ kind }) => kind === 'write');
    const numbers = [firstWrite, ...calls.slice(firstWrite).map(({ number }) => number)];
    expect(numbers.length).toBeGreaterThan(5);
    for (const number of numbers) {
      reset(tab);
      expect(kill((call) => call.number === number, act).at(-1)).toMatchObject({ number });
      const left = rowsOf(tab);
      if (what === 'Edit the selected row') {
        // Two fields that do not stand side by side are two changes of a row: each of them is made or not.
        const changed = left.filter((row, at) => JSON.stringify(row) !== JSON.stringify(before[at]));
        expect(changed.length).toBeLessThanOrEqual(1);
      } else {
        for (const [at, row] of left.entries()) expect([before[at], complete[at]]).toContainEqual(row);
      }
      const again = act();
      expect(again).toMatchObject({ kind: 'written' });
      expect(rowsOf(tab)).toEqual(complete);
      expect(headings(tab)).toEqual(formulas);
    }
  }, 300_000);
});

describe('A row that people’s own columns cut in two', () => {
  it('is completed when it is sent again, wherever it was killed', () => {
    reset('Contributions');
    shared.script(`log.insertColumnsAfter(4, 1); log.getRange('E1:E2').setValues([['Mood'], ['good']]);`);
    const log = () => shared.partnership.log({ quantity: '7', unitValue: '10', item: 'new' }, OWNER, 'KILLED07');
    const clear = () => shared.script(`log.getRange('A7:D40').clearContent(); log.getRange('F7:V40').clearContent();`);
    const calls = kill(() => false, log);
    const complete = rowsOf('Contributions');
    const writes = calls.filter(({ method }) => method === 'setValues');
    expect(writes).toHaveLength(3);
    for (const { number } of writes) {
      clear();
      kill((call) => call.number === number, log);
      expect(log()).toMatchObject({ kind: 'written' });
      expect(rowsOf('Contributions')).toEqual(complete);
    }
    expect(rowsOf('Contributions')).toHaveLength(ENTRIES.length + 1);
    shared.script(`log.deleteColumn(5);`);
  }, 300_000);
});

/** A run at every write takes many minutes: EVERY=1 makes it, EVERY=2 and FROM=2 half of it. Others are spread over all stages. */
function momentsAmong(writes: number): number[] {
  const { EVERY, FROM = 1 } = process.env;
  const all = Array.from({ length: writes }, (_, at) => at + 1);
  if (EVERY) return all.filter((nth) => nth >= Number(FROM) && (nth - Number(FROM)) % Number(EVERY) === 0);
  return [0.01, 0.05, 0.2, 0.4, 0.7, 0.9, 1].map((part) => Math.max(1, Math.round(writes * part)));
}

describe('Set up this sheet, killed', () => {
  const FORM = { first: 'Studio', second: 'Brand', firstSplit: '60%', currency: 'EUR', start: '2026-01-01' };
  /**
   * Everything about the tabs that people could see, and their marks; names of tabs in formulas with or without quotes, and
   * without their numbers, which are drawn by lot.
   */
  const described = (partnership: Partnership): unknown =>
    partnership.script(`return book.getSheets().filter((sheet) => sheet.getDeveloperMetadata().length > 0).map((sheet) => {
      const all = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
      const rules = all.getDataValidations().map((row) => row.map((rule) => rule && [String(rule.getCriteriaType()), rule.getHelpText()]));
      return JSON.stringify([sheet.getName(), sheet.getFrozenRows(), all.getValues(), all.getFormulas().map((row) => row.map((formula) => formula.replace(/'([A-Za-z]+)'!/g, '$1!'))), all.getNumberFormats(), rules,
        all.getNotes(), all.getBackgrounds(), sheet.getCharts().length, sheet.getDeveloperMetadata().map((one) => one.getValue())]).replace(/#gid=\\d+/g, '#gid');
    });`);

  it('is completed by the next one, the same as one that was never killed', async () => {
    const whole = await Partnership.open();
    let writes = 0;
    whole.host.onServiceCall = ({ kind }) => void (kind === 'write' && writes++);
    whole.submit('set-up', FORM);
    whole.host.onServiceCall = undefined;
    const expected = described(whole) as string[];
    whole.host.close();
    for (const nth of momentsAmong(writes)) {
      const partnership = await Partnership.open();
      let count = 0;
      partnership.host.onServiceCall = ({ kind }) => (kind === 'write' && ++count === nth ? 'kill' : undefined);
      expect(() => partnership.submit('set-up', FORM)).toThrow('Exceeded maximum execution time');
      partnership.host.onServiceCall = undefined;
      expect([nth, partnership.submit('set-up', FORM)]).toMatchObject([nth, { kind: 'written' }]);
      expect((described(partnership) as string[]).sort()).toEqual([...expected].sort());
      partnership.host.close();
    }
  }, 3_600_000);
});
