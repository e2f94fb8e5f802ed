import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterEach(() => book.reset());

afterAll(() => book.close());

describe('data validation', () => {
  it.each<[string, string, unknown[]]>([
    [`requireValueInList(['a', 'b'])`, 'VALUE_IN_LIST', [['a', 'b'], true]],
    [`requireValueInList(['a'], false)`, 'VALUE_IN_LIST', [['a'], false]],
    [`requireCheckbox()`, 'CHECKBOX', []],
    [`requireNumberBetween(0, 1)`, 'NUMBER_BETWEEN', [0, 1]],
    [`requireNumberGreaterThanOrEqualTo(0)`, 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [0]],
    [`requireDate()`, 'DATE_IS_VALID_DATE', []],
    [`requireDateOnOrAfter(new Date('2026-01-05T05:00:00Z'))`, 'DATE_ON_OR_AFTER', [new Date('2026-01-05T05:00:00Z')]],
    [`requireFormulaSatisfied('=A1>0')`, 'CUSTOM_FORMULA', ['=A1>0']],
  ])('%s is kept as it was built', (builder, criteria, values) => {
    expect(
      book.script(`const rule = SpreadsheetApp.newDataValidation().${builder}.setHelpText('help').setAllowInvalid(false).build();
        sheet.getRange('C2:C5').setDataValidation(rule);
        const read = sheet.getRange('C3').getDataValidation();
        return [String(read.getCriteriaType()), read.getCriteriaValues(), read.getHelpText(), read.getAllowInvalid(), sheet.getRange('C6').getDataValidation()];`),
    ).toEqual([criteria, values, 'help', false, null]);
  });

  it('is compared by its criteria and copied', () => {
    expect(
      book.script(`const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(0, 1).build();
        const copy = rule.copy().setHelpText('more').build();
        return [rule.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.NUMBER_BETWEEN, rule.getHelpText(), copy.getHelpText(), copy.getAllowInvalid()];`),
    ).toEqual([true, null, 'more', true]);
  });

  it('answers the range of a list as a range', () => {
    expect(
      book.script(`book.insertSheet('The shelves').getRange('A1:A3').setValues([['x'], ['y'], ['z']]);
        const source = book.getSheets()[1].getRange('A1:A3');
        sheet.getRange('C2').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(source).build());
        const [range, isShown] = sheet.getRange('C2').getDataValidation().getCriteriaValues();
        return [range.getSheet().getName(), range.getA1Notation(), range.getValues().flat(), isShown];`),
    ).toEqual(['The shelves', 'A1:A3', ['x', 'y', 'z'], true]);
  });

  describe('takes a list along that stands in another sheet', () => {
    beforeEach(() => {
      book.script(`const shelves = book.insertSheet('The shelves');
        shelves.getRange('B2:B4').setValues([['x'], ['y'], ['z']]);
        sheet.getRange('C2:C3').setDataValidation(SpreadsheetApp.newDataValidation()
          .requireValueInRange(shelves.getRange('B2:B4')).setAllowInvalid(false).build());`);
    });

    const list = (): unknown =>
      book.script(`const [range] = book.getSheetByName('Sheet1').getRange('C2').getDataValidation().getCriteriaValues();
        return range.getSheet().getName() + '!' + range.getA1Notation();`);

    it.each([
      ['insertRowBefore(1)', 'The shelves!B3:B5'],
      ['insertRowAfter(2)', 'The shelves!B2:B5'],
      ['insertRowAfter(4)', 'The shelves!B2:B4'],
      ['insertColumnsBefore(1, 2)', 'The shelves!D2:D4'],
      ['deleteRow(3)', 'The shelves!B2:B3'],
      ['deleteColumn(1)', 'The shelves!A2:A4'],
      ['moveColumns(shelves.getRange("B:B"), 1)', 'The shelves!A2:A4'],
      ['setName("It\'s here!")', "It's here!!B2:B4"],
      ['setName("Kinds").insertRowBefore(1)', 'Kinds!B3:B5'],
    ])('%s', (change, expected) => {
      book.script(`const shelves = book.getSheetByName('The shelves'); shelves.${change};`);
      expect(list()).toBe(expected);
      book.script(`sheet.getRange('C2').setValue('z');`);
      expect(() => book.script(`sheet.getRange('C2').setValue('else')`)).toThrow('violates');
    });

    it('and takes anything once the list has been deleted', () => {
      book.script(`book.getSheetByName('The shelves').deleteColumn(2); sheet.getRange('C2').setValue('else');`);
      expect(book.value('C2')).toBe('else');
    });

    it('of the same sheet, too', () => {
      book.script(`sheet.getRange('D2').setDataValidation(SpreadsheetApp.newDataValidation()
        .requireValueInRange(sheet.getRange('H1:H5')).build()); sheet.insertRowBefore(3).insertColumnBefore(1);`);
      expect(
        book.script(`return sheet.getRange('E2').getDataValidation().getCriteriaValues()[0].getA1Notation()`),
      ).toBe('I1:I6');
    });
  });

  it('replaces what was there, moves with rows and is taken away in part', () => {
    book.script(`const list = (...values) => SpreadsheetApp.newDataValidation().requireValueInList(values).build();
      sheet.getRange('A1:A10').setDataValidation(list('x')); sheet.getRange('A5:A6').setDataValidation(list('y'));
      sheet.getRange('A2').clearDataValidations(); sheet.insertRowsBefore(8, 1);`);
    expect(
      book.script(
        `return sheet.getRange('A1:A12').getDataValidations().map(([rule]) => rule && rule.getCriteriaValues()[0][0])`,
      ),
    ).toEqual(['x', null, 'x', 'x', 'y', 'y', 'x', 'x', 'x', 'x', 'x', null]);
  });

  it('makes boxes that are not ticked, and keeps those that are', () => {
    book.script(`sheet.getRange('A1').setValue(true); sheet.getRange('A1:A2').insertCheckboxes();`);
    expect(book.column('A1:A3')).toEqual([true, false, '']);
    expect(book.script(`return String(sheet.getRange('A2').getDataValidation().getCriteriaType())`)).toBe('CHECKBOX');
  });

  it('is set cell by cell', () => {
    expect(
      book.script(`const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(0, 1).build();
        sheet.getRange('A1:B1').setDataValidations([[rule, null]]);
        return sheet.getRange('A1:B1').getDataValidations()[0].map((one) => one !== null);`),
    ).toEqual([true, false]);
  });
});

describe('a rule that rejects stops scripts', () => {
  const REFUSED = 'The data you entered in cell B2 violates the data validation rules set on this cell.';

  const refuses = (builder: string, value: string): boolean => {
    book.script(`sheet.clear(); sheet.getRange('F1:F2').setValues([['a'], ['b']]);
      sheet.getRange('B2:C3').setDataValidation(SpreadsheetApp.newDataValidation().${builder}.setAllowInvalid(false).build());`);
    try {
      book.script(`sheet.getRange('B2').setValue(${value});`);
      return false;
    } catch (error) {
      expect((error as Error).message).toBe(REFUSED);
      expect(book.value('B2')).toBe('');
      return true;
    } finally {
      book.script(`sheet.getRange('B2:C3').clearDataValidations()`);
    }
  };

  it.each([
    [`requireValueInList(['a', 'b'])`, `'a'`, `'c'`],
    [`requireValueInRange(sheet.getRange('F1:F2'))`, `'b'`, `'c'`],
    [`requireNumberBetween(0, 1)`, `0.5`, `2`],
    [`requireNumberBetween(0, 1)`, `''`, `'text'`],
    [`requireNumberGreaterThan(3)`, `'4'`, `3`],
    [`requireDate()`, `new Date()`, `'soon'`],
    [`requireDateAfter(new Date('2026-01-05T05:00:00Z'))`, `'1/6/2026'`, `'1/5/2026'`],
    [`requireCheckbox()`, `true`, `'yes'`],
    [`requireFormulaSatisfied('=A1>0')`, `5`, undefined],
  ])('%s takes %s and refuses %s', (builder, good, bad) => {
    expect(refuses(builder, good)).toBe(false);
    if (bad !== undefined) expect(refuses(builder, bad)).toBe(true);
  });

  it('writes nothing of a table of which one value is refused, and nothing of a row', () => {
    book.script(`sheet.getRange('B2').setDataValidation(
      SpreadsheetApp.newDataValidation().requireNumberBetween(0, 1).setAllowInvalid(false).build());`);
    expect(() => book.put('A2:B2', [['x', 7]])).toThrow(REFUSED);
    expect(() => book.script(`sheet.getRange('A1').setValue('heading'); sheet.appendRow(['x', 7])`)).toThrow(REFUSED);
    expect(book.values('A2:B2')).toEqual([['', '']]);
    book.put('A2:B2', [['x', 1]]);
    expect(book.values('A2:B2')).toEqual([['x', 1]]);
  });

  it('takes no text with links or looks that it refuses', () => {
    book.script(`sheet.getRange('B2').setDataValidation(
      SpreadsheetApp.newDataValidation().requireValueInList(['a']).setAllowInvalid(false).build());`);
    const write = (text: string) => () =>
      book.script(`sheet.getRange('B2').setRichTextValue(
        SpreadsheetApp.newRichTextValue().setText('${text}').setLinkUrl('https://example.com').build());`);
    expect(write('b')).toThrow(REFUSED);
    write('a')();
    expect(book.value('B2')).toBe('a');
    book.script(`sheet.getRange('B2').clear().clearDataValidations()`);
  });

  it('is only warned of where invalid values are allowed', () => {
    book.script(`sheet.getRange('B2').setDataValidation(
      SpreadsheetApp.newDataValidation().requireNumberBetween(0, 1).setAllowInvalid(true).build());`);
    book.put('B2', [[7]]);
    expect(book.value('B2')).toBe(7);
  });
});
