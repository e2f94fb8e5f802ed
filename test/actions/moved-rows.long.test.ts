import type { ServiceCall } from '../../src/localhost/contract/host';
import { answers, PARTNER } from '../support/partnership';
import { edited, ENTRIES, SharedLog, untouched } from './support/shared-log';

let shared: SharedLog;

beforeAll(async () => {
  shared = await SharedLog.open();
}, 120_000);

afterEach(() => {
  shared.partnership.host.onServiceCall = undefined;
});

/** What people do to the rows of the log, and which entries it takes away. */
const DISTURBANCES: [what: string, code: string, gone: readonly string[]][] = [
  ['a row is inserted above', `log.insertRowsBefore(3, 1);`, []],
  ['three rows are inserted above', `log.insertRowsBefore(3, 3);`, []],
  ['a row is deleted', `log.deleteRow(3);`, ['two']],
  ['the last row is deleted', `log.deleteRow(6);`, ['four']],
  ['the log is sorted', `log.getRange('A2:U6').sort({ column: 10, ascending: true });`, []],
  ['rows are sorted and one is inserted', `log.getRange('A2:U6').sort(10); log.insertRowsBefore(3, 1);`, []],
];

const inserting = `log.insertRowsBefore(3, 1);`;

/** The calls between the last read of the log before it is written and the end, by number. */
function callsFrom(act: () => unknown, firstOf: (call: ServiceCall) => boolean): number[] {
  shared.reset();
  const numbers: number[] = [];
  let begun = false;
  shared.partnership.host.onServiceCall = (call) => {
    if (call.functionName !== 'submitForm') return;
    begun ||= firstOf(call);
    if (begun) numbers.push(call.number);
  };
  act();
  shared.partnership.host.onServiceCall = undefined;
  return numbers;
}

/** Before the call of this number of the form's execution. */
const at = (number: number) => (call: ServiceCall) => call.functionName === 'submitForm' && call.number === number;

const isSetValues = ({ method }: ServiceCall): boolean => method === 'setValues';

function expectOthersUntouched(gone: readonly string[], changed?: string): void {
  for (const entry of ENTRIES) {
    const [, , item] = entry;
    const rows = shared.rows().filter((row) => row.Item === item);
    if (gone.includes(item)) expect(rows).toEqual([]);
    else if (item === changed) expect(rows).toHaveLength(1);
    else expect(rows).toMatchObject([untouched(entry)]);
  }
}

describe('A new entry', () => {
  const log = (key = 'NEWENTRY') =>
    shared.partnership.log({ quantity: '7', unitValue: '10', item: 'new', note: '=1+1' }, PARTNER, key);
  const expectOnce = () =>
    expect(shared.rows().filter((row) => row.Item === 'new')).toMatchObject([
      { ID: 'C-NEWENTRY', Quantity: 7, Note: '=1+1', Status: 'proposed', Value: 70 },
    ]);

  it.each(DISTURBANCES)('stands once and overwrites nothing when %s', (_what, code, gone) => {
    // Settings are read first, then the log.
    let reads = 0;
    const numbers = callsFrom(log, ({ method }) => method === 'getValues' && ++reads === 2);
    expect(numbers.length).toBeGreaterThan(8);
    for (const number of numbers) {
      shared.reset();
      shared.before(at(number), () => shared.script(code));
      expect(log()).toMatchObject({ kind: 'written' });
      expectOnce();
      expectOthersUntouched(gone);
      expect(shared.rows()).toHaveLength(ENTRIES.length + 1 - gone.length);
    }
  });

  it('stands once when rows are inserted at every write for a while', () => {
    shared.reset();
    shared.before(isSetValues, () => shared.script(inserting), 6);
    expect(log()).toMatchObject({ kind: 'written' });
    shared.partnership.host.onServiceCall = undefined;
    expectOnce();
    expectOthersUntouched([]);
  });

  it('finds room where the tab is full and a row is inserted meanwhile', () => {
    shared.reset(6);
    shared.before(isSetValues, () => shared.script(inserting));
    expect(log()).toMatchObject({ kind: 'written' });
    expectOnce();
    expectOthersUntouched([]);
  });

  it('costs three reads when nobody interferes', () => {
    shared.reset();
    log();
    expect(shared.partnership.calls).toMatchObject({ reads: 3, writes: 2 });
  });
});

describe('Answers', () => {
  const answer = () =>
    shared.partnership.submit(
      'answer',
      { side: 'Brand', ...answers({ 'C-00000BBB': 'accept 30', 'C-00000CCC': 'accept 10' }, 'fine') },
      PARTNER,
    );
  const accepted = { Status: 'accepted', 'Answered by': `Brand · not identified: ${PARTNER}`, 'Answer note': 'fine' };

  function expectAnswered(gone: readonly string[]): void {
    for (const [item, value] of [
      ['two', 30],
      ['three', 10],
    ] as const) {
      if (!gone.includes(item)) expect(shared.row(item)).toMatchObject({ ...accepted, 'Accepted value': value });
    }
    for (const entry of ENTRIES.filter(([, , item]) => !['two', 'three', ...gone].includes(item))) {
      expect(shared.row(entry[2])).toMatchObject(untouched(entry));
    }
    expect(shared.rows()).toHaveLength(ENTRIES.length - gone.length);
  }

  it.each(DISTURBANCES)('go to their own rows when %s', (_what, code, gone) => {
    const numbers = callsFrom(answer, isSetValues).slice(0, 4);
    expect(numbers).toHaveLength(4);
    for (const number of numbers) {
      shared.reset();
      shared.before(at(number), () => shared.script(code));
      expect(answer()).toMatchObject({ kind: 'written' });
      expectAnswered(gone);
    }
  });

  it('are given up when rows are sorted at every write, and nobody else has got them', () => {
    shared.reset();
    let ascending = false;
    const sort = () => {
      shared.script(`log.getRange('A2:U6').sort({ column: 10, ascending: ${String(ascending)} });`);
      ascending = !ascending;
    };
    shared.before(isSetValues, sort, 12);
    expect(answer()).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('are being moved right now: not everything was written'),
    });
    shared.partnership.host.onServiceCall = undefined;
    for (const entry of ENTRIES) {
      const row = shared.row(entry[2])!;
      if (row.Status !== 'accepted') expect(row).toMatchObject(untouched(entry));
      else expect(row).toMatchObject({ ...accepted, 'Accepted value': entry[1] * 10 });
    }
    expect(answer()).toMatchObject({ kind: 'written' });
    expectAnswered([]);
  });

  it('cost four reads when nobody interferes: where the tabs are, who may answer, the log, and the log once more', () => {
    shared.reset();
    answer();
    expect(shared.partnership.calls).toMatchObject({ reads: 4 });
    shared.reset();
    shared.script(`log.getRange('H2').setValue('Brand');`);
    answer();
    expect(shared.partnership.calls).toMatchObject({ reads: 4 });
  });
});

describe('A changed row', () => {
  const edit = () => shared.partnership.submit(...edited(ENTRIES[1]!, { quantity: '30', note: 'changed' }), PARTNER);

  it.each(DISTURBANCES)('is the right one when %s', (_what, code, gone) => {
    const numbers = callsFrom(edit, isSetValues).slice(0, 4);
    expect(numbers).toHaveLength(4);
    for (const number of numbers) {
      shared.reset();
      shared.before(at(number), () => shared.script(code));
      const outcome = edit();
      if (gone.includes('two')) expect(outcome).toMatchObject({ message: expect.stringContaining('was deleted') });
      else expect(shared.row('two')).toMatchObject({ Quantity: 30, Note: 'changed', 'Unit value': 10, Value: 300 });
      expectOthersUntouched(gone, 'two');
      expect(shared.rows()).toHaveLength(ENTRIES.length - gone.length);
    }
  });
});

describe('Names for rows that were typed', () => {
  it.each(DISTURBANCES.filter(([, , gone]) => gone.length === 0))(
    'spare those of other rows when %s',
    (_what, code) => {
      shared.reset();
      shared.before(isSetValues, () => shared.script(code));
      expect(shared.partnership.open('answer', PARTNER)).toMatchObject({ kind: 'form' });
      for (const [id, , item] of ENTRIES) {
        expect(shared.row(item)).toMatchObject({ ID: id === '' ? expect.stringMatching(/^C-/) : id });
      }
      expect(shared.rows()).toHaveLength(ENTRIES.length);
    },
  );
});
