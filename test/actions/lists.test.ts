import { REGISTERS } from '../../src/registers';
import { columnLetters } from '../../src/schema/formula';
import { freshPlacement } from '../../src/schema/placement';
import { Partnership } from '../support/partnership';

/** Lists of choices that stand in a column: where people insert a row above the first one, the list leaves it out. */
describe('Lists of choices', () => {
  let partnership: Partnership;

  beforeAll(async () => {
    partnership = await Partnership.started();
  }, 120_000);

  afterAll(() => partnership.host.close());

  /** The columns of the core with their lists, as `Contributions!H: Settings!E2:E`. */
  const lists = (): string[] =>
    REGISTERS.filter(({ pack }) => pack === undefined).flatMap((register) => {
      const { positions } = freshPlacement(register, { name: register.name, gid: 0 });
      return Object.entries(register.columns).flatMap(([key, { choices, filled }]) => {
        if (!choices || !('table' in choices) || filled !== 'by people') return [];
        const column = columnLetters(positions[register.id]![key]! + 1);
        const list = partnership.script(
          `const rule = book.getSheetByName('${register.name}').getRange('${column}9').getDataValidation();
           const range = rule.getCriteriaValues()[0]; return range.getSheet().getName() + ' ' + range.getA1Notation();`,
        ) as string;
        return [`${register.name}!${column}: ${list}`];
      });
    });

  it('begin at the first row again where a row that was inserted above it has moved them, and are touched no more', () => {
    const before = lists();
    expect(before.length).toBeGreaterThan(3);
    // What Google makes of them; the local engine keeps them at row 2.
    partnership.script(`for (const [tab, column, list] of [['Contributions', 'H', 'Settings'], ['KPI log', 'G', 'KPIs']]) {
      const range = book.getSheetByName(tab).getRange(column + '2:' + column);
      const rule = range.getDataValidations()[5][0]; const from = rule.getCriteriaValues()[0];
      const moved = book.getSheetByName(list).getRange(3, from.getColumn(), from.getNumRows() - 1);
      range.setDataValidation(rule.copy().requireValueInRange(moved).build()); }`);
    expect(lists()).not.toEqual(before);
    expect(partnership.submit('set-up', {})).toMatchObject({
      message: expect.stringContaining('Lists of choices put right: Contributions, KPI log.'),
    });
    expect(lists()).toEqual(before);
    expect(partnership.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('already set up') });
    expect(partnership.calls.writes).toBe(0);
  });

  it('that people have put there themselves stay', () => {
    partnership.script(`const range = book.getSheetByName('Contributions').getRange('H2:H');
      range.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Studio', 'Brand', 'Guest']).build());`);
    expect(partnership.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('already set up') });
  });
});
