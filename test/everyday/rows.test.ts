import { INVISIBLE, SPACES, type Span } from '../../src/calc/name';
import { cleaned, spelledOut } from '../../src/schema/names';
import { Partnership } from '../support/partnership';

/**
 * What people type into the cells of the tabs, past every form: what it counts for, and what the row says. Each table is one
 * tab, a row a case, typed all at once.
 */

type Typed = Record<string, unknown>;
type Row = [what: string, typed: Typed, is: Record<string, unknown>, says: string | RegExp];

const isoFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The ends of each span of characters. */
const codesOf = (spans: readonly Span[]): number[] => [...new Set(spans.flat())];

let partnership: Partnership;

beforeAll(async () => {
  partnership = await Partnership.started({ money: 'yes', 'second email': 'partner@example.com' });
}, 120_000);

afterAll(() => partnership.host.close());

/** Types rows into a tab that is emptied first, each cell as a person would, and answers them by their headings. */
function type(tab: string, rows: readonly Typed[]): Record<string, unknown>[] {
  partnership.script(`
    const sheet = book.getSheetByName(${JSON.stringify(tab)});
    const heads = sheet.getDataRange().getValues()[0];
    const formulas = sheet.getRange(1, 1, 1, heads.length).getFormulas()[0];
    const rows = ${JSON.stringify(rows)};
    heads.forEach((head, at) => { if (head !== '' && !formulas[at]) sheet.getRange(2, at + 1, 60, 1).clearContent(); });
    const typed = [...new Set(rows.flatMap(Object.keys))];
    const missing = typed.filter((head) => !heads.includes(head));
    if (missing.length > 0) throw new Error('No column ' + missing.join());
    for (const head of typed) {
      const cells = sheet.getRange(2, heads.indexOf(head) + 1, rows.length, 1);
      cells.setValues(rows.map((row) => [row[head] ?? '']));
    }
    SpreadsheetApp.flush();`);
  const [heads = [], ...cells] = partnership.cells(tab);
  return cells.slice(0, rows.length).map((row) => Object.fromEntries(heads.map((head, at) => [String(head), row[at]])));
}

/** Lets cells of a column look as those that nobody has typed into: a time leaves its look behind. */
const untouched = (tab: string, heading: string): unknown =>
  partnership.script(`const sheet = book.getSheetByName('${tab}');
    const at = sheet.getDataRange().getValues()[0].indexOf('${heading}') + 1;
    sheet.getRange(2, at, sheet.getMaxRows() - 1, 1).clearContent().setNumberFormat('General');`);

/** What stands of each row, for all of a tab: a failure shows every case that is wrong. */
function holds(tab: string, base: Typed, rows: readonly Row[]): void {
  const standing = type(
    tab,
    rows.map(([, typed]) => ({ ...base, ...typed })),
  );
  const found = rows.map(([what, , is, says], at) => {
    const row = standing[at]!;
    const said = String(row.Attention);
    const isSaid = typeof says === 'string' ? said === says : says.test(said);
    return [what, Object.fromEntries(Object.keys(is).map((head) => [head, row[head]])), isSaid ? 'says so' : said];
  });
  expect(found).toEqual(rows.map(([what, , is]) => [what, is, 'says so']));
}

const NO_SIDE = (name: string): RegExp => new RegExp(`^No such side: “${name}”`);

describe('a row of the log', () => {
  const entry = { Date: '2026-03-01', Party: 'Studio', Kind: 'hours', Quantity: 3, 'Unit value': 100 };
  const NOTHING = { Value: '', Counts: '' };

  it('counts what a person means, or says why not', () => {
    const waits = /^(Waits for an answer: .*)?$/;
    holds('Contributions', entry, [
      ['hours', {}, { Value: 300, Counts: 300, State: 'open' }, waits],
      ['1h30', { Quantity: '1h30' }, { Value: 150 }, waits],
      ['1 h 30 min', { Quantity: '1 h 30 min' }, { Value: 150 }, waits],
      ['90 min', { Quantity: '90 min' }, { Value: 150 }, waits],
      ['2h', { Quantity: '2h' }, { Value: 200 }, waits],
      ['2 hours', { Quantity: '2 hours' }, { Value: 200 }, waits],
      ['1,5', { Quantity: "'1,5" }, { Value: 150 }, waits],
      ['1.5 as text', { Quantity: "'1.5" }, { Value: 150 }, waits],
      ['1.25 h', { Quantity: '1.25 h' }, { Value: 125 }, waits],
      ['30:15', { Quantity: "'30:15" }, { Value: 3025 }, waits],
      ['30:15:36', { Quantity: "'30:15:36" }, { Value: 3026 }, waits],
      ['90m', { Quantity: '90m' }, { Value: 150 }, waits],
      ['1,5 Std', { Quantity: '1,5 Std' }, { Value: 150 }, waits],
      ['1h 30m', { Quantity: '1h 30m' }, { Value: 150 }, waits],
      ['2 uur', { Quantity: '2 uur' }, { Value: 200 }, waits],
      ['pieces', { Kind: 'goods' }, { Value: 300 }, waits],
      ['90 m of a cloth', { Kind: 'goods', Quantity: '90 m' }, NOTHING, /^No value: “90 m” is not a number/],
      ['pieces as a time', { Kind: 'goods', Quantity: '1h30' }, NOTHING, /^No value: “1h30” is not a number/],
      ['1:75', { Quantity: "'1:75" }, NOTHING, /^No value: “1:75” is not a number/],
      ['words', { Quantity: 'three' }, NOTHING, /^No value: “three” is not a number/],
      ['3 apples', { Quantity: '3 apples' }, NOTHING, /^No value: “3 apples” is not a number/],
      ['a tick', { Quantity: true }, NOTHING, /^No value/],
      ['a day', { Quantity: 46143 }, NOTHING, /^No value: the sheet has read the hours as a day/],
      ['less than nothing', { Quantity: -3 }, NOTHING, /^Left out: the quantity is below zero/],
      ['a unit value below zero', { 'Unit value': -100 }, NOTHING, 'Unit value: -100 is less than 0'],
      ['a unit value in words', { 'Unit value': '100 €/h' }, NOTHING, 'Unit value: “100 €/h” is not a number'],
      ['a tick for a unit value', { 'Unit value': true }, NOTHING, 'Unit value: “TRUE” is not a number'],
      ['a multiplier below zero', { Multiplier: -1 }, NOTHING, 'Multiplier: -1 is less than 0'],
      ['a multiplier in words', { Multiplier: 'twice' }, NOTHING, 'Multiplier: “twice” is not a number'],
      ['a side that is not there', { Party: 'Studioo' }, { Value: 300 }, NO_SIDE('Studioo')],
      ['a kind that is not there', { Kind: 'hour' }, NOTHING, 'Kind: “hour” is not in its list'],
      ['a day in words', { Date: 'yesterday' }, {}, 'The day is not possible: write it as 2026-03-31'],
      ['a tick for a day', { Date: true }, {}, 'The day is not possible: write it as 2026-03-31'],
      ['a tick for an accepted value', { 'Accepted value': true }, {}, 'Accepted value: “TRUE” is not a number'],
      ['10 minutes in fifteen digits', { Quantity: 1 / 6 }, {}, /^(Waits for an answer: Studio: 0.1667 hours)?$/],
      ['a day of the year 2101', { Date: '2101-01-01' }, {}, 'The day is not possible: write it as 2026-03-31'],
      ['the day 0', { Date: 0 }, {}, 'The day is not possible: write it as 2026-03-31'],
      ['tomorrow', { Date: isoFromNow(1) }, { State: 'open' }, ''],
      ['in three days', { Date: isoFromNow(3) }, {}, 'Date: the day is still to come'],
      ['without a day', { Date: '' }, { Value: 300 }, 'The day is missing: Studio: 3 hours'],
      ['without its kind', { Kind: '' }, NOTHING, 'No value yet: Studio: 3. Fill in its kind'],
      [
        'without what it is worth',
        { 'Unit value': '' },
        NOTHING,
        'No value yet: Studio: 3 hours. Fill in its unit value',
      ],
      ['another status', { Status: 'acepted' }, {}, /^Status: “acepted” is none of: proposed, accepted, disputed/],
      [
        'an accepted value below zero',
        { 'Accepted value': -500 },
        { Counts: 300 },
        'Accepted value: -500 is less than 0',
      ],
    ]);
  });

  it('belongs to its side however its name is spelt', () => {
    const spellings = codesOf(SPACES).map((code) => ` Studio${String.fromCharCode(code)}`);
    const hidden = codesOf(INVISIBLE).map((code) => `Stu${String.fromCharCode(code)}dio`);
    const rows = type(
      'Contributions',
      ['Studio', 'STUDIO', ...spellings, ...hidden].map((Party) => ({ ...entry, Party })),
    );
    expect(rows.filter(({ Attention }) => String(Attention).startsWith('No such side'))).toEqual([]);
    const [party] = partnership.rows('Settings');
    expect(party).toMatchObject({ Party: 'Studio', 'Contributed value': 300 * rows.length });
  });

  it('that is wrong stands in the list of what needs attention', () => {
    type('Contributions', [
      { ...entry, Quantity: -3 },
      { ...entry, 'Unit value': -5 },
      { ...entry, Party: 'Nobody' },
    ]);
    const listed = partnership.cells('Scorecard').flat().map(String);
    expect(listed).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Left out: the quantity is below zero'),
        expect.stringContaining('Unit value: -5 is less than 0'),
        expect.stringContaining('No such side: “Nobody”'),
      ]),
    );
  });
});

it('the formulas clean a name of all that the functions do', () => {
  const typed = codesOf([...SPACES, ...INVISIBLE])
    .map((code) => String.fromCharCode(code))
    .join('');
  expect(partnership.formula(spelledOut(`=${cleaned(`"${typed}a${typed}b${typed}"`)}="a b"`))).toEqual([[true]]);
});

describe('a KPI', () => {
  const kpi = {
    KPI: 'Sales',
    Side: 'both',
    Unit: 'euros',
    Direction: 'higher',
    'Roll-up': 'latest',
    Target: 100,
    Start: '2026-01-01',
    Due: '2026-12-31',
  };

  it('is judged by what a person means, or says why not', () => {
    const cases: Row[] = [
      ['a KPI', {}, { Actual: 50, Attainment: 0.5 }, /off track/],
      [
        'a target in words',
        { Target: '45 pct' },
        { Attainment: '' },
        'Not judged: target and baseline have to be plain numbers, hours as 1.5',
      ],
      [
        'a target as a time',
        { Unit: 'hours', Target: '7:30' },
        { Attainment: '' },
        'Not judged: target and baseline have to be plain numbers, hours as 1.5',
      ],
      ['twice', { KPI: 'Twice' }, {}, 'KPI: “Twice” stands in two rows. Give one of them another name'],
      ['twice, in other letters', { KPI: ' TWICE' }, {}, /^KPI: “ TWICE” stands in two rows/],
      ['another direction', { Direction: 'up' }, { Attainment: '' }, 'Direction: “up” is none of: higher, lower'],
      ['another roll-up', { 'Roll-up': 'mean' }, {}, 'Roll-up: “mean” is none of: latest, sum, average'],
      ['a weight below zero', { Weight: -1 }, {}, 'Weight: -1 is less than 0'],
      ['a weight in words', { Weight: 'double' }, {}, 'Weight: “double” is not a number'],
      ['a side that is not there', { Side: 'Nobody' }, {}, 'Side: “Nobody” is not in its list'],
      ['due before it starts', { Due: '2025-01-01' }, {}, /^Not judged: .* is due before it starts$/],
      ['due in the year 2200', { Due: '2200-01-01' }, {}, /^Not judged: start or due is not a possible day/],
      [
        'higher, with a target below its baseline',
        { Baseline: 200 },
        {},
        /^Direction and target contradict each other: .* is better higher, its target is below its baseline$/,
      ],
      [
        'lower, with a target above its baseline',
        { Direction: 'lower', Baseline: 10 },
        {},
        /^Direction and target contradict each other: .* is better lower, its target is above its baseline$/,
      ],
      [
        'a percentage without its sign',
        { Unit: '%', Target: 45 },
        {},
        /^Target: it is counted in %, and 45 is 4500 %. Write 45%$/,
      ],
    ];
    const named = cases.map(([what, typed, ...rest]): Row => [what, { KPI: what, ...typed }, ...rest]);
    type(
      'KPI log',
      named.map(([, { KPI }]) => ({ Date: '2026-02-01', KPI, Actual: 50 })),
    );
    holds('KPIs', kpi, named);
  });

  it('counted in % shows what is typed into cells as a percentage', () => {
    const shown = (tab: string, ...heads: string[]): unknown[] =>
      partnership.script(`const [head, row] = book.getSheetByName('${tab}').getDataRange().getDisplayValues();
        return ${JSON.stringify(heads)}.map((one) => row[head.indexOf(one)]);`) as unknown[];
    type('KPI log', []);
    type('KPIs', []);
    type('KPIs', [{ ...kpi, KPI: 'Margin', Unit: '%', Target: '45%', Baseline: 0.3 }]);
    type('KPI log', [{ Date: '2026-02-01', KPI: 'Margin', Actual: '40%' }]);
    expect(partnership.rows('KPIs')[0]).toMatchObject({ Target: 0.45, Actual: 0.4 });
    // What is typed with its sign shows it at once.
    expect(
      [shown('KPIs', 'Target'), shown('KPI log', 'Actual')].flat().every((text) => String(text).endsWith('%')),
    ).toBe(true);
    partnership.call('onOpen', [{ authMode: 'LIMITED' }]);
    expect(shown('KPIs', 'Baseline', 'Actual')).toEqual(['30.0%', '40.0%']);
    // Another unit, typed by hand, takes its look along.
    partnership.script(`const kpis = book.getSheetByName('KPIs'); const [head] = kpis.getDataRange().getValues();
      kpis.getRange(2, head.indexOf('Unit') + 1).setValue('points');`);
    expect(partnership.open('kpi')).toMatchObject({ kind: 'form' });
    expect(shown('KPIs', 'Baseline', 'Actual')).toEqual(['0.30', '0.40']);
  });

  it('is read by name and number', () => {
    untouched('KPI log', 'Actual');
    type('KPIs', [kpi]);
    holds('KPI log', { Date: '2026-02-01', KPI: 'Sales', Actual: 50 }, [
      ['a reading', {}, {}, ''],
      ['in words', { Actual: 'many' }, {}, 'Left out: “many” is not a number'],
      ['of nothing', { KPI: 'Sails' }, {}, /^No such KPI: “Sails”/],
      ['with a no-break space', { KPI: 'Sales\u00a0' }, {}, ''],
      ['of no day', { Date: 'x' }, {}, /^Left out: the day is not possible/],
      ['without a day', { Date: '' }, {}, 'Left out: the day is missing'],
      ['of no KPI', { KPI: '' }, {}, 'Left out: choose the KPI that was read'],
      ['still to come', { Date: isoFromNow(3) }, {}, 'Left out until then: the day is still to come'],
      ['a day to come, prepared', { Date: isoFromNow(3), Actual: '' }, {}, ''],
      ['as a time', { Actual: '1:30' }, {}, /^Left out: a time stands there, and the unit of Sales is not hours/],
      ['as 90m, which may be millions', { Actual: '90m' }, {}, 'Left out: “90m” is not a number'],
    ]);
  });

  it('that is counted in hours is read as a time as well, wherever its readings count', () => {
    untouched('KPI log', 'Actual');
    type('KPIs', [
      { ...kpi, KPI: 'Support', Unit: 'hours', 'Roll-up': 'sum' },
      { ...kpi, KPI: 'Calls', Unit: '', 'Roll-up': 'sum' },
    ]);
    holds('KPI log', { Date: '2026-02-01', KPI: 'Support' }, [
      ['a time', { Actual: '1:30' }, {}, ''],
      ['a long one', { Actual: "'30:15" }, {}, ''],
      ['in words', { Actual: '90 min' }, {}, ''],
      ['as a number', { Actual: 2 }, {}, ''],
      ['of what has no unit', { KPI: 'Calls', Actual: '90m' }, {}, 'Left out: “90m” is not a number'],
    ]);
    expect(partnership.rows('KPIs').map(({ Actual }) => Actual)).toEqual([35.25, '']);
    const reading = { kpi: 'Support', date: '2026-02-02', actual: '0:45' };
    expect(partnership.submit('reading', reading)).toMatchObject({ kind: 'written' });
    expect(partnership.submit('reading', { ...reading, kpi: 'Calls', actual: '45m' })).toMatchObject({
      kind: 'errors',
      errors: { actual: expect.stringContaining('is not a number') },
    });
    expect(partnership.rows('KPIs').map(({ Actual }) => Actual)).toEqual([36, '']);
    untouched('KPI log', 'Actual');
  });

  it('rolls up what is known: a reading that is missing, or whose day or number is, is never a 0', () => {
    const read = (rows: [date: unknown, actual: unknown][]): unknown[] => {
      type(
        'KPI log',
        rows.map(([Date, Actual]) => ({ Date, KPI: 'Sales', Actual })),
      );
      return partnership.rows('KPIs').map(({ Actual }) => Actual);
    };
    type(
      'KPIs',
      ['latest', 'sum', 'average'].map((how) => ({ ...kpi, 'Roll-up': how })),
    );
    const two: [unknown, unknown][] = [['2026-02-01', 30], ['2026-03-01', 60]]; // prettier-ignore
    const rolledUp = [60, 90, 45];
    expect(read(two)).toEqual(rolledUp);
    for (const [what, row] of [
      ['a blank', ['2026-04-01', '']],
      ['a text', ['2026-04-01', 'none yet']],
      ['no day', ['', 900]],
      ['a day in words', ['soon', 900]],
      ['a day of long ago', [-5, 900]],
      ['a day to come', [isoFromNow(90), 900]],
    ] as [string, [unknown, unknown]][]) {
      expect([what, read([...two, row])]).toEqual([what, rolledUp]);
      expect([what, read([row, ...two])]).toEqual([what, rolledUp]);
    }
    expect(read([...two, ['2026-04-01', 0]])).toEqual([0, 90, 30]);
    expect(read([['2026-02-01', '']])).toEqual(['', '', '']);
    // What came before the start is where it stood, and no part of what came in since.
    expect(read([...two, ['2025-12-31', 900]])).toEqual(rolledUp);
    expect(read([['2025-12-31', 900]])).toEqual([900, '', '']);
  });
});

it('a day that nobody means is named as a day, and not by its number', () => {
  holds('Reviews', { Date: '2026-02-01' }, [
    ['of long ahead', { Due: '2200-01-01' }, {}, /^Due: “2200-01-01” is not a possible day/],
    ['in words', { Due: 'soon' }, {}, /^Due: “soon” is not a possible day/],
    ['as one number', { Due: 20260331 }, {}, /^Due: “20260331” is not a possible day/],
  ]);
});

describe('a row of money', () => {
  it('is left out with its reason', () => {
    type('Terms', [
      { Party: 'Studio', Term: 'payer' },
      { Party: 'Brand', Term: 'share', Value: 0.3 },
    ]);
    holds('Revenue', { Date: '2026-02-01', Gross: 100, 'Collected by': 'Studio' }, [
      ['a sale', {}, { 'Left out because': '' }, ''],
      ['below zero', { Gross: -5 }, {}, /^Left out: gross is below zero/],
      ['in words', { Gross: '100 €x' }, {}, /^Left out: gross, refunds, deductions and costs have to be plain numbers/],
      ['refunds below zero', { Refunds: -5 }, {}, /Refunds: -5 is less than 0|Left out/],
      ['more back than came in', { Refunds: 200 }, {}, /^Left out: /],
      ['of a side that is not there', { 'Collected by': 'Nobody' }, {}, NO_SIDE('Nobody')],
      ['still to come', { Date: isoFromNow(30) }, {}, 'Date: the day is still to come'],
      ['of no day', { Date: 'soon' }, {}, /^Left out: the day is not possible/],
    ]);
    type('Revenue', []);
    holds('Payments', { Date: '2026-02-01', Party: 'Brand', Amount: 100 }, [
      ['a payment', {}, {}, ''],
      ['below zero', { Amount: -5 }, {}, /Amount: -5 is less than 0|Left out/],
      ['in words', { Amount: 'abc' }, {}, 'Left out: “abc” is not a number'],
      ['to nobody', { Party: 'X' }, {}, 'No such side. Left out until Party and From are sides of Settings'],
      ['to oneself', { From: 'Brand' }, {}, /^Left out: Party: Brand would pay itself/],
      ['still to come', { Date: isoFromNow(30) }, {}, 'Date: the day is still to come'],
    ]);
    type('Payments', []);
    holds('Terms', { Party: 'Brand', Term: 'share', Value: 0.3 }, [
      ['in words', { Value: 'thirty' }, {}, /“thirty” is not a number/],
      ['without its sign', { Value: 30 }, {}, /^There is no statement with this row: .*3000 %|30%/],
      ['of nobody', { Party: 'X' }, {}, NO_SIDE('X')],
      ['of no kind', { Term: 'Shares' }, {}, /^No such term: “Shares”/],
      ['from no day', { 'Effective from': '2200-01-01' }, {}, 'The day is not possible: write it as 2026-03-31'],
      ['with another mode', { Mode: 'all' }, {}, 'Mode: “all” is none of: marginal, cliff'],
      ['with a threshold in words', { Threshold: 'abc' }, {}, 'Threshold: “abc” is not a number'],
    ]);
  });
});
