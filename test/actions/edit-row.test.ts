import type { Outcome } from '../../src/actions/asking/outcome';
import type { FormModel, FormValues } from '../../src/schema/form';
import { contributions } from '../../src/registers/contributions';
import { readings } from '../../src/registers/kpi-log';
import { kpis } from '../../src/registers/kpis';
import { reviews } from '../../src/registers/reviews';
import { answers, OWNER, PARTNER, type Partnership } from '../support/partnership';
import { sharePartnership } from '../support/share-partnership';

let partnership: Partnership;
const ofItsOwn = sharePartnership((given) => (partnership = given), [contributions, kpis, readings, reviews]);

describe('Edit the selected row', () => {
  const open = (tab: string, row: number, user = OWNER): FormModel => {
    partnership.script(`book.getSheetByName('${tab}').getRange(${row}, 2).activate();`, user);
    const answer = partnership.open('edit', user);
    if (answer.kind !== 'form') throw new Error(answer.message);
    return answer.form;
  };
  const shown = ({ fields, carried, draft }: FormModel): FormValues => ({
    ...Object.fromEntries(fields.map(({ key, initial }) => [key, initial])),
    ...carried,
    ...draft,
  });
  const save = (form: FormModel, changed: FormValues, user = OWNER): Outcome =>
    partnership.submit(form.id, { ...shown(form), ...changed }, user);
  const entries = () => partnership.rows('Contributions');
  const log = (code: string) =>
    partnership.script(`const log = book.getSheetByName('Contributions'); ${code}`, PARTNER);

  it.each([
    ['the owner', OWNER],
    ['the partner', PARTNER],
    ['somebody whose address is not visible', ''],
  ])('shows the row as it would be typed and writes what %s changed', (_who, user) => {
    partnership.log({ quantity: '2.5', unitValue: '80', item: '007', note: 'Edit' }, OWNER);
    const before = entries()[0]!;
    const form = open('Contributions', 2, user);
    expect(shown(form)).toMatchObject({
      date: '2026-03-31', party: 'Studio', kind: 'hours', quantity: '2.5', unitValue: '80', item: '007', note: 'Edit',
    }); // prettier-ignore
    expect(save(form, { quantity: '3', note: '=1+1' }, user)).toMatchObject({
      kind: 'written',
      message: 'Saved: Contributions, row 2.',
      where: { tabId: 'contributions', row: 2 },
    });
    expect(partnership.calls.reads).toBe(3);
    const Attention = String(before!.Attention).replace('2.5 hours', '3 hours');
    expect(entries()).toEqual([{ ...before, Quantity: 3, Note: '=1+1', Value: 240, Counts: 240, Attention }]);
  });

  it('leaves what was accepted alone: the entry shows that it was changed', () => {
    partnership.log({ unitValue: '50' });
    partnership.submit('answer', { side: 'Brand', ...answers({ [String(entries()[0]!.ID)]: 'accept 100' }) }, PARTNER);
    const form = open('Contributions', 2);
    const asked = save(form, { quantity: '4' });
    expect(asked).toMatchObject({ kind: 'asks', question: expect.stringContaining('accepted at 100 (Brand') });
    expect(entries()[0]).toMatchObject({ Quantity: 2, State: 'accepted' });
    expect(save(form, {})).toMatchObject({ kind: 'written' });
    expect(save(form, { quantity: '4', ...(asked.kind === 'asks' && asked.yes.values) })).toMatchObject({
      kind: 'written',
    });
    expect(entries()[0]).toMatchObject({
      Value: 200,
      Counts: 100,
      State: 'changed since accepted',
      'Answered by': `Brand · not identified: ${PARTNER}`,
    });
  });

  it('asks before what was accepted is changed, and not before that is taken back', () => {
    partnership.log({ unitValue: '50' });
    partnership.submit('answer', { side: 'Brand', ...answers({ [String(entries()[0]!.ID)]: 'accept 100' }) }, PARTNER);
    const form = open('Contributions', 2);
    expect(save(form, { quantity: '3' })).toMatchObject({ kind: 'asks' });
    const saved = save(form, { quantity: '3', sure: 'yes' });
    expect(entries()[0]).toMatchObject({ Quantity: 3, State: 'changed since accepted' });
    const { values } = (saved as Extract<Outcome, { kind: 'written' }>).undo as { values: FormValues };
    expect(partnership.submit(form.id, values)).toMatchObject({ kind: 'written' });
    expect(entries()[0]).toMatchObject({ Quantity: 2, State: 'accepted' });
  });

  it('finds the row after others were sorted, inserted and deleted', () => {
    for (const item of ['one', 'two', 'three']) partnership.log({ item, quantity: String(item.length) });
    const form = open('Contributions', 4);
    log(`log.deleteRow(2); log.insertRowsBefore(2, 3); log.getRange('A2:U7').sort({ column: 10, ascending: false });`);
    expect(save(form, { item: 'changed' })).toMatchObject({ kind: 'written', where: { row: 2 } });
    expect(entries().map(({ Item }) => Item)).toEqual(['changed', 'two']);
  });

  it('says when the row was deleted meanwhile; what was typed is kept', () => {
    partnership.log({});
    const form = open('Contributions', 2);
    partnership.call('keepDraft', [form.id, { ...shown(form), note: 'typed' }, 'DRAFT001']);
    log(`log.deleteRow(2);`);
    expect(save(form, { note: 'typed' })).toEqual({
      kind: 'refused',
      message: 'This row was deleted meanwhile. Nothing was written.',
    });
    expect(entries()).toEqual([]);
  });

  it('gives a typed row a name of its own, and a copied one as well', () => {
    log(`log.getRange('G2:K2').setValues([['2026-01-05', 'Studio', 'hours', 1, 50]]);`);
    expect(save(open('Contributions', 2), { quantity: '2' })).toMatchObject({ kind: 'written' });
    const [{ ID: id } = {}] = entries();
    expect(id).toMatch(/^C-/);
    log(`log.getRange('A2:U2').copyTo(log.getRange('A3:U3'));`);
    expect(save(open('Contributions', 3), { quantity: '7' })).toMatchObject({ where: { row: 3 } });
    expect(entries().map(({ Quantity }) => Quantity)).toEqual([2, 7]);
    expect(entries()[0]!.ID).toBe(id);
    expect(entries()[1]!.ID).not.toBe(id);
  });

  it('refuses to choose between two rows of one name', () => {
    partnership.log({ quantity: '1' });
    const form = open('Contributions', 2);
    log(`log.getRange('A2:U2').copyTo(log.getRange('A3:U3'));`);
    expect(save(form, { quantity: '9' })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('the rows 2 and 3 are both named C-'),
    });
    expect(entries().map(({ Quantity }) => Quantity)).toEqual([1, 1]);
  });

  it('keeps what somebody else changed in other fields, and asks where both changed the same one', () => {
    partnership.log({ quantity: '2', item: 'Episode 1', note: 'mine' });
    const form = open('Contributions', 2);
    log(`log.getRange('L2').setValue('Episode 2'); log.getRange('J2').setValue(6);`);
    const outcome = save(form, { quantity: '3', note: 'new' });
    expect(outcome).toEqual({
      kind: 'errors',
      errors: { quantity: 'Somebody changed this to “6” meanwhile. Save again to write what you typed.' },
      carried: { 'was quantity': '6' },
    });
    expect(entries()[0]).toMatchObject({ Quantity: 6, Item: 'Episode 2', Note: 'mine' });
    expect(save(form, { quantity: '3', note: 'new', 'was quantity': '6' })).toMatchObject({ kind: 'written' });
    expect(entries()[0]).toMatchObject({ Quantity: 3, Item: 'Episode 2', Note: 'new' });
  });

  it('completes a save that was cut short, and writes nothing where nothing was changed', () => {
    partnership.log({ quantity: '2', note: 'old' });
    const form = open('Contributions', 2);
    log(`log.getRange('J2').setValue(3);`);
    expect(save(form, { quantity: '3', note: 'new' })).toMatchObject({ kind: 'written' });
    expect(entries()[0]).toMatchObject({ Quantity: 3, Note: 'new' });
    const same = open('Contributions', 2);
    expect(save(same, {})).toMatchObject({ message: 'Nothing was changed: Contributions, row 2.' });
    expect(partnership.calls.writes).toBe(0);
  });

  it('leaves a formula and a doubtful value alone that the person did not touch', () => {
    log(`log.getRange('G2:K2').setValues([['2026-01-05', 'Stranger', 'hours', 1, 50]]);
      log.getRange('J2').setFormula('=0.1+0.2');`);
    expect(save(open('Contributions', 2), { note: 'new' })).toMatchObject({ kind: 'written' });
    expect(log(`return log.getRange('J2').getFormula();`)).toBe('=0.1+0.2');
    expect(entries()[0]).toMatchObject({ Party: 'Stranger', Note: 'new' });
    expect(save(open('Contributions', 2), { kind: 'houers' })).toMatchObject({ kind: 'errors' });
  });

  it('forgets the draft of a row once it is saved, and keeps no other trace of it', async () => {
    await ofItsOwn();
    partnership.log({ note: 'one' });
    const form = open('Contributions', 2);
    partnership.call('keepDraft', [form.id, { ...shown(form), note: 'typed' }, 'DRAFT001']);
    expect(open('Contributions', 2).draft).toMatchObject({ note: 'typed' });
    partnership.submit(form.id, { ...shown(form), note: 'typed' }, OWNER, 'SAVED001');
    partnership.call('outcomeSeen', [form.id, 'SAVED001']);
    expect(entries()[0]).toMatchObject({ Note: 'typed' });
    expect(open('Contributions', 2).draft).toBeNull();
    expect(partnership.script(`return PropertiesService.getUserProperties().getKeys().join();`)).not.toContain('edit');
  });

  it('opens the form of the tab: a KPI, a reading, a review', () => {
    expect(
      partnership.submit('kpi', { kpi: 'Views', side: 'both', direction: 'higher', rollUp: 'sum', target: '100' }),
    ).toMatchObject({ kind: 'written', message: 'Views: written to KPIs, row 2.' });
    partnership.submit('reading', { kpi: 'Views', date: '2026-01-31', actual: '5' });
    partnership.submit('review', { ratedBy: 'Brand', date: '2026-03-31', kind: 'quarterly', trust: '4' });
    expect(save(open('KPIs', 2), { target: '200', weight: '2' })).toMatchObject({ kind: 'written' });
    expect(save(open('KPI log', 2), { actual: '7' })).toMatchObject({ kind: 'written' });
    expect(save(open('Reviews', 2), { trust: '5', nextStep: 'Call' })).toMatchObject({ kind: 'written' });
    expect(partnership.rows('KPIs')[0]).toMatchObject({ KPI: 'Views', Target: 200, Weight: 2 });
    expect(partnership.rows('KPI log')[0]).toMatchObject({ Actual: 7, 'Entered by': OWNER });
    expect(partnership.rows('Reviews')[0]).toMatchObject({ Trust: 5, 'Next step': 'Call', 'Rated by': 'Brand' });
  });

  it.each([
    ['the heading', 'Contributions', 1],
    ['an empty row', 'KPIs', 9],
    ['a tab without a form', 'Settings', 2],
  ])('says where to click when %s is selected', (_what, tab, row) => {
    partnership.script(`book.getSheetByName('${tab}').getRange(${row}, 1).activate();`);
    expect(partnership.open('edit')).toEqual({
      kind: 'refused',
      message: 'Click on a filled row of Contributions, KPIs, KPI log, Reviews first, then try again.',
    });
  });
});

describe('Add a KPI', () => {
  it('offers both sides and each of them', () => {
    const answer = partnership.open('kpi', '');
    if (answer.kind !== 'form') throw new Error(answer.message);
    const side = answer.form.fields.find(({ key }) => key === 'side')!;
    expect(side).toMatchObject({
      initial: 'both',
      choices: [{ value: 'both' }, { value: 'Studio' }, { value: 'Brand' }],
    });
    partnership.submit('kpi', { kpi: 'Sales', side: 'Brand', direction: 'higher', rollUp: 'sum' }, '');
    expect(partnership.rows('KPIs')[0]).toMatchObject({ KPI: 'Sales', Side: 'Brand', Weight: 1, Baseline: '' });
  });
});
