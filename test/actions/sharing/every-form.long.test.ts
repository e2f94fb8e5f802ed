import { ENTRY_REGISTERS } from '../../../src/registers';
import { LocalState } from '../../../src/localhost/workbook/local-state';
import { nextKey, OWNER, PARTNER, Partnership } from '../../support/partnership';
import { anything, FITTING } from '../../support/fitting-values';

/**
 * Every form that writes a row, as it goes on an ordinary bad day: the owner's store of user properties is full, a partner
 * has the same form open, a sidebar is closed before its answer comes, somebody's address is not visible.
 */

jest.setTimeout(600_000);

let partnership: Partnership;

beforeAll(async () => {
  const userProperties = new LocalState(() => undefined);
  partnership = await Partnership.withPages('all', {}, { userProperties });
  partnership.submit('kpi', { kpi: 'Downloads', side: 'both', direction: 'higher', rollUp: 'latest', target: '100' });
  partnership.script(`const store = PropertiesService.getUserProperties();
    for (const size of [8000, 400, 20, 1])
      try { for (let n = 0; n < 2000; n++) store.setProperty(size + ' ' + n, 'x'.repeat(size)); } catch {}`);
});
afterAll(() => partnership.host.close());

it('the owner’s store is full', () => {
  expect(() => partnership.script(`PropertiesService.getUserProperties().setProperty('one more', 'x'.repeat(30))`)).toThrow(/quota/); // prettier-ignore
});

it.each(ENTRY_REGISTERS.map((register) => [register.name, register] as const))(
  'in %s every row of everybody is written once, and everybody is told so',
  (tab, register) => {
    const { form, named, columns, id } = register;
    const filled = (called: string, user: string): Record<string, string> => {
      const opened = partnership.open(form.id, user);
      if (opened.kind !== 'form') throw new Error(JSON.stringify(opened));
      const fields = opened.form.fields.map((field) => [field.key, anything(field, `${tab} ${called}`)]);
      return { ...Object.fromEntries(fields), ...FITTING[id] };
    };
    // Tables beside this one make rows of their own, which bear no name.
    const namedRows = (): Record<string, unknown>[] =>
      partnership.rows(tab).filter((row) => String(row[columns[named.column]!.header] ?? '') !== '');
    const before = namedRows().length;
    const people = [OWNER, PARTNER, ''].map((user, at) => ({ user, key: nextKey(), values: filled(`${at}`, user) }));
    // All forms are open before the first of them is sent.
    const outcomes = people.map(({ user, key, values }) => partnership.submit(form.id, values, user, key));
    expect(outcomes).toMatchObject(people.map(() => ({ kind: 'written', message: expect.stringContaining(`written to ${tab}`) }))); // prettier-ignore
    // Whoever closed the sidebar meanwhile does not know, and sends the same again.
    const again = people.map(({ user, key, values }) => partnership.submit(form.id, values, user, key));
    expect(again).toMatchObject(people.map(() => ({ kind: 'written' })));
    const rows = namedRows().slice(before);
    const cells = (key: string): unknown[] => rows.map((row) => row[columns[key]!.header]);
    expect(cells(named.column)).toEqual(people.map(({ key }) => named.prefix + key));
    if (columns.enteredBy) expect(cells('enteredBy')).toEqual(people.map(({ user }) => user));
  },
);
