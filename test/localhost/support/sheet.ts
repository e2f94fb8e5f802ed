import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHost } from '../../../src/localhost/host';
import type { HostOptions, ControlledHost } from '../../../src/localhost/contract/host';

export const OWNER = 'owner@example.com';

export const fixture = (name: string): string => join(process.cwd(), 'test', 'localhost', 'fixtures', name);

/** A host on one of the fixtures, with short ways to its first sheet. */
export class TestSheet {
  private constructor(readonly host: ControlledHost) {}

  static async open(
    project = 'basics',
    file: string | null = null,
    options: Pick<HostOptions, 'answer' | 'limits' | 'onNotice' | 'upToDamage' | 'writeBytes'> = {},
  ): Promise<TestSheet> {
    return new TestSheet(await openHost({ project: fixture(project), file, title: 'Sample', ...options }));
  }

  /** Runs code in which `book` is the spreadsheet and `sheet` its first sheet. */
  script<T = unknown>(code: string, user = OWNER): T {
    const prologue = 'const book = SpreadsheetApp.getActive(), sheet = book.getSheets()[0];';
    return this.host.evaluate(`${prologue} ${code}`, user) as T;
  }

  values(range: string, sheetName?: string): unknown[][] {
    return this.script(`return ${sheetOf(sheetName)}.getRange('${range}').getValues();`);
  }

  column(range: string, sheetName?: string): unknown[] {
    return this.values(range, sheetName).map(([value]) => value);
  }

  value(range: string, sheetName?: string): unknown {
    return this.values(range, sheetName)[0]?.[0];
  }

  put(range: string, values: unknown[][], sheetName?: string): void {
    this.script(`${sheetOf(sheetName)}.getRange('${range}').setValues(${JSON.stringify(values)});`);
  }

  /** Empties the first sheet and puts a formula into A1; answers what it shows from there. */
  formula(formula: string, shown = 'A1'): unknown[][] {
    this.script(`sheet.clear(); sheet.getRange('A1').setFormula(${JSON.stringify(formula)});`);
    return this.values(shown);
  }

  /** One new, empty sheet instead of all others. */
  reset(): void {
    this.script(`const old = book.getSheets(), fresh = book.insertSheet('Fresh', 0);
      old.forEach((one) => book.deleteSheet(one));
      book.getNamedRanges().forEach((name) => name.remove());
      book.setSpreadsheetTimeZone('America/New_York');
      fresh.setName('Sheet1');`);
  }

  close(): void {
    this.host.close();
  }
}

const sheetOf = (name: string | undefined): string =>
  name === undefined ? 'sheet' : `book.getSheetByName(${JSON.stringify(name)})`;

/** A folder that is gone after the test. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'local-host-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
