import { Partnership } from '../support/partnership';

/** Trap: custom functions answer late, and what a script reads of them meanwhile is "Loading...". */

// Two partnerships are set up, on a machine that may be busy.
jest.setTimeout(240_000);

let quick: Partnership;
let slow: Partnership;

const DAY = 86_400_000;

beforeEach(async () => {
  quick = await Partnership.open();
  slow = await Partnership.open(null, { slowFunctions: true });
  // In both it is about noon: otherwise a day may end after one of them has asked for it.
  const untilNoon = (DAY * 1.5 - (Date.now() % DAY)) % DAY;
  for (const { host } of [quick, slow]) host.passTime(untilNoon);
});

afterEach(() => {
  quick.host.close();
  slow.host.close();
});

/** The same in both; their answers must be alike. */
function both<T>(act: (partnership: Partnership) => T): T {
  const [usual, late] = [act(quick), act(slow)];
  expect(late).toEqual(usual);
  return usual;
}

const figures = (partnership: Partnership): unknown =>
  partnership.script(`SpreadsheetApp.flush(); return book.getSheets().map((sheet) =>
    [sheet.getName(), sheet.getDataRange().getDisplayValues().map((row) => row.join(' | ').replace(/#gid=\\d+/g, '#gid'))])`);

/** All functions answer, those as well that are called because of an answer. */
function answered(): void {
  for (let rounds = 0; slow.host.answerFunctions(); rounds++) expect(rounds).toBeLessThan(30);
}

/** A form, without the moment at which it was sent before: that of one partnership is not that of the other. */
function opened(partnership: Partnership, form: string): unknown {
  const answer = partnership.open(form);
  return answer.kind === 'form' && answer.sent ? { ...answer, sent: { ...answer.sent, at: 0 } } : answer;
}

let key = 0;
const submit = (form: string, values: Record<string, string>) => {
  const of = `SLOW${String(++key).padStart(4, '0')}`;
  return both((partnership) => partnership.submit(form, values, undefined, of).kind);
};

it('every form and Set up do the same as where functions answer at once', () => {
  expect(submit('set-up', { sample: 'yes' })).toBe('written');
  const side = String(both((partnership) => partnership.rows('Contributions')[0]!.Party));
  for (const form of ['log', 'kpi', 'reading', 'answer', 'review', 'set-up', 'remove-sample']) {
    expect([form, both((partnership) => opened(partnership, form))]).toMatchObject([form, { form: { id: form } }]);
  }
  const entry = { date: '2026-03-31', party: side, kind: 'hours', quantity: '2', unitValue: '10' };
  expect(submit('log', entry)).toBe('written');
  expect(submit('kpi', { kpi: 'New', side: 'both', direction: 'higher', rollUp: 'sum' })).toBe('written');
  expect(submit('reading', { kpi: 'New', date: '2026-03-31', actual: '5' })).toBe('written');
  expect(submit('review', { ratedBy: side, date: '2026-03-31', kind: 'quarterly', trust: '4' })).toBe('written');
  expect(JSON.stringify(figures(slow))).toContain('Loading...');
  expect(submit('set-up', {})).toBe('written');
  answered();
  both(figures);
});

it('taking the sample out leaves the same', () => {
  submit('set-up', { sample: 'yes' });
  submit('remove-sample', {});
  answered();
  both(figures);
});
