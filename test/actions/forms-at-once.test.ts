import type { ServiceCall } from '../../src/localhost/contract/host';
import { FORM_ITEMS } from '../../src/appsscript/menu';
import { ENTRY_REGISTERS } from '../../src/registers';
import { was, type FormModel } from '../../src/schema/form';
import { afterMore, begin } from '../../src/sidebar/whole-form';
import { answers, OWNER, PARTNER, Partnership } from '../support/partnership';

/** A form is shown after three reads at most, whatever the sheet holds; what it looks for besides comes a moment later. */

// A sample with every page is loaded, on a machine that may be busy.
jest.setTimeout(240_000);

const MOST = 3;

let partnership: Partnership;
beforeAll(async () => {
  partnership = await Partnership.withSample();
  partnership.add();
});
afterAll(() => partnership.host.close());

/** What is read while something is done, call by call. */
function readsOf(work: () => unknown): string[] {
  const reads: string[] = [];
  partnership.host.onServiceCall = ({ kind, service, method }: ServiceCall) => {
    if (kind === 'read') reads.push(`${service}.${method}`);
    return undefined;
  };
  work();
  partnership.host.onServiceCall = undefined;
  return reads;
}

const formIn = (opened: ReturnType<Partnership['open']>): FormModel => {
  if (opened.kind !== 'form') throw new Error(opened.message);
  return opened.form;
};
const atOnce = (form: string, user = OWNER): FormModel => formIn(partnership.openAtOnce(form, user));
const whole = (form: string, user = OWNER): FormModel =>
  formIn(partnership.call('completeForm', [form], user) as ReturnType<Partnership['open']>);

const FORMS = FORM_ITEMS.map(({ form }) => form);
const standOn = (tab: string, row: number, user = OWNER) =>
  partnership.script(`book.getSheetByName('${tab}').getRange(${row}, 2).activate();`, user);

describe('In a sheet with all pages', () => {
  it.each(FORMS.filter((form) => form !== 'edit'))('%s is shown after three reads', (form) => {
    for (const user of [OWNER, PARTNER]) {
      const reads = readsOf(() => atOnce(form, user));
      expect([reads.length <= MOST, reads]).toEqual([true, reads]);
    }
  });

  it.each(ENTRY_REGISTERS.map(({ name }) => name))('a row of %s is shown after three reads', (name) => {
    standOn(name, 2);
    const reads = readsOf(() => atOnce('edit'));
    expect([reads.length <= MOST, reads]).toEqual([true, reads]);
  });

  it('the whole form is the same one, with what it begins with', () => {
    for (const form of FORMS.filter((one) => one !== 'edit')) {
      const opened = partnership.openAtOnce(form);
      if (opened.kind !== 'form') continue;
      const [first, then] = [opened.form, whole(opened.form.id)];
      expect(then.id).toBe(first.id);
      expect(then.locale).toBe(first.locale);
      for (const [at, { key, choices, initial }] of first.fields.entries()) {
        const more = then.fields[at]!;
        expect(more.key).toBe(key);
        if (choices.length > 0)
          expect(more.choices.map(({ value }) => value)).toEqual(choices.map(({ value }) => value));
        if (initial !== '') expect(more.initial).toBe(initial);
      }
    }
  });
});

describe('What a form looks for a moment later', () => {
  it('puts right a formula of row 1 that points nowhere', () => {
    const headings = `(() => { const sheet = book.getSheetByName('Items');
      return sheet.getRange(1, 1, 1, sheet.getLastColumn()); })()`;
    const formulas = () => partnership.script(`return ${headings}.getFormulas()[0];`) as string[];
    const before = formulas();
    const at = before.findIndex((formula) => formula.includes('Turnaround')) + 1;
    const broken = before[at - 1]!.replace(/[A-Z]+\d+:[A-Z]+/, '#REF!');
    partnership.script(`${headings}.getCell(1, ${at}).setFormula(${JSON.stringify(broken)});`);
    expect(formulas()).not.toEqual(before);
    const { id } = atOnce('item');
    whole(id);
    expect(formulas()).toEqual(before);
  });

  it('is the locale that somebody has chosen since, before anything is submitted', () => {
    partnership.script(`book.setSpreadsheetLocale('de_DE'); book.setSpreadsheetTimeZone('Pacific/Auckland');`);
    const { id, locale } = atOnce('kpi');
    expect([locale, whole(id).locale]).toEqual(['en_US', 'de_DE']);
    expect(atOnce('kpi').locale).toBe('de_DE');
    expect(readsOf(() => atOnce('kpi')).length).toBeLessThanOrEqual(MOST);
    partnership.script(`book.setSpreadsheetLocale('en_US'); book.setSpreadsheetTimeZone('Etc/UTC');`);
    whole('kpi');
  });

  it('is what is payable, and which periods can be closed', () => {
    for (const [form, field] of [
      ['payment', 'party'],
      ['close', 'period'],
    ] as const) {
      const field_ = (of: FormModel) => of.fields.find(({ key }) => key === field)!;
      expect(field_(atOnce(form)).initial).toBe('');
      expect(field_(whole(form)).initial).not.toBe('');
    }
  });

  it('are the rows of other tabs that wait for an answer; ticks of last time stay until then', () => {
    const { page } = whole('answer', PARTNER);
    const [tick] = page!.items.filter(({ key }) => !key.startsWith('answer contributions '));
    const { key, answers: offered } = tick!;
    partnership.call(
      'keepDraft',
      ['answer', { side: 'Brand', [key]: offered[0]!.value, ...answers({ gone: 'dispute' }) }, 'DRAFT001'],
      PARTNER,
    );
    expect(atOnce('answer', PARTNER).draft).toMatchObject({ [key]: offered[0]!.value });
    expect(atOnce('answer', PARTNER).draft).not.toHaveProperty(['answer contributions gone']);
    expect(whole('answer', PARTNER).draft).toMatchObject({ [key]: offered[0]!.value });
    partnership.call('keepDraft', ['answer', {}, 'DRAFT001'], PARTNER);
  });

  it('of a row is found by its name, wherever the person stands by then', () => {
    standOn('Contributions', 2);
    const first = atOnce('edit');
    standOn('Contributions', 5);
    expect(whole(first.id).carried).toEqual(first.carried);
  });
});

describe('What was typed meanwhile', () => {
  it('stays, with what stood there before it was typed; all else is as the whole form begins', () => {
    standOn('Contributions', 2);
    const first = atOnce('edit');
    const then = structuredClone(whole(first.id));
    for (const key of ['note', 'item'])
      then.carried[was(key)] = then.fields.find((one) => one.key === key)!.initial = 'theirs';
    const values = afterMore(first, then, { ...begin(first, {}), note: 'mine' });
    expect(values).toMatchObject({
      note: 'mine',
      [was('note')]: first.carried[was('note')],
      item: 'theirs',
      [was('item')]: 'theirs',
    });
  });

  it('of a draft is no other one than was shown', () => {
    const first = atOnce('payment');
    const then = whole('payment');
    expect(afterMore(first, then, begin(first, {}))).toMatchObject({
      party: then.fields.find(({ key }) => key === 'party')!.initial,
    });
    const typed = { ...begin(first, {}), amount: '5' };
    expect(afterMore(first, then, typed)).toMatchObject({ amount: '5' });
    const drafted = { ...first, draft: { note: 'of last time' } };
    expect(
      afterMore(drafted, { ...then, draft: { note: 'of last time', amount: '' } }, begin(drafted, drafted.draft)),
    ).toMatchObject({
      note: 'of last time',
      amount: then.fields.find(({ key }) => key === 'amount')!.initial,
    });
  });
});
