import type { Outcome } from '../../src/actions/asking/outcome';
import type { StepModel } from '../../src/schema/form';
import { OWNER, Partnership, PARTNER } from '../support/partnership';

const RATES = { 'first hourlyRate': '50', 'second hourlyRate': '40', 'second email': PARTNER };

const written = (outcome: Outcome): Extract<Outcome, { kind: 'written' }> => {
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
  return outcome;
};

/** Takes back what a form has just written. */
function undo(partnership: Partnership, formId: string, outcome: Outcome): Outcome {
  const back = written(outcome).undo;
  if (!back || !('name' in back)) throw new Error('There is nothing to take back.');
  return partnership.call('undoEntry', [formId, back.name, back.sum]) as Outcome;
}

describe('the first hour', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.started(RATES);
  });
  afterAll(() => partnership.host.close());

  const steps = (): readonly StepModel[] => {
    const opened = partnership.open('set-up');
    if (opened.kind !== 'form') throw new Error(opened.message);
    return opened.form.steps;
  };
  const left = (): string[] => steps().flatMap(({ label, done }) => (done ? [] : [label]));
  /** Older things that need attention may take the place of what the steps are called. */
  const onScorecard = (): unknown => partnership.cells('Scorecard').find((row) => row[10] === 'first steps left')![11];

  it('values the first hours by the side’s hourly rate, for good', () => {
    partnership.log({ quantity: '3.5' });
    partnership.log({ quantity: '2', party: 'Brand', kind: 'maintenance hours' });
    partnership.log({ quantity: '2', party: 'Brand', unitValue: '10' });
    partnership.log({ quantity: '100', kind: 'cash' });
    expect(partnership.rows('Contributions').map((row) => [row['Unit value'], row.Value])).toEqual([
      [50, 175], [40, 80], [10, 20], [1, 100],
    ]); // prettier-ignore
  });

  it('values hours that are typed into the sheet the same way, and others by their kind', () => {
    partnership.script(
      `const sheet = book.getSheetByName('Contributions'); const at = sheet.getRange('1:1').getValues()[0].indexOf('Date') + 1;
       sheet.getRange(6, at, 2, 4).setValues([['2026-03-31', 'Brand', 'hours', 3], ['2026-03-31', 'Brand', 'goods', 3]]);`,
    );
    expect(partnership.rows('Contributions').slice(4).map(({ Value }) => Value)).toEqual([120, '']); // prettier-ignore
  });

  it('begins a form with what the line needs that shows a value before it is written', () => {
    const opened = partnership.open('log');
    if (opened.kind !== 'form') throw new Error(opened.message);
    const { product, fields } = opened.form;
    expect(product).toMatchObject({
      unit: { beside: 'kind', values: { hours: 'hours', cash: 'amount' } },
      currency: 'EUR',
    });
    expect(product!.factors[1]!.otherwise).toEqual([
      { beside: 'party', values: { Studio: 50, Brand: 40 }, where: { beside: 'kind', choices: ['hours', 'maintenance hours'] } },
      { beside: 'kind', values: { cash: 1 } },
    ]); // prettier-ignore
    expect(fields.find(({ key }) => key === 'unitValue')).toMatchObject({ currency: 'EUR' });
  });

  it('remembers the last item and completes items as they are typed', () => {
    partnership.log({ item: 'Episode 1' });
    partnership.log({ item: 'Episode 2' });
    const opened = partnership.open('log');
    if (opened.kind !== 'form') throw new Error(opened.message);
    expect(opened.form.fields.find(({ key }) => key === 'item')).toMatchObject({
      initial: 'Episode 2',
      completions: ['Episode 2', 'Episode 1'],
    });
  });

  it('takes back exactly what was written, once', () => {
    const before = partnership.rows('Contributions');
    const outcome = partnership.log({ quantity: '7' });
    expect(undo(partnership, 'log', outcome)).toMatchObject({
      kind: 'written',
      message: expect.stringContaining('Taken back'),
    });
    expect(partnership.rows('Contributions')).toEqual(before);
    expect(undo(partnership, 'log', outcome)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('not there'),
    });
    expect(partnership.rows('Contributions')).toEqual(before);
  });

  it('does not take back what somebody has changed or answered since, wherever it stands', () => {
    const outcome = partnership.log({ quantity: '7' });
    partnership.script(
      `const sheet = book.getSheetByName('Contributions'); sheet.insertRowBefore(2);
       const at = sheet.getRange('1:1').getValues()[0].indexOf('Note') + 1;
       sheet.getRange(${written(outcome).where!.row + 1}, at).setValue('seven, really');`,
    );
    const before = partnership.rows('Contributions');
    expect(undo(partnership, 'log', outcome)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('changed since'),
    });
    expect(partnership.rows('Contributions')).toEqual(before);
    partnership.script(`book.getSheetByName('Contributions').deleteRow(2);`);
  });

  it('takes a KPI back only while no reading names it', () => {
    const values = { kpi: 'Sales', side: 'both', direction: 'higher', rollUp: 'latest', target: '10' };
    const first = partnership.submit('kpi', values);
    expect(undo(partnership, 'kpi', first)).toMatchObject({ kind: 'written' });
    expect(partnership.rows('KPIs')).toEqual([]);
    const second = partnership.submit('kpi', values);
    partnership.submit('reading', { kpi: 'Sales', date: '2026-03-31', actual: '4' });
    expect(undo(partnership, 'kpi', second)).toMatchObject({
      kind: 'refused',
      message: 'KPI log names this row already, so it stays.',
    });
  });

  it('ticks the first steps off, in the form and on the Scorecard, and then they are gone', () => {
    expect(left()).toEqual(['Share this sheet with the other side']);
    expect(onScorecard()).toBe(1);
    expect(partnership.cells('Scorecard')[1]![0]).not.toContain('Getting started');
    partnership.script(`book.addEditor('${PARTNER}');`);
    expect(steps()).toEqual([]);
    expect(onScorecard()).toBe(0);
  });

  it('refuses a review in which nothing was said', () => {
    const empty = { ratedBy: 'Studio', date: '2026-03-31', kind: 'check-in' };
    expect(partnership.submit('review', empty)).toEqual({
      kind: 'errors',
      errors: { communication: expect.stringContaining('Rate at least one line') },
    });
    expect(partnership.submit('review', { ...empty, nextStep: 'Meet' })).toMatchObject({ kind: 'written' });
  });
});

describe('a sheet that knows nothing yet', () => {
  let partnership: Partnership;
  afterEach(() => partnership.host.close());

  it('says what to do first', async () => {
    partnership = await Partnership.started({ money: 'yes' });
    // The same that the set-up has said in the end.
    const { steps } = written(partnership.submit('set-up', {}));
    expect(steps!.filter(({ done }) => done)).toEqual([]);
    expect(steps).toHaveLength(5);
    expect(partnership.rows('Settings')[0]).toMatchObject({ Party: 'Studio', 'Agreed split': 0.6, 'E-mail': OWNER });
    expect(partnership.cells('Scorecard')[1]![0]).toBe('Getting started: 5 steps are left.');
    expect(partnership.cells('Scorecard')[2]![0]).toBe(
      'Getting started: say what an hour of each side is worth (Settings)',
    );
    const settings = partnership.cells('Settings').map(([name]) => name);
    partnership.script(
      `book.getSheetByName('Settings').getRange(${settings.indexOf('Show first steps') + 1}, 2).setValue('no');`,
    );
    expect(partnership.cells('Scorecard')[1]![0]).toBe('Nothing needs attention now.');
  });

  it('is left by the sample as it was: no start, nothing overdue, no rows kept', async () => {
    partnership = await Partnership.withSample();
    expect(partnership.cells('Scorecard').flat().join()).not.toContain('Getting started');
    expect(partnership.submit('remove-sample', { changed: 'remove' })).toMatchObject({
      kind: 'written',
      needsRoom: true,
    });
    partnership.call('makeRoom', []);
    const page = partnership.cells('Scorecard');
    expect(page[7]!.slice(0, 7)).toEqual(['nothing yet', '', 'none yet', '', 'not rated yet', '', 'no date yet']);
    expect(page.flat().join()).not.toMatch(/overdue|#REF|#N\/A|#VALUE/);
    const names = page.map(([first]) => first);
    expect(names.slice(names.indexOf('KPI') + 1).slice(0, 3)).toEqual(['No KPIs yet', '', 'How each side rates it']);
    const shared = partnership
      .rows('Settings')
      .filter((row) => ['Partnership start', 'Shared'].includes(String(row.Setting)));
    expect(shared.map(({ Value }) => Value)).toEqual(['', '']);
  });
});
