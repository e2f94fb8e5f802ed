import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHost } from '../../../src/localhost/host';
import type { Host } from '../../../src/localhost/contract/host';

const FORMULA = "=ARRAYFORMULA(VSTACK(\"V\",IF(A2:A=\"\",,A2:A*'Data ''x'''!B2:B)))";

describe('open ranges, when rows and columns move', () => {
  let host: Host;
  beforeEach(async () => {
    const project = mkdtempSync(join(tmpdir(), 'project-'));
    writeFileSync(join(project, 'Code.js'), '');
    writeFileSync(join(project, 'appsscript.json'), '{"timeZone":"Etc/UTC","runtimeVersion":"V8"}');
    host = await openHost({ project, file: null, title: 'Test' });
    host.evaluate(`const book = SpreadsheetApp.getActiveSpreadsheet();
      book.insertSheet("Data 'x'").getRange('B2:B4').setValues([[2], [4], [6]]);
      const sheet = book.insertSheet('Sums');
      sheet.getRange('A2:A4').setValues([[1], [3], [5]]);
      sheet.getRange('D1').setFormula(${JSON.stringify(FORMULA)});`);
  });
  afterEach(() => host.close());

  const onSheet = (sheet: string, code: string): unknown =>
    host.evaluate(
      `const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(${JSON.stringify(sheet)}); ${code}`,
    );
  const formulaAt = (a1: string): unknown => onSheet('Sums', `return sheet.getRange('${a1}').getFormula();`);
  const valuesAt = (a1: string): unknown =>
    onSheet('Sums', `return sheet.getRange('${a1}').getValues().map(([v]) => v);`);

  it('follow a column that is inserted before them, also on another sheet', () => {
    onSheet('Sums', 'sheet.insertColumnsBefore(1, 1);');
    onSheet("Data 'x'", 'sheet.insertColumnsAfter(1, 2);');
    expect(formulaAt('E1')).toBe("=ARRAYFORMULA(VSTACK(\"V\",IF(B2:B=\"\",,B2:B*'Data ''x'''!D2:D)))");
    expect(valuesAt('E1:E5')).toEqual(['V', 2, 12, 30, '']);
  });

  it('follow a column that is deleted before them, and break when their own is', () => {
    onSheet("Data 'x'", 'sheet.deleteColumn(1);');
    expect(formulaAt('D1')).toBe(FORMULA.replace('B2:B', 'A2:A'));
    expect(valuesAt('D1:D4')).toEqual(['V', 2, 12, 30]);
    onSheet("Data 'x'", 'sheet.deleteColumn(1);');
    expect(formulaAt('D1')).toContain('#REF!');
  });

  it('keep their first row when it is deleted, and stay open when rows are inserted', () => {
    onSheet('Sums', 'sheet.deleteRow(2);');
    onSheet("Data 'x'", 'sheet.deleteRow(2);');
    expect(formulaAt('D1')).toBe(FORMULA);
    expect(valuesAt('D1:D4')).toEqual(['V', 12, 30, '']);
    onSheet('Sums', 'sheet.insertRowsAfter(2, 1);');
    expect(formulaAt('D1')).toBe(FORMULA);
  });
});
