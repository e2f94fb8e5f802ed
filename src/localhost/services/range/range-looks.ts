import type { StylePatch } from '../../contract/engine';
import { enums } from '../base/enums';
import { RangeFormats } from './range-formats';
import { ServiceError } from '../../contract/service-error';
import type { CallTable } from '../base/service';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Style = Record<string, unknown>;

/** Older names that Google still knows and old scripts use. */
export interface OlderNames {
  getColumnIndex(): number;
  getFontColor(): string;
  setBackgroundColor(color: string): Range;
  setBackgroundColors(colors: string[][]): Range;
}

export const lookCalls = {
  getFontColor: 'read',
  getFontFamilies: 'read',
  getFontFamily: 'read',
  getFontLine: 'read',
  getFontLines: 'read',
  getFontStyle: 'read',
  getFontStyles: 'read',
  getFontWeight: 'read',
  getHorizontalAlignment: 'read',
  getHorizontalAlignments: 'read',
  getVerticalAlignment: 'read',
  getVerticalAlignments: 'read',
  setBackgroundColor: 'write',
  setBackgroundColors: 'write',
  setBackgroundRGB: 'write',
  setBorder: 'write',
  setFontFamilies: 'write',
  setFontLine: 'write',
  setFontLines: 'write',
} as const satisfies CallTable<Range & OlderNames>;

const HORIZONTAL = ['general', 'left', 'center', 'right'];
const VERTICAL = ['bottom', 'top', 'middle', 'bottom'];

/** The engine's numbers for Google's styles of borders. */
const BORDERS = { DOTTED: 3, DASHED: 4, SOLID: 1, SOLID_MEDIUM: 8, SOLID_THICK: 13, DOUBLE: 7 } as const;

type Side = 't' | 'l' | 'b' | 'r';
type Choice = boolean | null;

const isOn = (line: unknown): boolean => (line as { s?: number } | null | undefined)?.s === 1;

/** How cells look, asked for, and the looks that are seldom set. */
export abstract class RangeLooks extends RangeFormats {
  getFontColor(): string {
    return this.getFontColors()[0]![0]!;
  }

  getFontWeight(): GoogleAppsScript.Spreadsheet.FontWeight {
    return this.getFontWeights()[0]![0]!;
  }

  getFontStyles(): GoogleAppsScript.Spreadsheet.FontStyle[][] {
    return this.styles(({ it }: Style) => (it === 1 ? 'italic' : 'normal'));
  }

  getFontStyle(): GoogleAppsScript.Spreadsheet.FontStyle {
    return this.getFontStyles()[0]![0]!;
  }

  getFontFamilies(): string[][] {
    return this.styles(({ ff }: Style) => (ff as string | undefined) ?? 'Arial');
  }

  getFontFamily(): string {
    return this.getFontFamilies()[0]![0]!;
  }

  setFontFamilies(families: (string | null)[][]): Range {
    return this.formatEach(families, (ff) => ({ ff }));
  }

  getFontLines(): GoogleAppsScript.Spreadsheet.FontLine[][] {
    return this.styles(({ ul, st }: Style) => (isOn(ul) ? 'underline' : isOn(st) ? 'line-through' : 'none'));
  }

  getFontLine(): GoogleAppsScript.Spreadsheet.FontLine {
    return this.getFontLines()[0]![0]!;
  }

  setFontLine(line: string | null): Range {
    return this.setFontLines(this.table(line));
  }

  setFontLines(lines: (string | null)[][]): Range {
    return this.formatEach(lines, (line) => ({
      ul: { s: line === 'underline' ? 1 : 0 },
      st: { s: line === 'line-through' ? 1 : 0 },
    }));
  }

  getHorizontalAlignments(): string[][] {
    return this.styles(({ ht }: Style) => HORIZONTAL[Number(ht ?? 0)] ?? 'general');
  }

  getHorizontalAlignment(): string {
    return this.getHorizontalAlignments()[0]![0]!;
  }

  getVerticalAlignments(): string[][] {
    return this.styles(({ vt }: Style) => VERTICAL[Number(vt ?? 0)] ?? 'bottom');
  }

  getVerticalAlignment(): string {
    return this.getVerticalAlignments()[0]![0]!;
  }

  setBackgroundColor(color: string): Range {
    return this.setBackground(color);
  }

  setBackgroundColors(colors: string[][]): Range {
    return this.setBackgrounds(colors);
  }

  setBackgroundRGB(red: number, green: number, blue: number): Range {
    const hex = [red, green, blue].map((part) => Math.trunc(part).toString(16).padStart(2, '0'));
    return this.setBackground(`#${hex.join('')}`);
  }

  /** True draws a line, false takes it away, null leaves it as it is. */
  setBorder(...args: unknown[]): Range {
    const [top, left, bottom, right, vertical, horizontal, color, style] = args;
    const sides = [top, left, bottom, right, vertical, horizontal] as Choice[];
    if (sides.some((side) => side !== null && typeof side !== 'boolean')) {
      throw new ServiceError("The parameters don't match the method signature for SpreadsheetApp.Range.setBorder.");
    }
    const label = style === undefined || style === null ? 'SOLID' : enums.BorderStyle.labelOf(style);
    const line = { s: BORDERS[label], cl: { rgb: typeof color === 'string' ? color : '#000000' } };
    // Lines that another call has put into the buffer would be lost among these.
    const { workbook } = this.environment;
    workbook.flushed();
    this.eachCell((row, column, i, j) => {
      const choices: Record<Side, Choice> = {
        t: (i === 0 ? top : horizontal) as Choice,
        b: (i === this.rows - 1 ? bottom : horizontal) as Choice,
        l: (j === 0 ? left : vertical) as Choice,
        r: (j === this.columns - 1 ? right : vertical) as Choice,
      };
      const bd: StylePatch = {};
      for (const [side, choice] of Object.entries(choices)) if (choice !== null) bd[side] = choice ? line : null;
      workbook.patch(this.sheetId, row, column, { style: { bd } });
    });
    return this.api;
  }
}
