import { set, setAsOf, type } from '../pages/support/pages';
import { Partnership } from '../support/partnership';

const SIGNS = [2, 2, 3, 3, 2];

describe('The lifecycle stage on the Scorecard', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.started();
  });
  afterAll(() => partnership.host.close());

  /** Answers the signs in their order; what is not given is open. */
  function answer(...answers: string[]): void {
    const cells = Array.from({ length: 12 }, (_, i) => [answers[i] ?? '']);
    partnership.script(
      `const sheet = book.getSheetByName('Settings'); const headings = sheet.getRange('1:1').getValues()[0];
       sheet.getRange(2, headings.indexOf('Holds') + 1, 12, 1).setValues(${JSON.stringify(cells)});`,
    );
  }
  const stage = (): unknown =>
    partnership.script(
      `const sheet = book.getSheetByName('Scorecard'); const names = sheet.getRange('A:A').getValues().flat();
       return sheet.getRange(names.indexOf('Lifecycle stage') + 1, 2).getValue();`,
    );
  /** What is missing for the next stage. */
  const missing = (): unknown => section().find(([, , standing]) => standing === 'next')?.[3];
  const section = (): unknown[][] =>
    partnership.script(
      `const sheet = book.getSheetByName('Scorecard'); const names = sheet.getRange('A:A').getValues().flat();
       return sheet.getRange(names.indexOf('Lifecycle stage') + 3, 1, 5, 4).getValues();`,
    ) as unknown[][];
  const yes = (count: number): string[] => new Array<string>(count).fill('yes');

  it('shows open signs as open while nobody has answered', () => {
    expect(stage()).toBe('not answered yet');
    expect(missing()).toBe('Each side has said what it wants from this and what it brings (open), and 1 more');
    expect(section().map(([stage, signs, standing]) => [stage, signs, standing])).toEqual(
      ['exploration', 'pilot', 'growth', 'maturity', 'renewal'].map((stage, i) => [
        stage,
        `0 of ${SIGNS[i]}`,
        i === 0 ? 'next' : 'later',
      ]),
    );
  });

  it.each([
    [yes(1), 'not begun', 'exploration: Each side has one person to turn to (open)'],
    [yes(2), 'exploration', 'pilot: A small first project'],
    [[...yes(6), 'no'], 'pilot', 'growth: Each side has set aside time or money for the months ahead (no)'],
    [['yes', 'no', ...yes(10)], 'not begun', 'exploration: Each side has one person to turn to (no)'],
    [
      [...yes(7), 'perhaps'],
      'growth',
      'maturity: Reviews take place in the rhythm, and their next steps get done (open)',
    ],
    [yes(12), 'renewal', null],
  ])('says from the answers %j that the stage is %s', (answers, reached, next) => {
    answer(...answers);
    expect(stage()).toBe(reached);
    const coming = section().find(([, , standing]) => standing === 'next');
    if (next === null) expect(coming).toBeUndefined();
    else expect(`${String(coming?.[0])}: ${String(coming?.[3])}`).toContain(next);
    for (const [, signs, standing, lacking] of section()) {
      const [met, all] = String(signs).split(' of ');
      expect([met === all, lacking === '']).toEqual([standing === 'reached' || met === all, met === all]);
    }
  });

  it('counts the days in a stage from the last of its signs, and says when it lasts for long', () => {
    const daysIn = (): unknown => partnership.cells('Scorecard').find(([first]) => first === 'Lifecycle stage')![3];
    const said = (): string => partnership.cells('Scorecard').flat().join('\n');
    answer(...yes(4));
    setAsOf(partnership, '2026-09-30');
    expect(daysIn()).toBe('');
    const since = ['2025-11-01', '2025-12-01', '2026-04-03', '2026-02-01', 'soon'];
    type(partnership, 'Settings', since.map((day) => ({ 'Holds since': day }))); // prettier-ignore
    expect([stage(), daysIn()]).toEqual(['pilot', 180]);
    expect(said()).not.toContain('In the stage');
    setAsOf(partnership, '2026-10-01');
    expect(daysIn()).toBe(181);
    expect(said()).toContain('In the stage pilot for 181 days: settle what is missing for the next one');
    set(partnership, 'Settings', 'Setting', 'Value', 'Days in a stage', '');
    expect(said()).not.toContain('In the stage');
    set(partnership, 'Settings', 'Setting', 'Value', 'Days in a stage', 90);
    expect(said()).toContain('In the stage pilot');
    // After the last stage nothing is missing, however long it lasts.
    answer(...yes(12));
    type(partnership, 'Settings', [{ 'Holds since': '2025-01-01' }], 13);
    expect([stage(), Number(daysIn()) > 600]).toEqual(['renewal', true]);
    expect(said()).not.toContain('In the stage');
  });

  it('follows other stages and signs', () => {
    partnership.script(
      `const sheet = book.getSheetByName('Settings'); const headings = sheet.getRange('1:1').getValues()[0];
       const at = headings.indexOf('Lifecycle stage') + 1; sheet.getRange(2, at, 12, 3).clearContent();
       sheet.getRange(2, at, 3, 3).setValues([['trial', 'One order', 'yes'], ['', '', ''], ['regular', 'A monthly order', '']]);`,
    );
    expect([stage(), missing()]).toEqual(['trial', 'A monthly order (open)']);
  });

  it('says what to do where there is no stage', () => {
    partnership.script(
      `const sheet = book.getSheetByName('Settings'); const headings = sheet.getRange('1:1').getValues()[0];
       sheet.getRange(2, headings.indexOf('Lifecycle stage') + 1, 12, 3).clearContent();`,
    );
    expect([stage(), section()[0]![0]]).toEqual(['no stages', 'No stages in Settings']);
  });
});
