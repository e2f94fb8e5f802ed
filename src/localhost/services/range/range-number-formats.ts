import type { CallTable } from '../base/service';
import { StyledRange } from './styled-range';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const numberFormatCalls = {
  clearFormat: 'write',
  getNumberFormat: 'read',
  getNumberFormats: 'read',
  setNumberFormat: 'write',
  setNumberFormats: 'write',
} as const satisfies CallTable<Range>;

/** How numbers are written; and the end of all formats. */
export abstract class RangeNumberFormats extends StyledRange {
  setNumberFormat(format: string): Range {
    return this.format({ n: { pattern: String(format) } });
  }

  setNumberFormats(formats: string[][]): Range {
    return this.formatEach(formats, (format) => ({ n: { pattern: String(format) } }));
  }

  getNumberFormat(): string {
    return this.getNumberFormats()[0]?.[0] ?? '';
  }

  getNumberFormats(): string[][] {
    return this.environment.workbook
      .patterns(this.sheetId, this.area)
      .map((row) => row.map((pattern) => pattern || '0.###############'));
  }

  clearFormat(): Range {
    return this.format({
      n: null,
      bg: null,
      cl: null,
      bl: null,
      it: null,
      fs: null,
      ff: null,
      ht: null,
      vt: null,
      tb: null,
      bd: null,
      ul: null,
      st: null,
    });
  }
}
