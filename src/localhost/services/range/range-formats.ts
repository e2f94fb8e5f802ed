import { formatArea } from '../../workbook/cell-formats';
import type { StylePatch } from '../../contract/engine';
import { enums } from '../base/enums';
import { RangeFormulas } from './range-formulas';
import { ServiceError } from '../../contract/service-error';

type Range = GoogleAppsScript.Spreadsheet.Range;
type WrapStrategy = GoogleAppsScript.Spreadsheet.WrapStrategy;

const HORIZONTAL = ['', 'left', 'center', 'right'];
const VERTICAL = ['', 'top', 'middle', 'bottom'];

/** The engine's numbers for what becomes of a text that is longer than its cell. */
const WRAPPING = { OVERFLOW: 1, CLIP: 2, WRAP: 3 } as const;

/** What Sheets shows where no size is set. */
const USUAL_SIZE = 10;

/** How cells look. Styles use the engine's short names: bg background, cl colour, bl bold, it italic, fs size, ff font. */
export abstract class RangeFormats extends RangeFormulas {
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

  setFontColor(color: string | null): Range {
    return this.format(fontColor(color));
  }

  setFontColors(colors: (string | null)[][]): Range {
    return this.formatEach(colors, fontColor);
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

  getFontWeights(): GoogleAppsScript.Spreadsheet.FontWeight[][] {
    return this.styles((style) => (style.bl === 1 ? 'bold' : 'normal'));
  }

  setFontStyle(fontStyle: string | null): Range {
    return this.format(slant(fontStyle));
  }

  setFontStyles(fontStyles: (string | null)[][]): Range {
    return this.formatEach(fontStyles, slant);
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

  setHorizontalAlignment(alignment: string | null): Range {
    return this.format(horizontal(alignment));
  }

  setHorizontalAlignments(alignments: (string | null)[][]): Range {
    return this.formatEach(alignments, horizontal);
  }

  setVerticalAlignment(alignment: string | null): Range {
    return this.format(vertical(alignment));
  }

  setVerticalAlignments(alignments: (string | null)[][]): Range {
    return this.formatEach(alignments, vertical);
  }

  setWrap(isWrapped: boolean): Range {
    return this.format(wrapping(isWrapped));
  }

  setWraps(isWrapped: boolean[][]): Range {
    return this.formatEach(isWrapped, wrapping);
  }

  getWrap(): boolean {
    return this.getWraps()[0]?.[0] ?? false;
  }

  getWraps(): boolean[][] {
    return this.styles((style) => style.tb === WRAPPING.WRAP);
  }

  setWrapStrategy(strategy: unknown): Range {
    return this.format(wrapStrategy(strategy));
  }

  setWrapStrategies(strategies: unknown[][]): Range {
    return this.formatEach(strategies, wrapStrategy);
  }

  getWrapStrategy(): WrapStrategy {
    return this.getWrapStrategies()[0]![0]!;
  }

  getWrapStrategies(): WrapStrategy[][] {
    const labels = Object.keys(WRAPPING) as (keyof typeof WRAPPING)[];
    return this.styles((style) => {
      const value: unknown = enums.WrapStrategy.value(
        labels.find((label) => WRAPPING[label] === style.tb) ?? 'OVERFLOW',
      );
      return value as WrapStrategy;
    });
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

function background(color: string | null): StylePatch {
  return { bg: color === null ? null : { rgb: color } };
}

function fontColor(color: string | null): StylePatch {
  return { cl: color === null ? null : { rgb: color } };
}

function slant(fontStyle: string | null): StylePatch {
  return { it: fontStyle === 'italic' ? 1 : 0 };
}

function wrapping(isWrapped: boolean): StylePatch {
  return { tb: isWrapped ? WRAPPING.WRAP : WRAPPING.OVERFLOW };
}

function wrapStrategy(strategy: unknown): StylePatch {
  return { tb: WRAPPING[enums.WrapStrategy.labelOf(strategy)] };
}

function vertical(alignment: string | null): StylePatch {
  return { vt: alignment === null ? null : position(VERTICAL, alignment) };
}

function horizontal(alignment: string | null): StylePatch {
  return { ht: alignment === null || alignment === 'normal' ? null : position(HORIZONTAL, alignment) };
}

function position(names: readonly string[], name: string): number {
  const index = names.indexOf(name);
  if (index < 1) throw new ServiceError(`Invalid argument: ${name}`);
  return index;
}

function colorOf(value: unknown): string | undefined {
  return (value as { rgb?: string } | null | undefined)?.rgb;
}
