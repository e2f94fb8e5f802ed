import type { Kept } from '../actions/workbook';
import type { Cell } from '../schema/column';
import type { PageLayout, Style, Tone } from '../schema/page';
import { dataValidation } from './data-validation';
import { makeRoom, setHeights, setWidths } from './sheet-size';
import { drawCharts } from './spreadsheet-charts';
import { textStyle } from './text-style';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

interface Look {
  background: string;
  color: string;
  weight: 'bold' | 'normal';
  /** Points. */
  size: number;
}

const INK = '#202124';
const look = (background: string, color: string, weight: Look['weight'], size: number): Look => ({
  background,
  color,
  weight,
  size,
});

const LOOKS: Record<Style, Look> = {
  input: look('#fff8e1', INK, 'bold', 11),
  title: look('#ffffff', '#174ea6', 'bold', 20),
  section: look('#174ea6', '#ffffff', 'bold', 11),
  heading: look('#e8f0fe', '#174ea6', 'bold', 10),
  label: look('#ffffff', '#5f6368', 'bold', 10),
  term: look('#ffffff', '#5f6368', 'bold', 10),
  figure: look('#f8f9fa', INK, 'bold', 16),
  words: look('#ffffff', '#5f6368', 'normal', 10),
  link: look('#ffffff', '#174ea6', 'normal', 10),
  card: look('#f8f9fa', '#3c4043', 'normal', 10),
  text: look('#ffffff', INK, 'normal', 10),
  plain: look('#ffffff', INK, 'normal', 10),
};

const LEFT: readonly Style[] = ['figure', 'words', 'card', 'link'];
const WRAPPED: readonly Style[] = ['heading', 'term', 'card', 'link', 'text'];

/** Dark words on a light ground: contrast of 7 and more. */
const TONES: Record<Tone, { background: string; color: string }> = {
  good: { background: '#e6f4ea', color: '#0d652d' },
  careful: { background: '#fef7e0', color: '#7a4a00' },
  bad: { background: '#fce8e6', color: '#a50e0e' },
};

/**
 * Draws a computed page on an empty sheet, or anew on one that holds an earlier version or was left half drawn. What
 * people have put beside or below it stays, and so do charts of their own.
 */
export function drawPage(sheet: Sheet, page: PageLayout, { isBlank, chosen }: Kept): void {
  const { notes, styles, formats, widths, heights, charts, merged, names = {}, inputs, verdicts } = page;
  const cells = withChosen(sheet, page.cells, chosen);
  const titles = charts.map(({ title }) => title);
  const before = sheet.getCharts().filter((chart) => titles.includes(String(chart.getOptions().get('title'))));
  makeRoom(sheet, cells.length, widths.length, isBlank);
  const all = sheet.getRange(1, 1, cells.length, widths.length);
  const each = <T>(of: (style: Look) => T): T[][] => styles.map((row) => row.map((style) => of(LOOKS[style])));
  if (merged.length > 0) all.breakApart();
  for (const a1 of merged) sheet.getRange(a1).mergeAcross();
  all
    .setNumberFormats(formats)
    .setBackgrounds(each(({ background }) => background))
    .setTextStyles(each(({ color, weight, size }) => textStyle({ color, bold: weight === 'bold', size })))
    .setHorizontalAlignments(styles.map((row) => row.map((style) => (LEFT.includes(style) ? 'left' : null))))
    .setWraps(styles.map((row) => row.map((style) => WRAPPED.includes(style))))
    .setVerticalAlignment('middle')
    .setNotes(notes)
    .setValues(cells);
  for (const [a1, { help, from }] of Object.entries(inputs)) {
    sheet
      .getRange(a1)
      .setDataValidation(dataValidation({ kind: 'column', help, reference: from }, (at) => sheet.getRange(at)));
  }
  for (const [name, a1] of Object.entries(names)) sheet.getParent().setNamedRange(name, sheet.getRange(a1));
  sheet.setHiddenGridlines(true);
  setWidths(sheet, 1, widths);
  setHeights(sheet, heights);
  sheet.setConditionalFormatRules(
    verdicts.tones.flatMap(({ tone, words }) =>
      words.map((word) =>
        SpreadsheetApp.newConditionalFormatRule()
          .whenTextStartsWith(word)
          .setBackground(TONES[tone].background)
          .setFontColor(TONES[tone].color)
          .setRanges(verdicts.at.map((a1) => sheet.getRange(a1)))
          .build(),
      ),
    ),
  );
  for (const chart of before) sheet.removeChart(chart);
  drawCharts(sheet, charts);
}

/** A read, and one an input on a page that was drawn before. */
export function keptOn(sheet: Sheet, inputs: readonly string[]): Kept {
  const isBlank = sheet.getLastRow() === 0;
  const chosen = isBlank ? [] : inputs.map((a1) => [a1, sheet.getRange(a1).getValue() as Cell] as const);
  return { isBlank, chosen: Object.fromEntries(chosen) };
}

/** The cells of a page with what people have chosen in it. */
function withChosen(sheet: Sheet, cells: PageLayout['cells'], chosen: Kept['chosen']): PageLayout['cells'] {
  const drawn = cells.map((row) => [...row]);
  for (const [a1, value] of Object.entries(chosen)) {
    const cell = sheet.getRange(a1);
    drawn[cell.getRow() - 1]![cell.getColumn() - 1] = value;
  }
  return drawn;
}
