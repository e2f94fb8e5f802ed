import { join } from 'node:path';
import { openHost } from '../../../src/localhost/host';
import type { ControlledHost } from '../../../src/localhost/contract/host';
import { fixture, temporaryFolder } from '../support/sheet';

const LOADING = 'Loading...';

describe('custom functions that answer late', () => {
  const folder = temporaryFolder();
  let host: ControlledHost;

  const opened = (file: string | null) =>
    openHost({ project: fixture('basics'), file, title: 'Sample', slowFunctions: true });
  const script = (code: string): unknown =>
    host.evaluate(`const book = SpreadsheetApp.getActive(), sheet = book.getSheets()[0]; ${code}`);
  const values = (range: string): unknown => script(`return sheet.getRange('${range}').getValues();`);
  const calls = (): number => host.executions.filter(({ kind }) => kind === 'Custom function').length;

  beforeEach(async () => {
    host = await opened(null);
  });
  afterEach(() => host.close());
  afterAll(() => folder.remove());

  it('show that they load, to people and to scripts, until they answer', () => {
    script(`sheet.getRange('A1:A2').setValues([[2], [3]]); sheet.getRange('B1').setFormula('=DOUBLE(A1:A2)')`);
    expect([values('B1:B2'), calls()]).toEqual([[[LOADING], ['']], 0]);
    expect(script(`return sheet.getRange('B1').getDisplayValue()`)).toBe(LOADING);
    expect(host.answerFunctions()).toBe(true);
    expect([values('B1:B2'), calls()]).toEqual([[[4], [6]], 1]);
    expect(host.answerFunctions()).toBe(false);
  });

  it('are errors to the formulas that read them, also to those that are written meanwhile', () => {
    script(`sheet.getRange('A1').setFormula('=DOUBLE(2)');
      sheet.getRange('B1').setFormula('=A1+1');
      sheet.getRange('C1').setFormula('=IFERROR(A1,"later")');
      SpreadsheetApp.flush();
      sheet.getRange('D1').setFormula('=SUM(A1:A)');`);
    expect(values('A1:D1')).toEqual([[LOADING, LOADING, 'later', LOADING]]);
    host.answerFunctions();
    expect(values('A1:D1')).toEqual([[4, 5, 4, 4]]);
  });

  it('wait for one another', () => {
    script(`sheet.getRange('A1').setFormula('=DOUBLE(DOUBLE(2))'); sheet.getRange('B1').setFormula('=DOUBLE(A1)');`);
    let rounds = 0;
    while (host.answerFunctions()) rounds += 1;
    expect(values('A1:B1')).toEqual([[8, 16]]);
    expect(rounds).toBeGreaterThan(1);
  });

  it('load again when an argument changes, and not when it is an earlier one', () => {
    script(`sheet.getRange('A1').setValue(1); sheet.getRange('B1').setFormula('=DOUBLE(A1)');`);
    host.answerFunctions();
    script(`sheet.getRange('A1').setValue(5)`);
    expect(values('B1')).toEqual([[LOADING]]);
    script(`sheet.getRange('A1').setValue(1)`);
    expect(values('B1')).toEqual([[2]]);
  });

  it('are not kept in the file as an answer', async () => {
    const file = join(folder.path, 'book.ledger');
    host.close();
    host = await opened(file);
    script(`sheet.getRange('A1').setFormula('=DOUBLE(2)')`);
    host.tidy();
    host.close();
    host = await opened(file);
    expect(values('A1')).toEqual([[LOADING]]);
    host.answerFunctions();
    expect(values('A1')).toEqual([[4]]);
  });
});
