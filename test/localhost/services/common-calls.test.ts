import type { Question } from '../../../src/localhost/contract/protocol';
import { TestSheet } from '../support/sheet';

let book: TestSheet;
const asked: Question[] = [];
let typed: { button: 'OK' | 'CANCEL' | 'CLOSE' | 'YES' | 'NO'; text: string } | undefined;

beforeAll(async () => {
  book = await TestSheet.open('basics', null, {
    answer: (question) => {
      asked.push(question);
      return typed;
    },
  });
});

afterEach(() => book.reset());

afterAll(() => book.close());

/** Fills from one range into another, and answers what stands in the second. */
const filled = (from: string, into: string, series = 'DEFAULT_SERIES'): unknown =>
  book.script(`sheet.getRange('${from}').autoFill(sheet.getRange('${into}'), SpreadsheetApp.AutoFillSeries.${series});
    return sheet.getRange('${into}').getDisplayValues().flat();`);

describe('autoFill', () => {
  it.each<[string, unknown[], string[]]>([
    ['numbers go on', [1, 3], ['1', '3', '5', '7', '9']],
    ['numbers off a line follow the line through them', [1, 2, 6], ['1', '2', '6', '8', '10.5']],
    ['fractions stay exact', [0.1, 0.2], ['0.1', '0.2', '0.3', '0.4', '0.5']],
    ['one number is repeated', [7], ['7', '7', '7', '7', '7']],
    ['texts are repeated', ['a', 'b'], ['a', 'b', 'a', 'b', 'a']],
    ['texts that end in numbers go on', ['Item 08'], ['Item 08', 'Item 09', 'Item 10', 'Item 11', 'Item 12']],
    ['two such texts go on at their distance', ['Q1', 'Q3'], ['Q1', 'Q3', 'Q5', 'Q7', 'Q9']],
    ['what is mixed is repeated', [1, 'x'], ['1', 'x', '1', 'x', '1']],
    ['a day goes on by days', ['1/30/2026'], ['1/30/2026', '1/31/2026', '2/1/2026', '2/2/2026', '2/3/2026']],
    [
      'days go on at their distance',
      ['1/1/2026', '1/8/2026'],
      ['1/1/2026', '1/8/2026', '1/15/2026', '1/22/2026', '1/29/2026'],
    ],
  ])('%s', (_, begins, expected) => {
    book.put(
      `A1:A${begins.length}`,
      begins.map((value) => [value]),
    );
    expect(filled(`A1:A${begins.length}`, 'A1:A5')).toEqual(expected);
  });

  it('goes up, right and left as well', () => {
    book.put('C5:D5', [[3, 5]]);
    expect(filled('C5:D5', 'C5:F5')).toEqual(['3', '5', '7', '9']);
    expect(filled('C5:D5', 'A5:D5')).toEqual(['-1', '1', '3', '5']);
    book.put('A5:A6', [[10], [20]]);
    expect(filled('A5:A6', 'A2:A6')).toEqual(['-20', '-10', '0', '10', '20']);
  });

  it('repeats everything where it is asked to, and shifts formulas', () => {
    book.put('A1:C2', [
      [1, '=A1*2', '=$A$1'],
      [2, '=A2*2', 'x'],
    ]);
    book.script(`sheet.getRange('A1:C2').setBackground('red')
      .autoFill(sheet.getRange('A1:C5'), SpreadsheetApp.AutoFillSeries.ALTERNATE_SERIES);`);
    expect(book.script(`return sheet.getRange('A3:C5').getFormulas()`)).toEqual([
      ['', '=A3*2', '=$A$1'],
      ['', '=A4*2', ''],
      ['', '=A5*2', '=$A$1'],
    ]);
    expect(book.column('A3:A5')).toEqual([1, 2, 1]);
    expect(book.script(`return sheet.getRange('C5').getBackground()`)).toBe('#ff0000');
  });

  it('refuses another direction than one, and another sheet', () => {
    expect(() => filled('A1:A2', 'A1:B3')).toThrow('in one direction only');
    expect(() => filled('A1:A2', 'A2:A5')).toThrow('must include the source range');
  });

  it('goes along with the neighbour', () => {
    book.put('A1:B4', [
      ['a', 1],
      ['b', 2],
      ['c', ''],
      ['d', ''],
    ]);
    book.script(`sheet.getRange('B1:B2').autoFillToNeighbor(SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);`);
    expect(book.column('B1:B5')).toEqual([1, 2, 3, 4, '']);
    expect(() =>
      book.script(`sheet.getRange('F1').autoFillToNeighbor(SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);`),
    ).toThrow('no filled column beside');
  });
});

describe('cells that are inserted and deleted', () => {
  beforeEach(() => {
    book.put('A1:C3', [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    book.script(`sheet.getRange('E1').setFormula('=A2'); sheet.getRange('A2').setBackground('#ff0000');`);
  });

  it.each<[string, unknown[][], string]>([
    [
      `sheet.getRange('A1:A2').insertCells(SpreadsheetApp.Dimension.ROWS)`,
      [
        ['', 2, 3],
        ['', 5, 6],
        [1, 8, 9],
        [4, '', ''],
      ],
      '=A4',
    ],
    [
      `sheet.getRange('A2').insertCells(SpreadsheetApp.Dimension.COLUMNS)`,
      [
        [1, 2, 3],
        ['', 4, 5],
        [7, 8, 9],
        ['', '', ''],
      ],
      '=B2',
    ],
    [
      `sheet.getRange('A1').deleteCells(SpreadsheetApp.Dimension.ROWS)`,
      [
        [4, 2, 3],
        [7, 5, 6],
        ['', 8, 9],
        ['', '', ''],
      ],
      '=A1',
    ],
    [
      `sheet.getRange('B1:B2').deleteCells(SpreadsheetApp.Dimension.COLUMNS)`,
      [
        [1, 3, ''],
        [4, 6, ''],
        [7, 8, 9],
        ['', '', ''],
      ],
      '=A2',
    ],
    [
      `sheet.getRange('A3:C3').deleteCells(SpreadsheetApp.Dimension.ROWS)`,
      [
        [1, 2, 3],
        [4, 5, 6],
        ['', '', ''],
        ['', '', ''],
      ],
      '=A2',
    ],
  ])('%s', (code, values, formula) => {
    book.script(`${code};`);
    expect(book.values('A1:C4')).toEqual(values);
    if (!code.includes('COLUMNS')) expect(book.script(`return sheet.getRange('E1').getFormula()`)).toBe(formula);
  });

  it('new cells look as those that stood there; rows come below the last', () => {
    book.script(
      `sheet.deleteRows(4, sheet.getMaxRows() - 3); sheet.getRange('A2').insertCells(SpreadsheetApp.Dimension.ROWS);`,
    );
    expect(book.script(`return [sheet.getMaxRows(), sheet.getRange('A2').getBackground()]`)).toEqual([4, '#ff0000']);
    expect(book.column('A1:A4')).toEqual([1, '', 4, 7]);
  });
});

describe('the selection', () => {
  it('is what the person has selected, several ranges too', () => {
    expect(
      book.script(`sheet.getRange('A1:A4').setValue(1);
        sheet.getRangeList(['C1', 'A2:B3']).activate();
        const selection = SpreadsheetApp.getSelection(), names = (list) => list.getRanges().map((one) => one.getA1Notation());
        return [names(selection.getActiveRangeList()), names(SpreadsheetApp.getActiveRangeList()), names(sheet.getActiveRangeList()),
          selection.getActiveRange().getA1Notation(), selection.getCurrentCell().getA1Notation(), selection.getActiveSheet().getName(),
          selection.getNextDataRange(SpreadsheetApp.Direction.DOWN).getA1Notation()]`),
    ).toEqual([['C1', 'A2:B3'], ['C1', 'A2:B3'], ['C1', 'A2:B3'], 'A2:B3', 'A2', 'Sheet1', 'A2:B4']);
    expect(
      book.script(`sheet.getRange('D4').activate();
        return book.getSelection().getActiveRangeList().getRanges().map((one) => one.getA1Notation())`),
    ).toEqual(['D4']);
  });

  it('comes from a page', () => {
    const page = book.host.connect({ user: 'owner@example.com', send: () => undefined });
    const sheetId = '0';
    const id = book.script<string>('return String(sheet.getSheetId())');
    page.receive({ type: 'selection', sheetId: id === '0' ? sheetId : id, a1: 'B2', others: ['A1'] });
    expect(book.script(`return SpreadsheetApp.getActiveRangeList().getRanges().length`)).toBeGreaterThan(0);
    page.close();
  });
});

describe('lists of ranges', () => {
  it('do to each range what is asked of them', () => {
    expect(
      book.script(`const list = sheet.getRangeList(['A1', 'B2:C3']);
        list.setValue(' x ').trimWhitespace().setFontFamily('Courier New').setFontLine('underline').setBackgroundRGB(0, 128, 255)
          .setBorder(true, true, true, true, null, null).setFormulaR1C1('=R[1]C[1]').setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
        sheet.getRangeList(['E1', 'E3']).insertCheckboxes().check().uncheck().check().removeCheckboxes().breakApart();
        const cell = sheet.getRange('C3');
        return [cell.getFontFamily(), cell.getFontLine(), cell.getBackground(), cell.getFormula(), cell.getWrapStrategy().toString(),
          sheet.getRange('E1').getValue()]`),
    ).toEqual(['Courier New', 'underline', '#0080ff', '=D4', 'CLIP', '']);
  });
});

describe('colours as objects', () => {
  it('are built, set and read', () => {
    expect(
      book.script(`const color = SpreadsheetApp.newColor().setRgbColor('#FF8000').build(), cell = sheet.getRange('A1');
        cell.setBackgroundObject(color).setFontColorObject(color);
        const rgb = cell.getBackgroundObject().asRgbColor();
        return [rgb.asHexString(), rgb.getRed(), rgb.getGreen(), rgb.getBlue(), color.getColorType().toString(),
          cell.getFontColorObjects()[0][0].asRgbColor().asHexString(), cell.setBackgroundObject(null).getBackground()]`),
    ).toEqual(['#ff8000', 255, 128, 0, 'RGB', '#ff8000', '#ffffff']);
  });

  it.each([`newColor().setRgbColor('no colour')`, `newColor().build()`, `newColor().setThemeColor('x')`])(
    '%s is refused',
    (code) => expect(() => book.script(`SpreadsheetApp.${code}`)).toThrow(),
  );
});

describe('Browser', () => {
  it.each<[string, typeof typed, string]>([
    [`inputBox('Name?')`, { button: 'OK', text: 'Ann' }, 'Ann'],
    [`inputBox('Title', 'Name?', Browser.Buttons.OK_CANCEL)`, { button: 'CANCEL', text: 'Ann' }, 'cancel'],
    [`inputBox('Name?')`, undefined, 'cancel'],
    [`msgBox('Title', 'Sure?', Browser.Buttons.YES_NO)`, { button: 'NO', text: '' }, 'no'],
    [`msgBox('Done')`, { button: 'CLOSE', text: '' }, 'cancel'],
  ])('%s', (call, answer, result) => {
    typed = answer;
    asked.length = 0;
    expect(book.script(`return Browser.${call}`)).toBe(result);
    expect(asked).toHaveLength(1);
    expect(asked[0]!.hasText).toBe(call.startsWith('inputBox'));
  });
});

describe('validation of texts', () => {
  const rule = (builder: string): void =>
    book.script(
      `sheet.getRange('A1:A2').setDataValidation(SpreadsheetApp.newDataValidation().${builder}.setAllowInvalid(false).build());`,
    );

  it.each<[string, string[], string[]]>([
    [`requireTextContains('Ab?')`, ['xab?y'], ['abc']],
    [`requireTextDoesNotContain('ab')`, ['b'], ['xABy']],
    [`requireTextEqualTo('a "b"')`, ['a "b"'], ['a b']],
    [`requireTextIsEmail()`, ['a.b@example.co.uk'], ['a@b', 'a b@c.de', 'x']],
    [`requireTextIsUrl()`, ['https://example.com/a?b=1', 'example.org'], ['no address', 'http://']],
    [`withCriteria(SpreadsheetApp.DataValidationCriteria.TEXT_CONTAINS, ['q'])`, ['Q1'], ['x']],
    [`withCriteria(SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST, [['a', 'b'], true])`, ['a'], ['c']],
  ])('%s', (builder, accepted, rejected) => {
    rule(builder);
    for (const text of accepted) book.put('A2', [[text]]);
    for (const text of rejected) expect(() => book.put('A2', [[text]])).toThrow('violates the data validation rules');
  });

  it('a rule is built anew from its own criteria and values', () => {
    expect(
      book.script(`const first = SpreadsheetApp.newDataValidation().requireDateBetween(new Date(2026, 0, 1), new Date(2026, 1, 1)).build();
        const again = SpreadsheetApp.newDataValidation().withCriteria(first.getCriteriaType(), first.getCriteriaValues());
        const range = SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('B1:B3'), false);
        const other = SpreadsheetApp.newDataValidation().withCriteria(range.getCriteriaType(), range.getCriteriaValues());
        return [again.getCriteriaType().toString(), again.getCriteriaValues().map(Number), first.getCriteriaValues().map(Number),
          other.getCriteriaValues()[0].getA1Notation(), other.getCriteriaValues()[1]]`),
    ).toEqual(['DATE_BETWEEN', expect.any(Array), expect.any(Array), 'B1:B3', false]);
  });
});

it('a trigger for a form is refused in words', () => {
  expect(() => book.script(`ScriptApp.newTrigger('x').forSpreadsheet(book).onFormSubmit().create()`)).toThrow(
    'no Google Form',
  );
});
