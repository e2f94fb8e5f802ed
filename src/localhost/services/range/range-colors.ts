import { ColorService, hexOf } from '../base/color-objects';
import { RangeBase } from '../base/range-base';
import type { CallTable } from '../base/service';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Color = GoogleAppsScript.Spreadsheet.Color;

export const colorCalls = {
  getBackgroundObject: 'read',
  getBackgroundObjects: 'read',
  getFontColorObject: 'read',
  getFontColorObjects: 'read',
  setBackgroundObject: 'write',
  setBackgroundObjects: 'write',
  setFontColorObject: 'write',
  setFontColorObjects: 'write',
} as const satisfies CallTable<Range>;

/** Colours as objects, beside those as texts. */
export abstract class RangeColors extends RangeBase {
  getBackgroundObject(): Color {
    return this.getBackgroundObjects()[0]![0]!;
  }

  getBackgroundObjects(): Color[][] {
    return objects(this.api.getBackgrounds());
  }

  setBackgroundObject(color: unknown): Range {
    return this.api.setBackground(hexOf(color, 'SpreadsheetApp.Range.setBackgroundObject'));
  }

  setBackgroundObjects(colors: (Color | null)[][] | null): Range {
    if (colors === null) return this.api.setBackground(null);
    return this.api.setBackgrounds(texts(colors, 'SpreadsheetApp.Range.setBackgroundObjects'));
  }

  getFontColorObject(): Color {
    return this.getFontColorObjects()[0]![0]!;
  }

  getFontColorObjects(): Color[][] {
    return objects(this.api.getFontColors());
  }

  setFontColorObject(color: unknown): Range {
    return this.api.setFontColor(hexOf(color, 'SpreadsheetApp.Range.setFontColorObject'));
  }

  setFontColorObjects(colors: (Color | null)[][] | null): Range {
    if (colors === null) return this.api.setFontColor(null);
    return this.api.setFontColors(texts(colors, 'SpreadsheetApp.Range.setFontColorObjects'));
  }
}

function objects(colors: string[][]): Color[][] {
  return colors.map((row) => row.map((color) => new ColorService(color).asGoogle));
}

function texts(colors: unknown[][], method: string): (string | null)[][] {
  return colors.map((row) => row.map((color) => hexOf(color, method)));
}
