import type { ToPage, FormatMatch } from '../../../src/localhost/contract/protocol';
import { OWNER, TestSheet, temporaryFolder } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterEach(() => book.reset());

afterAll(() => book.close());

/** One rule for B2:C20 of the first sheet, which highlights in red. */
const set = (condition: string, range = 'B2:C20'): void => {
  book.script(`sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().${condition}
    .setBackground('#ff0000').setRanges([sheet.getRange('${range}')]).build()]);`);
};

/** The cells that a page is told are highlighted, by rule. */
function highlighted(host = book.host): string[][] {
  const messages: ToPage[] = [];
  const page = host.connect({ user: OWNER, send: (message) => messages.push(message) });
  page.close();
  return messages.flatMap((message) => (message.type === 'conditionalFormats' ? message.matches.map(cellsOf) : []));
}

function cellsOf({ runs }: FormatMatch): string[] {
  const cells: string[] = [];
  for (let at = 0; at < runs.length; at += 3) {
    for (let row = 0; row < runs[at + 2]!; row++) cells.push(`${'ABCDEFG'[runs[at]!]}${runs[at + 1]! + row + 1}`);
  }
  return cells;
}

describe('conditional formats', () => {
  it.each<[string, string, unknown[]]>([
    [`whenTextEqualTo('open')`, 'TEXT_EQUAL_TO', ['open']],
    [`whenTextContains('pe')`, 'TEXT_CONTAINS', ['pe']],
    [`whenNumberBetween(1, 5)`, 'NUMBER_BETWEEN', [1, 5]],
    [`whenNumberLessThan(0)`, 'NUMBER_LESS_THAN', [0]],
    [`whenCellEmpty()`, 'CELL_EMPTY', []],
    [`whenFormulaSatisfied('=$B2>1')`, 'CUSTOM_FORMULA', ['=$B2>1']],
    [`whenDateAfter(new Date('2026-03-05T05:00:00Z'))`, 'DATE_AFTER', [new Date('2026-03-05T05:00:00Z')]],
    [`withCriteria(SpreadsheetApp.BooleanCriteria.NUMBER_EQUAL_TO, [7])`, 'NUMBER_EQUAL_TO', [7]],
  ])('%s is read as it was built', (condition, criteria, values) => {
    set(`${condition}.setBold(true).setFontColor('#00ff00').setItalic(false)`);
    expect(
      book.script(`const [rule] = sheet.getConditionalFormatRules(), condition = rule.getBooleanCondition();
        return [String(condition.getCriteriaType()), condition.getCriteriaValues(), rule.getRanges()[0].getA1Notation(),
          condition.getBackground(), condition.getFontColor(), condition.getBold(), condition.getItalic(), condition.getUnderline(),
          rule.getGradientCondition()];`),
    ).toEqual([criteria, values, 'B2:C20', '#ff0000', '#00ff00', true, false, null, null]);
  });

  it.each([
    ['whenTextEqualTo("open")', ['B2', 'B3']],
    ['whenTextContains("PEN")', ['B2', 'B3', 'B4']],
    ['whenTextStartsWith("re")', ['B4']],
    ['whenTextEndsWith("n")', ['B2', 'B3', 'B4']],
    ['whenTextDoesNotContain("e")', ['B5', 'C2', 'C3', 'C4', 'C5']],
    ['whenCellEmpty()', ['C4', 'C5']],
    ['whenCellNotEmpty()', ['B2', 'B3', 'B4', 'B5', 'C2', 'C3']],
    ['whenNumberGreaterThan(1.5)', ['B5', 'C2']],
    ['whenNumberNotEqualTo(2)', ['B5', 'C3']],
    ['whenNumberBetween(2, 1)', ['C2', 'C3']],
    ['whenDateBefore(new Date("2026-02-01T05:00:00Z"))', ['B5', 'C2', 'C3']],
    ['whenDateEqualTo(new Date("2026-01-15T12:00:00Z"))', ['B5']],
    ['whenDateAfter(SpreadsheetApp.RelativeDate.TODAY)', []],
    ['whenFormulaSatisfied("=$C2>=2")', ['B2', 'C2']],
  ])('%s highlights the cells that Sheets would', (condition, cells) => {
    book.script(`sheet.getRange('B2:C5').setValues(
      [['open', 2], ['Open', 1], ['reopen', ''], [new Date('2026-01-15T05:00:00Z'), '']]);`);
    set(condition, 'B2:C5');
    expect(highlighted()).toEqual([cells]);
  });

  it('evaluates a relative date against today', () => {
    book.script(
      `sheet.getRange('B2:B5').setFormulas([['=TODAY()'], ['=TODAY()-3'], ['=TODAY()-20'], ['=TODAY()+1']]);`,
    );
    set('whenDateEqualTo(SpreadsheetApp.RelativeDate.PAST_WEEK)');
    expect(highlighted()).toEqual([['B2', 'B3']]);
    set('whenDateAfter(SpreadsheetApp.RelativeDate.TODAY)');
    expect(highlighted()).toEqual([['B5']]);
  });

  it('sees spilled cells, in the cells and in formulas', () => {
    book.script(`sheet.getRange('B2').setFormula('=ARRAYFORMULA(IF(ROW(A2:A5)>3, "late", "fine"))');`);
    set('whenTextEqualTo("late")');
    expect(highlighted()).toEqual([['B4', 'B5']]);
    set('whenFormulaSatisfied("=B2=\\"late\\"")', 'B2:B20');
    expect(highlighted()).toEqual([['B4', 'B5']]);
  });

  it('tells pages only what has changed, after the edit that changed it', () => {
    const messages: ToPage[] = [];
    set('whenNumberGreaterThan(10)');
    const page = book.host.connect({ user: OWNER, send: (message) => messages.push(message) });
    const told = (): string[][] =>
      messages
        .splice(0)
        .flatMap((message) => (message.type === 'conditionalFormats' ? message.matches.map(cellsOf) : []));
    told();
    book.script(`sheet.getRange('B3').setValue(11);`);
    expect(told()).toEqual([['B3']]);
    book.script(`sheet.getRange('A1').setValue(11); sheet.getRange('B4').setValue(9);`);
    expect(told()).toEqual([]);
    book.script(`sheet.getRange('C3').setFormula('=B3*2'); sheet.getRange('B3').setValue(6);`);
    expect(told()).toEqual([['C3']]);
    page.close();
  });

  it('keeps the order of rules and hands them back to be set again', () => {
    const order = `return sheet.getConditionalFormatRules().map((rule) => rule.getBooleanCondition().getCriteriaValues()[0]);`;
    book.script(`const rule = (text) => SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo(text)
      .setRanges([sheet.getRange('A1:A5'), sheet.getRange('C1')]).build();
      sheet.setConditionalFormatRules(['a', 'b', 'c'].map(rule));
      sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule('d')]);`);
    expect(book.script(order)).toEqual(['a', 'b', 'c', 'd']);
    book.script(`const [, second] = sheet.getConditionalFormatRules();
      sheet.setConditionalFormatRules([second.copy().whenTextEqualTo('e').build()]);`);
    expect(
      book.script(`return sheet.getConditionalFormatRules().map((rule) => [rule.getBooleanCondition().getCriteriaValues()[0],
        rule.getRanges().map((range) => range.getA1Notation()).join()]);`),
    ).toEqual([['e', 'A1:A5,C1']]);
    book.script(`sheet.clearConditionalFormatRules()`);
    expect(book.script(order)).toEqual([]);
  });

  it('follows rows and columns, with its formula', () => {
    set('whenFormulaSatisfied("=$B2>1")');
    book.script(`sheet.insertRowsBefore(1, 2); sheet.insertColumnBefore(1); sheet.getRange('C4').setValue(5);
      sheet.deleteRow(10); sheet.insertRowsBefore(6, 3);`);
    expect(
      book.script(`return sheet.getConditionalFormatRules().map((rule) => [rule.getBooleanCondition().getCriteriaValues()[0],
        rule.getRanges().map((range) => range.getA1Notation()).join()]);`),
    ).toEqual([['=$C4>1', 'C4:D24']]);
    expect(highlighted()).toEqual([['C4', 'D4']]);
    book.script(`sheet.deleteRows(1, 30)`);
    expect(book.script(`return sheet.getConditionalFormatRules().length`)).toBe(0);
  });

  it('moves on, and does not grow, where lines are inserted before the first ones; nor does a validation rule', () => {
    set(`whenCellEmpty()`, 'A1:B9');
    expect(
      book.script(`sheet.getRange('A1').insertCheckboxes(); sheet.insertRowBefore(1); sheet.insertColumnsBefore(1, 2);
        return [sheet.getConditionalFormatRules()[0].getRanges()[0].getA1Notation(),
          ['A1', 'C1', 'A2', 'C2', 'C3'].filter((cell) => sheet.getRange(cell).getDataValidation())]`),
    ).toEqual(['C2:D10', ['C2']]);
  });

  it('goes along with a copied sheet and away with a deleted one', () => {
    book.script(`sheet.getRange('B2').setValue(3);`);
    set('whenNumberGreaterThan(1)');
    book.script(`sheet.copyTo(book)`);
    expect(highlighted()).toEqual([['B2'], ['B2']]);
    book.script(`book.deleteSheet(sheet)`);
    expect(highlighted()).toEqual([['B2']]);
  });

  it('is complained about like in Sheets', () => {
    const attempt = (code: string) => () =>
      book.script(`const builder = SpreadsheetApp.newConditionalFormatRule(); ${code}`);
    expect(attempt(`sheet.setConditionalFormatRules([builder.whenCellEmpty().build()])`)).toThrow(/range/);
    expect(attempt(`sheet.setConditionalFormatRules([builder.setRanges([sheet.getRange('A1')]).build()])`)).toThrow(
      /condition/,
    );
    expect(attempt(`sheet.setConditionalFormatRules([1])`)).toThrow(/don't match/);
    expect(attempt(`builder.setRanges('A1')`)).toThrow(/don't match/);
  });

  it('is in the file', async () => {
    const folder = temporaryFolder();
    const file = `${folder.path}/book.sheet`;
    let stored = await TestSheet.open('basics', file);
    stored.script(`const rule = SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('A1:A9')]).setBold(true);
      sheet.getRange('A1:A2').setValues([[1], [7]]);
      sheet.setConditionalFormatRules([rule.whenNumberGreaterThan(5).build(), rule.whenFormulaSatisfied('=A1=1').build()]);`);
    stored.close();
    for (let again = 0; again < 2; again++) {
      stored = await TestSheet.open('basics', file);
      expect(highlighted(stored.host)).toEqual([['A2'], ['A1']]);
      stored.script(`sheet.insertRowAfter(1); sheet.deleteRow(2);`);
      stored.close();
    }
    folder.remove();
  });
});
