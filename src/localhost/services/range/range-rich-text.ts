import { refuseInvalid } from '../rules/rejections';
import type { RichTextRun } from '../../contract/engine';
import { type Run, RichTextValueService, richTextArgument } from './rich-text';
import type { CallTable } from '../base/service';
import { type TextLook, TextStyleService, lookOf } from './text-style';
import { StyledRange } from './styled-range';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;

export const richTextCalls = {
  getRichTextValue: 'read',
  getRichTextValues: 'read',
  getTextStyle: 'read',
  getTextStyles: 'read',
  setRichTextValue: 'write',
  setRichTextValues: 'write',
  setTextStyle: 'write',
  setTextStyles: 'write',
} as const satisfies CallTable<Range>;

/** Texts of which parts look different or are links. */
export abstract class RangeRichText extends StyledRange {
  /** Null where a cell holds no text. */
  getRichTextValues(): (RichTextValue | null)[][] {
    const texts = this.environment.workbook.richTexts(this.sheetId, this.area);
    return texts.map((line) =>
      line.map((rich) => {
        if (!rich) return null;
        const runs = rich.runs.map(runOf);
        const whole: Run[] = rich.text === '' ? [] : [{ start: 0, end: rich.text.length, look: {}, link: null }];
        return new RichTextValueService(rich.text, runs.length > 0 ? runs : whole).asGoogle;
      }),
    );
  }

  getRichTextValue(): RichTextValue | null {
    return this.getRichTextValues()[0]![0]!;
  }

  setRichTextValue(value: unknown): Range {
    return this.setRichTextValues(this.table(value));
  }

  setRichTextValues(values: unknown[][]): Range {
    this.checkSize(values);
    const texts = values.map((line) =>
      line.map((value) => richTextArgument(value, 'SpreadsheetApp.Range.setRichTextValues')),
    );
    const patches = texts.map((line) => line.map(({ text }) => ({ value: text })));
    refuseInvalid(this.environment, this.sheetId, this.area, patches);
    this.eachCell((row, column, i, j) => {
      const { text, runs } = texts[i]![j]!;
      const isPlain = runs.every(({ look, link }) => link === null && Object.keys(look).length === 0);
      const rich = { text, runs: isPlain ? [] : runs.map(storedRun) };
      this.environment.workbook.patch(this.sheetId, row, column, text === '' ? { value: null } : { rich });
    });
    return this.api;
  }

  getTextStyles(): GoogleAppsScript.Spreadsheet.TextStyle[][] {
    return this.styles((style) => new TextStyleService(lookOfStyle(style)).asGoogle);
  }

  getTextStyle(): GoogleAppsScript.Spreadsheet.TextStyle {
    return this.getTextStyles()[0]![0]!;
  }

  setTextStyle(style: unknown): Range {
    return this.setTextStyles(this.table(style));
  }

  setTextStyles(styles: unknown[][]): Range {
    return this.formatEach(styles, (style) => styleOfLook(lookOf(style, 'SpreadsheetApp.Range.setTextStyles')));
  }
}

function runOf({ start, end, style, link }: RichTextRun): Run {
  return { start, end, look: lookOfStyle(style), link: link ?? null };
}

function storedRun({ start, end, look, link }: Run): RichTextRun {
  const shown: TextLook = link === null ? look : { color: '#1155cc', underline: true, ...look };
  return { start, end, style: styleOfLook(shown), ...(link !== null && { link }) };
}

function lookOfStyle(style: Record<string, unknown>): TextLook {
  const line = (value: unknown): boolean => (value as { s?: number } | null | undefined)?.s === 1;
  const { bl, it, ul, st, cl, ff, fs } = style;
  return {
    ...(bl !== undefined && { bold: bl === 1 }),
    ...(it !== undefined && { italic: it === 1 }),
    ...(ul !== undefined && { underline: line(ul) }),
    ...(st !== undefined && { strikethrough: line(st) }),
    ...(cl ? { color: (cl as { rgb?: string }).rgb ?? null } : {}),
    ...(ff ? { family: ff as string } : {}),
    ...(fs ? { size: fs as number } : {}),
  };
}

function styleOfLook({
  bold,
  italic,
  underline,
  strikethrough,
  color,
  family,
  size,
}: TextLook): Record<string, unknown> {
  return {
    ...(bold !== undefined && { bl: bold ? 1 : 0 }),
    ...(italic !== undefined && { it: italic ? 1 : 0 }),
    ...(underline !== undefined && { ul: { s: underline ? 1 : 0 } }),
    ...(strikethrough !== undefined && { st: { s: strikethrough ? 1 : 0 } }),
    ...(color !== undefined && { cl: color === null ? null : { rgb: color } }),
    ...(family !== undefined && { ff: family }),
    ...(size !== undefined && { fs: size }),
  };
}
