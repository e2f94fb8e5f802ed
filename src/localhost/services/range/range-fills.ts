import type { CallTable } from '../base/service';
import type { StylePatch } from '../../contract/engine';
import { colorGiven } from '../base/colors';
import { enums } from '../base/enums';
import { ServiceError } from '../../contract/service-error';
import { type OlderNames } from '../base/range-base';
import { StyledRange, colorOf } from './styled-range';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const fillCalls = {
  getBackground: 'read',
  getBackgrounds: 'read',
  setBackground: 'write',
  setBackgroundColor: 'write',
  setBackgroundColors: 'write',
  setBackgroundRGB: 'write',
  setBackgrounds: 'write',
  setBorder: 'write',
} as const satisfies CallTable<Range & OlderNames>;

/** The engine's numbers for Google's styles of borders. */
const BORDERS = { DOTTED: 3, DASHED: 4, SOLID: 1, SOLID_MEDIUM: 8, SOLID_THICK: 13, DOUBLE: 7 } as const;

type Side = 't' | 'l' | 'b' | 'r';

type Choice = boolean | null;

/** What stands behind and around the texts of cells: colours and borders. */
export abstract class RangeFills extends StyledRange {
  setBackground(color: string | null): Range {
    return this.format(background(color));
  }

  setBackgrounds(colors: (string | null)[][]): Range {
    return this.formatEach(colors, background);
  }

  getBackground(): string {
    return this.getBackgrounds()[0]?.[0] ?? '';
  }

  getBackgrounds(): string[][] {
    return this.styles((style) => colorOf(style.bg) ?? '#ffffff');
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
    const line = { s: BORDERS[label], cl: { rgb: colorGiven((color ?? null) as string | null) ?? '#000000' } };
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

function background(color: string | null): StylePatch {
  const rgb = colorGiven(color);
  return { bg: rgb === null ? null : { rgb } };
}
