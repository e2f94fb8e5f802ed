import { ENTRY_REGISTERS } from '../../src/registers';
import { Partnership } from '../support/partnership';
import { anything, FITTING } from '../support/fitting-values';

/** What people do to headings, for every register that a form writes: the form still finds its columns. */

describe.each(ENTRY_REGISTERS.map((register) => [register.name, register] as const))('In %s', (tab, register) => {
  let partnership: Partnership;

  beforeAll(async () => {
    partnership = (await Partnership.started()).add(register.pack === undefined ? [] : [register.pack]);
    partnership.submit('kpi', { kpi: 'Downloads', side: 'both', direction: 'higher', rollUp: 'latest', target: '100' });
  });

  afterAll(() => partnership.host.close());

  const change = (code: string): unknown =>
    partnership.script(`const sheet = book.getSheetByName(${JSON.stringify(tab)}); ${code}`);
  const headings = (): unknown[] => partnership.cells(tab)[0]!;
  const entered = Object.values(register.columns).filter(({ filled }) => filled !== 'by formula');

  function filled(called: string): Record<string, string> {
    const opened = partnership.open(register.form.id);
    if (opened.kind !== 'form') throw new Error(JSON.stringify(opened));
    const fields = opened.form.fields.map((field) => [field.key, anything(field, called)]);
    return { ...Object.fromEntries(fields), ...FITTING[register.id] };
  }

  /** Submits the form; the row that it wrote, by the headings that its columns have now. */
  function written(called: string): Record<string, unknown> {
    const values = filled(called);
    const outcome = partnership.submit(register.form.id, values);
    if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
    const line = partnership.cells(tab)[outcome.where!.row - 1]!;
    return Object.fromEntries(headings().map((heading, at) => [String(heading), line[at]]));
  }

  const usual = ['first', 'second', 'third'].map((word) => `${tab} ${word}`);

  it('a row is written to renamed columns', () => {
    const usually = written(usual[0]!);
    const renamed = new Map(entered.map(({ header }, at) => [header, `Our name ${at}`]));
    const row = headings();
    const call = (name: (heading: string) => string | undefined): unknown => {
      const called = row.flatMap((heading, at) => {
        const now = name(String(heading));
        return now === undefined ? [] : [[at + 1, now]];
      });
      return change(`${JSON.stringify(called)}.forEach(([at, now]) => sheet.getRange(1, at).setValue(now));`);
    };
    call((heading) => renamed.get(heading));
    const now = written(usual[1]!);
    for (const { header, input } of entered) {
      const standsNow = now[renamed.get(header)!];
      if (input !== 'text' && input !== 'long text') expect([header, standsNow]).toEqual([header, usually[header]]);
    }
    for (const [key, { column }] of Object.entries({ name: { column: register.named.column } })) {
      expect([key, String(now[renamed.get(register.columns[column]!.header)!])]).toEqual([
        key,
        expect.stringMatching(new RegExp(`^${register.named.prefix}`)),
      ]);
    }
    // One KPI more may have asked for room on the Scorecard; nothing else is to be done.
    expect(partnership.submit('set-up', {})).toMatchObject({
      message: expect.stringMatching(/already set up|^Room for what there is now: Scorecard\./),
    });
    expect(headings()).toEqual(row.map((heading) => renamed.get(String(heading)) ?? heading));
    call((heading) => (renamed.has(heading) ? heading : undefined));
  });

  it('a column of a person’s own with one of our headings, before ours, is left alone', () => {
    const { header } = entered.find(({ filled: by }) => by === 'by people')!;
    change(`sheet.insertColumnBefore(1); sheet.getRange('A1').setValue(${JSON.stringify(header)});`);
    written(usual[2]!);
    expect(
      partnership
        .cells(tab)
        .slice(1)
        .every(([own]) => own === ''),
    ).toBe(true);
    change('sheet.deleteColumn(1);');
  });

  it('what was written is taken back, and what stands beside it stays', () => {
    const before = partnership.cells(tab);
    const outcome = partnership.submit(register.form.id, filled(`${tab} fourth`));
    if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
    const { name, sum } = outcome.undo as { name: string; sum: string };
    expect(partnership.call('undoEntry', [register.form.id, name, sum])).toMatchObject({ kind: 'written' });
    const blank = (cells: unknown[][]): unknown[][] => cells.filter((row) => row.some((cell) => cell !== ''));
    expect(blank(partnership.cells(tab))).toEqual(blank(before));
  });

  it('a computed column that was overwritten is put back when the form is opened', () => {
    const computed = Object.values(register.columns).find((column) => column.filled === 'by formula')!;
    const at = headings().indexOf(computed.header) + 1;
    change(`sheet.getRange(1, ${at}).clearContent();`);
    filled('');
    expect(headings()[at - 1]).toBe(computed.header);
    expect(change(`return sheet.getRange(1, ${at}).getFormula();`)).toMatch(/^=ARRAYFORMULA/);
  });
});
