import { formatArea } from '../cell-formats';
import type { StylePatch } from '../engine/contract';
import { RangeValues } from './range-values';
import { ServiceError } from './service';

type Range = GoogleAppsScript.Spreadsheet.Range;

const HORIZONTAL = ['', 'left', 'center', 'right'];
const VERTICAL = ['', 'top', 'middle', 'bottom'];
const WRAP = 3;
const OVERFLOW = 1;

/** How cells look. Styles use the engine's short names: bg background, cl colour, bl bold, it italic, fs size, ff font. */
export abstract class RangeFormats extends RangeValues {
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
    return this.format({ it: fontStyle === 'italic' ? 1 : 0 });
  }

  setFontSize(size: number): Range {
    return this.format({ fs: size });
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
    return this.format({ vt: alignment === null ? null : position(VERTICAL, alignment) });
  }

  setWrap(isWrapped: boolean): Range {
    return this.format({ tb: isWrapped ? WRAP : OVERFLOW });
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
    });
  }

  private format(style: StylePatch): Range {
    formatArea(this.environment.workbook, this.sheetId, this.area, style);
    return this.api;
  }

  private formatEach<T>(values: T[][], styleOf: (value: T) => StylePatch): Range {
    this.checkSize(values);
    this.eachCell((row, column, i, j) => {
      this.environment.workbook.patch(this.sheetId, row, column, { style: styleOf(values[i]?.[j] as T) });
    });
    return this.api;
  }

  private styles<T>(read: (style: Record<string, unknown>) => T): T[][] {
    return this.environment.workbook.styles(this.sheetId, this.area).map((row) => row.map(({ style }) => read(style)));
  }
}

function background(color: string | null): StylePatch {
  return { bg: color === null ? null : { rgb: color } };
}

function fontColor(color: string | null): StylePatch {
  return { cl: color === null ? null : { rgb: color } };
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
