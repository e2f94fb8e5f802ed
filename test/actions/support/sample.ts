import type { Outcome } from '../../../src/actions/asking/outcome';
import { OWNER, type Partnership } from '../../support/partnership';

export const LOGS = ['Contributions', 'KPIs', 'KPI log', 'Reviews', 'Revenue', 'Terms', 'Payments'] as const;

/** In their order: what is computed, then what is filled in. */
const MONEY = [
  'Statement', 'Statement table', 'Statement lines', 'Revenue', 'Terms', 'Payments', 'Closed periods', 'Closed rows', 'Answers',
]; // prettier-ignore

export const start = (partnership: Partnership, user = OWNER): Outcome =>
  partnership.submit('set-up', { sample: 'yes' }, user);

export const remove = (partnership: Partnership, changed = 'keep', user = OWNER): Outcome =>
  partnership.submit('remove-sample', { changed }, user);

export const names = (partnership: Partnership): string[] =>
  partnership.script('return book.getSheets().map((sheet) => sheet.getName())') as string[];

/** Rows of each log; null where its tab is not there. */
export const counts = (partnership: Partnership): (number | null)[] => {
  const there = names(partnership);
  return LOGS.map((tab) => (there.includes(tab) ? partnership.rows(tab).length : null));
};

/** From the sample as it was loaded to a sheet of one's own with its first entries. */
export function removeAndStartAnew(partnership: Partnership, user: string): void {
  const before = names(partnership).filter((name) => !MONEY.includes(name));
  expect(partnership.open('remove-sample', user)).toMatchObject({
    form: { introduction: expect.stringContaining('276 rows are as the sample brought them, 0 were changed') },
  });
  expect(remove(partnership, 'keep', user)).toMatchObject({
    kind: 'written',
    message:
      'Removed: 276 rows of the sample. Now enter your own sides. The tabs that came with it are gone, too: ' +
      `${MONEY.join(', ')}.`,
    follow: { form: 'set-up' },
  });
  expect(counts(partnership)).toEqual([0, 0, 0, 0, null, null, null]);
  expect(names(partnership)).toEqual(before);
  expect(partnership.open('remove-sample', user)).toEqual({
    kind: 'refused',
    message: 'There is no sample in this sheet.',
  });
  const own = { first: 'Studio', second: 'Brand', currency: 'EUR', start: '2026-01-01', firstSplit: '60%' };
  expect(partnership.submit('set-up', own, user)).toMatchObject({
    message:
      'Room for what there is now: Scorecard. Amounts are shown in EUR now. Filled: Settings. Everything can be changed in Settings at any time.',
  });
  expect(partnership.rows('Settings').slice(0, 3)).toMatchObject([
    { Setting: 'Currency', Value: 'EUR', Party: 'Studio', 'E-mail': user, Liaison: '', 'Agreed split': 0.6 },
    { Setting: 'Partnership start', Value: '2026-01-01', Party: 'Brand', 'E-mail': '', 'Agreed split': 0.4 },
    { Party: '' },
  ]);
  partnership.log({ unitValue: '50' }, user);
  partnership.log({ unitValue: '50', party: 'Brand' }, user);
  expect(partnership.rows('Contributions').map(({ Value }) => Value)).toEqual([100, 100]);
  expect(partnership.rows('Settings')[0]).toMatchObject({ 'Share of contributions': 0.5 });
}
