import { MirrorPage } from '../support/mirror-page';
import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

beforeEach(() => book.reset());

afterAll(() => book.close());

/** The gradient of the first rule of the first sheet, point by point. */
const gradient = (): unknown =>
  book.script(`const condition = sheet.getConditionalFormatRules()[0].getGradientCondition();
    return ['Min', 'Mid', 'Max'].map((point) => [condition['get' + point + 'Color'](),
      String(condition['get' + point + 'Type']()), condition['get' + point + 'Value']()]);`);

const set = (building: string): void =>
  book.script(`const { NUMBER, PERCENT, PERCENTILE, MAX } = SpreadsheetApp.InterpolationType;
    const rule = SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('A2:A9')])${building}.build();
    sheet.setConditionalFormatRules([rule]);`);

describe('a gradient', () => {
  it('runs from the smallest to the largest value', () => {
    set(`.setGradientMinpoint('#ffffff').setGradientMaxpoint('#ff0000')`);
    expect(gradient()).toEqual([
      ['#ffffff', 'MIN', ''],
      ['', 'null', ''],
      ['#ff0000', 'MAX', ''],
    ]);
    expect(book.script(`return sheet.getConditionalFormatRules()[0].getBooleanCondition()`)).toBeNull();
  });

  it('runs between values, percents and percentiles, and is copied', () => {
    set(`.setGradientMinpointWithValue('#ffffff', NUMBER, '-2.5').setGradientMidpointWithValue('#ffff00', PERCENTILE, '50')
      .setGradientMaxpointWithValue('#ff0000', PERCENT, '90').copy().setGradientMinpointWithValue('#eeeeee', NUMBER, '=B1')`);
    expect(gradient()).toEqual([
      ['#eeeeee', 'NUMBER', '=B1'],
      ['#ffff00', 'PERCENTILE', '50'],
      ['#ff0000', 'PERCENT', '90'],
    ]);
    book.script(`sheet.insertRowBefore(1); sheet.setConditionalFormatRules(sheet.getConditionalFormatRules());`);
    expect(
      book.script(`return sheet.getConditionalFormatRules()[0].getRanges().map((range) => range.getA1Notation())`),
    ).toEqual(['A3:A10']);
  });

  it('gives way to a condition that is set later, and takes its place', () => {
    set(`.setGradientMinpoint('#fff').setGradientMaxpoint('#f00').whenCellEmpty()`);
    expect(
      book.script(
        `const [rule] = sheet.getConditionalFormatRules(); return [rule.getGradientCondition(), String(rule.getBooleanCondition().getCriteriaType())]`,
      ),
    ).toEqual([null, 'CELL_EMPTY']);
    set(`.whenCellEmpty().setGradientMinpoint('#fff').setGradientMaxpointWithValue('#f00', MAX, 'whatever')`);
    expect(gradient()).toEqual([
      ['#fff', 'MIN', ''],
      ['', 'null', ''],
      ['#f00', 'MAX', ''],
    ]);
  });

  it('needs both its ends, and numbers', () => {
    expect(() => set(`.setGradientMinpoint('#fff')`)).toThrow('A gradient must have a minpoint and a maxpoint.');
    expect(() => set(`.setGradientMinpointWithValue('#fff', NUMBER, 'much').setGradientMaxpoint('#f00')`)).toThrow(
      'The value of a gradient point is not a number: much',
    );
    expect(() => set(`.setGradientMinpointWithValue('#fff', 'NUMBER', '1')`)).toThrow('Invalid argument');
  });
});

it('a colour scale that a person made in a page is told in Google’s words', async () => {
  const page = new MirrorPage(book.host, 'a@example.com');
  await page.receiveAll();
  page.act((engine) => {
    const { id: subUnitId } = engine.sheets()[0]!;
    const value = (type: string, number?: number) => ({ type, ...(number !== undefined && { value: number }) });
    const config = [
      { index: 1, color: '#00ff00', value: value('num', 5) },
      { index: 0, color: '#0000ff', value: value('min') },
      { index: 2, color: '#ff0000', value: value('percentile', 80) },
    ];
    const ranges = [{ startRow: 0, endRow: 3, startColumn: 0, endColumn: 0 }];
    const rule = { cfId: 'scale', ranges, stopIfTrue: false, rule: { type: 'colorScale', config } };
    engine.execute('sheet.mutation.add-conditional-rule', { unitId: 'workbook', subUnitId, rule });
  });
  page.sendAll();
  page.close();
  expect(gradient()).toEqual([
    ['#0000ff', 'MIN', ''],
    ['#00ff00', 'NUMBER', '5'],
    ['#ff0000', 'PERCENTILE', '80'],
  ]);
});
