import { columnLetters } from '../schema/formula';
import { PLAIN_TEXT } from '../schema/column';
import type { PageLayout, Style } from '../schema/page';
import type { Block, Filled, TableColumn } from './filled';

/** A tab has this many columns, each of this width in pixels: together they fit a page. */
export const COLUMNS = 6;
const WIDTH = 125;

/** Pixels that a line of text is high, and a character wide, on average; a row has some air. */
const LINE = 17;
const CHARACTER = 6.9;
const AIR = 6;

interface Line {
  cells: readonly { text: string; span: number; style: Style }[];
}

const whole = (text: string, style: Style): Line => ({ cells: [{ text, span: COLUMNS, style }] });

/** A filled document as a tab: texts only, over the width of a page. */
export function layOutDocument({ title, subtitle, blocks, closing }: Filled): PageLayout {
  const lines = [
    whole(title, 'title'),
    whole(subtitle, 'words'),
    ...blocks.flatMap((block, at) => [
      ...(isApart(block, blocks[at - 1]) ? [whole('', 'plain')] : []),
      ...linesOf(block),
    ]),
    whole('', 'plain'),
    whole(closing, 'words'),
  ];
  const matrix = <T>(of: (cell: Line['cells'][number], at: number) => T): T[][] =>
    lines.map(({ cells }) => cells.flatMap((cell) => Array.from({ length: cell.span }, (_, at) => of(cell, at))));
  return {
    cells: matrix(({ text }, at) => (at === 0 ? text : '')),
    notes: matrix(() => ''),
    styles: matrix(({ style }) => style),
    formats: matrix(() => PLAIN_TEXT),
    widths: Array.from({ length: COLUMNS }, () => WIDTH),
    heights: Object.fromEntries(lines.map((line, at) => [at + 1, at === 0 ? 36 : heightOf(line)])),
    charts: [],
    merged: lines.flatMap(({ cells }, row) => mergedIn(cells, row + 1)),
    inputs: {},
    verdicts: { at: [], tones: [] },
  };
}

/** A blank row stands above a section, and between two tables. */
const isApart = ({ kind }: Block, before: Block | undefined): boolean =>
  kind === 'title' || (kind === 'table' && before?.kind === 'table');

function linesOf(block: Block): Line[] {
  switch (block.kind) {
    case 'title':
      return [whole(block.text, 'section')];
    case 'words':
    case 'none':
      return [whole(block.text, 'text')];
    case 'points':
      return block.items.map((item, at) => whole(`${block.numbered ? `${at + 1}.` : '•'} ${item}`, 'text'));
    case 'fact':
      return [
        {
          cells: [
            { text: block.label, span: 2, style: 'term' },
            { text: block.text, span: COLUMNS - 2, style: 'text' },
          ],
        },
      ];
    case 'table': {
      const spans = spansOf(block.columns);
      const row = (texts: readonly string[], style: Style): Line => ({
        cells: texts.map((text, at) => ({ text, span: spans[at]!, style })),
      });
      return [
        row(
          block.columns.map(({ heading }) => heading),
          'heading',
        ),
        ...block.rows.map((texts) => row(texts, 'text')),
        ...(block.after === '' ? [] : [whole(block.after, 'words')]),
      ];
    }
    case 'lines':
      return [whole(block.label, 'term'), ...Array.from({ length: block.count }, () => whole('', 'text'))];
    case 'signatures':
      return block.sides.map((side) => ({
        cells: [
          { text: side, span: 2, style: 'term' },
          { text: 'Name and date:', span: 4, style: 'text' },
        ],
      }));
  }
}

/** How many of the tab's columns each column of a table takes: wide ones more. */
export function spansOf(columns: readonly TableColumn[]): number[] {
  const spans = columns.map(() => 1);
  for (let left = COLUMNS - columns.length; left > 0; left--) {
    const narrowest = columns.map(({ width }, at) => width / spans[at]!);
    spans[narrowest.indexOf(Math.max(...narrowest))]!++;
  }
  return spans;
}

function heightOf({ cells }: Line): number {
  const lines = cells.map(({ text, span }) => {
    const most = Math.floor((span * WIDTH - 8) / CHARACTER);
    return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / most)), 0);
  });
  return Math.max(1, ...lines) * LINE + AIR;
}

function mergedIn(cells: Line['cells'], row: number): string[] {
  let left = 1;
  return cells.flatMap(({ span }) => {
    const at = left;
    left += span;
    return span > 1 ? [`${columnLetters(at)}${row}:${columnLetters(at + span - 1)}${row}`] : [];
  });
}
