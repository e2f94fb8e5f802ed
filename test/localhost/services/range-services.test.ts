import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

beforeEach(() => {
  book.reset();
});

afterAll(() => book.close());

describe('R1C1', () => {
  it.each([
    ['C3', '=A1*$B$2+C4', '=R[-2]C[-2]*R2C2+R[1]C[0]'],
    ['B2', '=SUM(A1:A2)&"A1"', '=SUM(R[-1]C[-1]:R[0]C[-1])&"A1"'],
    ['B2', '=SUM($C:$C)', '=SUM(C3:C3)'],
    ['B2', "=MAX(1:1)+'Plan A1'!A1", "=MAX(R[-1]:R[-1])+'Plan A1'!R[-1]C[-1]"],
  ])('%s: %s is %s', (cell, a1, r1c1) => {
    book.script(`book.insertSheet('Plan A1'); sheet.getRange('${cell}').setFormula(${JSON.stringify(a1)})`);
    expect(book.script(`return sheet.getRange('${cell}').getFormulaR1C1()`)).toBe(r1c1);
    book.script(`sheet.getRange('${cell}').setFormulaR1C1(${JSON.stringify(r1c1)})`);
    expect(book.script(`return sheet.getRange('${cell}').getFormula()`)).toBe(a1);
  });

  it('is relative to each cell of a range', () => {
    book.script(
      `sheet.getRange('A1:A3').setValues([[1], [2], [3]]); sheet.getRange('B1:B3').setFormulaR1C1('=RC[-1]*2')`,
    );
    expect(book.column('B1:B3')).toEqual([2, 4, 6]);
    expect(book.script(`return sheet.getRange('B2:B3').getFormulas()`)).toEqual([['=A2*2'], ['=A3*2']]);
  });
});

describe('copying', () => {
  beforeEach(() => {
    book.script(`sheet.getRange('A1:B2').setValues([[1, 'x'], ['', 'y']]);
      sheet.getRange('A2').setFormula('=A1*10').setBackground('#ff0000').setNote('ten');
      sheet.getRange('A1').insertCheckboxes().setValue(5);`);
  });

  it.each<[string, unknown[], string, string, string]>([
    ['', [5, 50], '=D1*10', '#ff0000', 'ten'],
    [', {contentsOnly: true}', [5, 50], '', '#ffffff', ''],
    [', {formatOnly: true}', ['', ''], '', '#ff0000', ''],
    [', SpreadsheetApp.CopyPasteType.PASTE_VALUES, false', [5, 50], '', '#ffffff', ''],
    [', SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false', [5, 50], '=D1*10', '#ffffff', ''],
  ])('copyTo(target%s)', (how, values, formula, background, note) => {
    book.script(`sheet.getRange('A1:B2').copyTo(sheet.getRange('D1')${how})`);
    expect(book.column('D1:D2')).toEqual(values);
    expect(
      book.script(
        `const cell = sheet.getRange('D2'); return [cell.getFormula(), cell.getBackground(), cell.getNote()]`,
      ),
    ).toEqual([formula, background, note]);
  });

  it('repeats the source in a larger destination, and turns it round', () => {
    book.put('H1:I1', [[1, 2]]);
    book.script(`sheet.getRange('H1:I1').copyTo(sheet.getRange('H3:I5'));
      sheet.getRange('H1:I1').copyTo(sheet.getRange('K1'), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, true);`);
    expect(book.values('H3:I5')).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(book.column('K1:K3')).toEqual([1, 2, '']);
  });

  it('takes validation rules along, or nothing else', () => {
    const criteria = (cell: string): unknown =>
      book.script(`return String(sheet.getRange('${cell}').getDataValidation()?.getCriteriaType())`);
    book.script(`sheet.getRange('A1').copyTo(sheet.getRange('D1'));
      sheet.getRange('A1').copyTo(sheet.getRange('E1'), SpreadsheetApp.CopyPasteType.PASTE_DATA_VALIDATION, false);
      sheet.getRange('A1').copyTo(sheet.getRange('F1'), {contentsOnly: true});`);
    expect(['D1', 'E1', 'F1'].map(criteria)).toEqual(['CHECKBOX', 'CHECKBOX', 'undefined']);
    expect(book.value('E1')).toBe('');
  });

  it('moveTo keeps what formulas refer to', () => {
    book.script(`sheet.getRange('D9').setFormula('=A1+1'); sheet.getRange('A1:A2').moveTo(sheet.getRange('C4'))`);
    expect(book.values('A1:C5')).toEqual([
      ['', 'x', ''],
      ['', 'y', ''],
      ['', '', ''],
      ['', '', 5],
      ['', '', 50],
    ]);
    expect(book.script(`return sheet.getRange('D9').getFormula()`)).toBe('=C4+1');
    expect(book.value('D9')).toBe(6);
  });
});

describe('tidying up', () => {
  it('removeDuplicates keeps the first of equal rows', () => {
    book.put('A1:B5', [
      ['a', 1],
      ['b', 2],
      ['A', 1],
      ['b', 3],
      ['b', 2],
    ]);
    const kept = book.script(`return sheet.getRange('A1:B5').removeDuplicates().getA1Notation()`);
    expect(kept).toBe('A1:B3');
    expect(book.values('A1:B5')).toEqual([
      ['a', 1],
      ['b', 2],
      ['b', 3],
      ['', ''],
      ['', ''],
    ]);
    book.script(`sheet.getRange('A1:B3').removeDuplicates([1])`);
    expect(book.values('A1:B3')).toEqual([
      ['a', 1],
      ['b', 2],
      ['', ''],
    ]);
  });

  it('trimWhitespace leaves formulas and numbers alone', () => {
    book.script(`sheet.getRange('A1:A3').setNumberFormat('@').setValues([['  a   b '], ['c'], ['d ']]);
      sheet.getRange('B1').setFormula('=" x "'); sheet.getRange('A1:B3').trimWhitespace()`);
    expect(book.values('A1:B3')).toEqual([
      ['a b', ' x '],
      ['c', ''],
      ['d', ''],
    ]);
  });

  it('setNumberFormat General takes the format away, also where the row or the column has one', () => {
    const shown = (code: string): unknown =>
      book.script(`${code}; return sheet.getRange('A1:B2').getDisplayValues().flat()`);
    expect(shown(`sheet.getRange('A1:B2').setValue(10); sheet.getRange('2:2').setNumberFormat('0.00')`)).toEqual(['10', '10', '10.00', '10.00']); // prettier-ignore
    expect(shown(`sheet.getRangeList(['A2']).setNumberFormat('General')`)).toEqual(['10', '10', '10', '10.00']);
    expect(shown(`sheet.getRange('B:B').setNumberFormat('0.0')`)).toEqual(['10', '10.0', '10', expect.any(String)]);
    expect(shown(`sheet.getRange('B1:B2').setNumberFormat('General')`)).toEqual(['10', '10', '10', '10']);
  });

  it('randomize keeps all rows', () => {
    book.put('A1:A4', [[1], [2], [3], [4]]);
    book.script(`sheet.getRange('A1:A4').randomize()`);
    expect(book.column('A1:A4').sort()).toEqual([1, 2, 3, 4]);
  });

  it('splitTextToColumns finds the delimiter', () => {
    book.put('A1:A2', [['a,b,3'], ['c,d']]);
    book.script(`sheet.getRange('A1:A2').splitTextToColumns()`);
    expect(book.values('A1:C2')).toEqual([
      ['a', 'b', 3],
      ['c', 'd', ''],
    ]);
  });

  it('getDataRegion and getNextDataCell end where data ends', () => {
    book.put('B2:C4', [
      ['a', 'b'],
      ['c', ''],
      ['d', 'e'],
    ]);
    book.put('B7', [['f']]);
    expect(
      book.script(`const { UP, DOWN, NEXT } = SpreadsheetApp.Direction;
        return [sheet.getRange('B3').getDataRegion(), sheet.getRange('B3').getDataRegion(SpreadsheetApp.Dimension.ROWS),
          sheet.getRange('B2').getNextDataCell(DOWN), sheet.getRange('B4').getNextDataCell(DOWN),
          sheet.getRange('B7').getNextDataCell(UP), sheet.getRange('A2').getNextDataCell(NEXT),
          sheet.getRange('C4').getNextDataCell(NEXT)].map((range) => range.getA1Notation())`),
    ).toEqual(['B2:C4', 'B2:B4', 'B4', 'B7', 'B4', 'B2', 'Z4']);
  });
});

describe('merges', () => {
  it('keep the first cell, are found from any of their cells, and come apart', () => {
    book.put('A1:B2', [
      [1, 2],
      [3, 4],
    ]);
    book.script(`sheet.getRange('A1:B2').mergeAcross()`);
    expect(book.values('A1:B2')).toEqual([
      [1, ''],
      [3, ''],
    ]);
    expect(
      book.script(`return [sheet.getRange('B2').isPartOfMerge(), sheet.getRange('C2').isPartOfMerge(),
        sheet.getRange('A1:B2').getMergedRanges().map((one) => one.getA1Notation())]`),
    ).toEqual([true, false, ['A1:B1', 'A2:B2']]);
    expect(() => book.script(`sheet.getRange('B1:C1').merge()`)).toThrow('You must select all cells in a merged range');
    book.script(`sheet.getRange('A1:B2').breakApart().mergeVertically()`);
    expect(book.script(`return sheet.getRange('A2').getMergedRanges()[0].getA1Notation()`)).toBe('A1:A2');
  });
});

describe('rich text', () => {
  it('has links and looks of parts', () => {
    expect(
      book.script(`const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
        sheet.getRange('A1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('see the docs now')
          .setLinkUrl(8, 12, 'https://example.com/docs').setTextStyle(0, 3, bold).build());
        const value = sheet.getRange('A1').getRichTextValue();
        return [sheet.getRange('A1').getValue(), value.getText(), value.getLinkUrl(), value.getLinkUrl(8, 12),
          value.getRuns().map((run) => [run.getText(), run.getStartIndex(), run.getLinkUrl(), run.getTextStyle().isBold()])]`),
    ).toEqual([
      'see the docs now',
      'see the docs now',
      null,
      'https://example.com/docs',
      [
        ['see', 0, null, true],
        [' the ', 3, null, false],
        ['docs', 8, 'https://example.com/docs', false],
        [' now', 12, null, false],
      ],
    ]);
  });

  it('is null for numbers, plain for plain texts, and goes when the cell is written', () => {
    book.put('A1:A2', [[5], ['text']]);
    expect(
      book.script(`const values = sheet.getRange('A1:A2').getRichTextValues().flat();
        return [values[0], values[1].getText(), values[1].getRuns().length]`),
    ).toEqual([null, 'text', 1]);
    book.script(`sheet.getRange('A1').setRichTextValue(
      SpreadsheetApp.newRichTextValue().setText('link').setLinkUrl('https://example.com').build())`);
    expect(book.script(`return sheet.getRange('A1').getRichTextValue().getLinkUrl()`)).toBe('https://example.com');
    book.put('A1', [['plain']]);
    expect(book.script(`return sheet.getRange('A1').getRichTextValue().getLinkUrl()`)).toBeNull();
  });

  it('text styles of cells', () => {
    expect(
      book.script(`sheet.getRange('A1').setValue('x').setTextStyle(SpreadsheetApp.newTextStyle().setItalic(true)
          .setUnderline(true).setFontSize(14).setForegroundColor('#00ff00').build());
        const style = sheet.getRange('A1').getTextStyle();
        return [style.isItalic(), style.isUnderline(), style.isBold(), style.getFontSize(), style.getForegroundColor(),
          sheet.getRange('A1').getFontLine(), sheet.getRange('A1').getFontStyle()]`),
    ).toEqual([true, true, false, 14, '#00ff00', 'underline', 'italic']);
  });
});

describe('the text finder', () => {
  beforeEach(() =>
    book.put('A1:B3', [
      ['Apple', 'pineapple'],
      ['pear', 'APPLE'],
      ['', 'app.le'],
    ]),
  );

  const found = (options: string): unknown =>
    book.script(`return sheet.createTextFinder('apple')${options}.findAll().map((cell) => cell.getA1Notation())`);

  it('finds in every way that Sheets offers', () => {
    expect(found('')).toEqual(['A1', 'B1', 'B2']);
    expect(found('.matchCase(true)')).toEqual(['B1']);
    expect(found('.matchEntireCell(true)')).toEqual(['A1', 'B2']);
    expect(
      book.script(
        `return sheet.getRange('A1:B3').createTextFinder('^app.?le$').useRegularExpression(true).findAll().length`,
      ),
    ).toBe(3);
    expect(
      book.script(`const finder = book.createTextFinder('apple'); return [finder.findNext(), finder.findNext(),
        finder.findNext(), finder.findNext(), finder.findPrevious()].map((cell) => cell.getA1Notation())`),
    ).toEqual(['A1', 'B1', 'B2', 'A1', 'B2']);
  });

  it('replaces, and counts', () => {
    expect(book.script(`return sheet.createTextFinder('p').matchCase(true).replaceAllWith('$&')`)).toBe(8);
    expect(book.values('A1:B3')[0]).toEqual(['A$&$&le', '$&inea$&$&le']);
  });

  it('does not replace in a protected range', () => {
    book.script(
      `const lock = sheet.getRange('B2').protect(); lock.removeEditors(lock.getEditors()).setDomainEdit(false);`,
    );
    expect(() => book.script(`sheet.createTextFinder('apple').replaceAllWith('x')`, 'partner@elsewhere.org')).toThrow(
      /protected cell/,
    );
  });
});

describe('looks', () => {
  it('are told as they were set', () => {
    expect(
      book.script(`const cell = sheet.getRange('B2').setFontWeight('bold').setFontColor('#123456').setFontFamily('Courier New')
          .setHorizontalAlignment('right').setVerticalAlignment('middle').setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP)
          .setFontLine('line-through').setBackgroundRGB(255, 0, 10).setBorder(true, null, true, null, null, null);
        return [cell.getFontWeight(), cell.getFontColor(), cell.getFontFamily(), cell.getHorizontalAlignment(),
          cell.getVerticalAlignment(), String(cell.getWrapStrategy()), cell.getFontLine(), cell.getBackground()]`),
    ).toEqual(['bold', '#123456', 'Courier New', 'right', 'middle', 'CLIP', 'line-through', '#ff000a']);
  });
});

describe('checkboxes', () => {
  it('are ticked, asked and removed', () => {
    expect(
      book.script(`const boxes = sheet.getRange('A1:A2').insertCheckboxes();
        const states = [boxes.isChecked(), boxes.check().isChecked(), sheet.getRange('A1').uncheck().isChecked(),
          boxes.isChecked(), sheet.getRange('B1').isChecked()];
        boxes.removeCheckboxes();
        return [...states, sheet.getRange('A1:A2').getValues(), sheet.getRange('A1').getDataValidation()]`),
    ).toEqual([false, true, false, null, null, [[''], ['']], null]);
  });
});

describe('checkboxes with values of their own', () => {
  it.each([
    [`'yes', 'no'`, ['no', 'yes', true, 'no', false]],
    [`'done'`, ['', 'done', true, '', false]],
    [`1, 0`, [0, 1, true, 0, false]],
  ])('hold them: %s', (given, expected) => {
    expect(
      book.script(`const box = sheet.getRange('A1').insertCheckboxes(${given});
        return [box.getValue(), box.check().getValue(), box.isChecked(), box.uncheck().getValue(), box.isChecked()];`),
    ).toEqual(expected);
  });

  it('keep what is one of them, and lose it with the box', () => {
    expect(
      book.script(`const boxes = sheet.getRange('A1:A3').setValues([['yes'], ['no'], ['other']]).insertCheckboxes('yes', 'no');
        const values = boxes.getValues().flat();
        sheet.getRange('A3').setValue('other');
        return [values, boxes.removeCheckboxes().getValues().flat()];`),
    ).toEqual([
      ['yes', 'no', 'no'],
      ['', '', 'other'],
    ]);
  });

  it('are no boxes where there is only TRUE', () => {
    expect(book.script(`return sheet.getRange('A1').setValue(true).isChecked()`)).toBeNull();
  });
});

describe('ranges by other names', () => {
  it('are found from a sheet by the name of a range and by the name of another sheet', () => {
    expect(
      book.script(`const other = book.insertSheet('Other sheet');
        book.setNamedRange('stamp', other.getRange('C3:D4'));
        return [sheet.getRange('stamp'), sheet.getRange('STAMP'), sheet.getRange("'Other sheet'!B2"), sheet.getRange('Sheet1!B2')]
          .map((range) => range.getSheet().getName() + ' ' + range.getA1Notation());`),
    ).toEqual(['Other sheet C3:D4', 'Other sheet C3:D4', 'Other sheet B2', 'Sheet1 B2']);
    expect(() => book.script(`sheet.getRange('nobody')`)).toThrow('Range not found');
    expect(() => book.script(`sheet.getRange('Nowhere!A1')`)).toThrow('Range not found');
  });

  it('are listed from the spreadsheet, too', () => {
    expect(
      book.script(`book.getRangeList(['A1', 'B2:C3']).setValue(5); return sheet.getRange('A1:C3').getValues().flat();`),
    ).toEqual([5, '', '', '', 5, 5, '', 5, 5]);
  });
});

describe('sheets', () => {
  it('have sizes, colours and selections', () => {
    expect(
      book.script(`sheet.setColumnWidth(2, 150).setRowHeight(3, 40); sheet.setTabColor('#ff0000');
        sheet.getRange('A1').setValue('a rather long text'); sheet.autoResizeColumn(1);
        sheet.setActiveRange(sheet.getRange('B2:C3'));
        return [sheet.getColumnWidth(2), sheet.getRowHeight(3), sheet.getTabColor(), sheet.getColumnWidth(1) > 120,
          sheet.getActiveRange().getA1Notation(), sheet.getCurrentCell().getA1Notation(), String(sheet.getType()),
          sheet.getSheetValues(1, 1, 1, 1)]`),
    ).toEqual([150, 40, '#ff0000', true, 'B2:C3', 'B2', 'GRID', [['a rather long text']]]);
  });

  it('are duplicated, renamed, deleted', () => {
    expect(
      book.script(`sheet.getRange('A1').setValue('x'); sheet.activate(); book.insertSheet('Last'); sheet.activate();
        const copy = book.duplicateActiveSheet(); copy.getRange('A1').setValue('copy');
        book.renameActiveSheet('Second');
        const names = book.getSheets().map((one) => one.getName());
        book.deleteActiveSheet();
        return [names, book.getSheets().length, sheet.getRange('A1').getValue()]`),
    ).toEqual([['Sheet1', 'Second', 'Last'], 2, 'x']);
  });
});

describe('Utilities', () => {
  it.each<[string, unknown]>([
    [
      `Utilities.parseCsv('a,"b ""c"", d"\\r\\n1,,"x\\ny"')`,
      [
        ['a', 'b "c", d'],
        ['1', '', 'x\ny'],
      ],
    ],
    [`Utilities.parseCsv('a;b', ';')`, [['a', 'b']]],
    [
      `Utilities.formatString('%s has %05.2f %%, %-4d|%x|%+d', 'Ann', 3.14159, 7, 255, 5)`,
      'Ann has 03.14 %, 7   |ff|+5',
    ],
    [`Utilities.newBlob('äb', 'text/plain', 'a.txt').getBytes()`, [-61, -92, 98]],
    [`Utilities.newBlob([97, 98]).setName('n').getDataAsString()`, 'ab'],
    [`Utilities.base64DecodeWebSafe(Utilities.base64EncodeWebSafe('a?>'))`, [97, 63, 62]],
    [`Utilities.computeHmacSha256Signature('a', 'key').length`, 32],
    [`Utilities.formatDate(new Date(0), 'GMT', "yyyy-MM-dd'T'HH:mm:ss'Z'")`, '1970-01-01T00:00:00Z'],
  ])('%s', (code, expected) => {
    expect(book.script(`return ${code}`)).toEqual(expected);
  });
});
