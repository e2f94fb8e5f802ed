import { RangeBase } from '../base/range-base';
import { formatArea } from '../../workbook/cell-formats';
import type { StylePatch } from '../../contract/engine';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** A range with the means to set and read how its cells look. Styles use the engine's short names: bg background, cl colour, bl bold, it italic, fs size, ff font. */
export abstract class StyledRange extends RangeBase {
  protected format(style: StylePatch): Range {
    formatArea(this.environment.workbook, this.sheetId, this.area, style);
    return this.api;
  }

  protected formatEach<T>(values: T[][], styleOf: (value: T) => StylePatch): Range {
    this.checkSize(values);
    this.eachCell((row, column, i, j) => {
      this.environment.workbook.patch(this.sheetId, row, column, { style: styleOf(values[i]?.[j] as T) });
    });
    return this.api;
  }

  protected styles<T>(read: (style: Record<string, unknown>) => T): T[][] {
    return this.environment.workbook.styles(this.sheetId, this.area).map((row) => row.map(({ style }) => read(style)));
  }
}

export function colorOf(value: unknown): string | undefined {
  return (value as { rgb?: string } | null | undefined)?.rgb;
}
