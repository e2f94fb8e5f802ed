import { colorGiven } from '../base/colors';
import type { CallTable } from '../base/service';
import type { StylePatch } from '../../contract/engine';
import { type OlderNames } from '../base/range-base';
import { StyledRange, colorOf } from './styled-range';

type Style = Record<string, unknown>;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const fontCalls = {
  getFontColor: 'read',
  getFontColors: 'read',
  getFontFamilies: 'read',
  getFontFamily: 'read',
  getFontLine: 'read',
  getFontLines: 'read',
  getFontSize: 'read',
  getFontSizes: 'read',
  getFontStyle: 'read',
  getFontStyles: 'read',
  getFontWeight: 'read',
  getFontWeights: 'read',
  setFontColor: 'write',
  setFontColors: 'write',
  setFontFamilies: 'write',
  setFontFamily: 'write',
  setFontLine: 'write',
  setFontLines: 'write',
  setFontSize: 'write',
  setFontSizes: 'write',
  setFontStyle: 'write',
  setFontStyles: 'write',
  setFontWeight: 'write',
  setFontWeights: 'write',
} as const satisfies CallTable<Range & OlderNames>;

/** What Sheets shows where no size is set. */
const USUAL_SIZE = 10;

const isOn = (line: unknown): boolean => (line as { s?: number } | null | undefined)?.s === 1;

/** How the texts of cells look. */
export abstract class RangeFonts extends StyledRange {
  setFontColor(color: string | null): Range {
    return this.format(fontColor(color));
  }

  setFontColors(colors: (string | null)[][]): Range {
    return this.formatEach(colors, fontColor);
  }

  getFontColor(): string {
    return this.getFontColors()[0]![0]!;
  }

  getFontColors(): string[][] {
    return this.styles((style) => colorOf(style.cl) ?? '#000000');
  }

  setFontWeight(weight: string | null): Range {
    return this.format({ bl: weight === 'bold' ? 1 : 0 });
  }

  setFontWeights(weights: (string | null)[][]): Range {
    return this.formatEach(weights, (weight) => ({ bl: weight === 'bold' ? 1 : 0 }));
  }

  getFontWeight(): GoogleAppsScript.Spreadsheet.FontWeight {
    return this.getFontWeights()[0]![0]!;
  }

  getFontWeights(): GoogleAppsScript.Spreadsheet.FontWeight[][] {
    return this.styles((style) => (style.bl === 1 ? 'bold' : 'normal'));
  }

  setFontStyle(fontStyle: string | null): Range {
    return this.format(slant(fontStyle));
  }

  setFontStyles(fontStyles: (string | null)[][]): Range {
    return this.formatEach(fontStyles, slant);
  }

  getFontStyle(): GoogleAppsScript.Spreadsheet.FontStyle {
    return this.getFontStyles()[0]![0]!;
  }

  getFontStyles(): GoogleAppsScript.Spreadsheet.FontStyle[][] {
    return this.styles(({ it }: Style) => (it === 1 ? 'italic' : 'normal'));
  }

  setFontSize(size: number): Range {
    return this.format({ fs: size });
  }

  setFontSizes(sizes: number[][]): Range {
    return this.formatEach(sizes, (size) => ({ fs: size }));
  }

  getFontSize(): number {
    return this.getFontSizes()[0]?.[0] ?? USUAL_SIZE;
  }

  getFontSizes(): number[][] {
    return this.styles((style) => (typeof style.fs === 'number' ? style.fs : USUAL_SIZE));
  }

  setFontFamily(family: string | null): Range {
    return this.format({ ff: family });
  }

  setFontFamilies(families: (string | null)[][]): Range {
    return this.formatEach(families, (ff) => ({ ff }));
  }

  getFontFamily(): string {
    return this.getFontFamilies()[0]![0]!;
  }

  getFontFamilies(): string[][] {
    return this.styles(({ ff }: Style) => (ff as string | undefined) ?? 'Arial');
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

  getFontLine(): GoogleAppsScript.Spreadsheet.FontLine {
    return this.getFontLines()[0]![0]!;
  }

  getFontLines(): GoogleAppsScript.Spreadsheet.FontLine[][] {
    return this.styles(({ ul, st }: Style) => (isOn(ul) ? 'underline' : isOn(st) ? 'line-through' : 'none'));
  }
}

function fontColor(color: string | null): StylePatch {
  const rgb = colorGiven(color);
  return { cl: rgb === null ? null : { rgb } };
}

function slant(fontStyle: string | null): StylePatch {
  return { it: fontStyle === 'italic' ? 1 : 0 };
}
