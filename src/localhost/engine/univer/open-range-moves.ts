import { RANGE_TYPE } from '@univerjs/core';
import { UpdateFormulaController } from '@univerjs/sheets-formula';

/** Further down than any sheet reaches: the end of an open range while rows and columns move. */
const FAR = 9_000_000;

/** `A2:A`, and what must not be mistaken for it: texts, and names of sheets in quotes. */
const OPEN_RANGE = /("[^"]*"|'[^']*'!)|(\$?[A-Za-z]{1,3}\$?\d+):(\$?[A-Za-z]{1,3})(?![\w$(!.:])/g;
const FAR_RANGE = /("[^"]*"|'[^']*'!)|(\$?[A-Za-z]{1,3}\$?\d+:\$?[A-Za-z]{1,3})\$?[89]\d{6}(?!\d)/g;

/** `A2:A` → `A2:A9000000` */
export const closed = (formula: string): string =>
  formula.replace(OPEN_RANGE, (all, kept: string | undefined, from: string, to: string) =>
    kept === undefined ? `${from}:${to}${String(FAR)}` : all,
  );

/** `A3:A9000001` → `A3:A` */
export const opened = (formula: string): string =>
  formula.replace(FAR_RANGE, (all, kept: string | undefined, range: string) => (kept === undefined ? range : all));

/** The engine's numbers for moving, inserting and removing whole columns. */
const COLUMN_MOVES = [2, 4, 6];

interface Rows {
  startRow: number;
  endRow: number;
  rangeType?: RANGE_TYPE;
}

interface Move {
  type: number;
  unitId?: string;
  sheetId?: string;
  range?: Rows;
  from?: Rows;
  to?: Rows;
}

/** Columns that move take all rows with them, also those that an open range only seems to have. */
function asTallAsOpenRanges(move: Move): Move {
  if (!COLUMN_MOVES.includes(move.type)) return move;
  const tall = { ...move };
  for (const which of ['range', 'from', 'to'] as const) {
    if (move[which]) tall[which] = { ...move[which], endRow: FAR * 2, rangeType: RANGE_TYPE.NORMAL };
  }
  return tall;
}

/** The engine's numbers for what happens within one sheet, or to a sheet as a whole, and not between two. */
const isOfOneSheet = ({ type }: Move): boolean => type >= 1 && type <= 12;

/**
 * The formulas that a change of one sheet can touch: its own, and those that speak of it. To take a formula apart costs
 * the most of all that an inserted row does.
 */
function touched(formulas: FormulaData, names: SheetNames, move: Move): FormulaData {
  const { unitId = '', sheetId = '' } = move;
  const name = Object.entries(names[unitId] ?? {}).find(([, id]) => id === sheetId)?.[0];
  if (!isOfOneSheet(move) || name === undefined) return formulas;
  const spoken = name.replaceAll("'", "''").toLowerCase();
  const speakOfIt = ([, cell]: [string, { f?: string } | null]): boolean =>
    cell?.f?.toLowerCase().includes(spoken) ?? false;
  const ofSheet = ([id, rows]: [string, FormulaRows | null]): [string, FormulaRows | null] =>
    id === sheetId
      ? [id, rows]
      : [id, mapped(rows ?? {}, (cells) => Object.fromEntries(Object.entries(cells).filter(speakOfIt)))];
  return mapped(formulas, (sheets) => Object.fromEntries(Object.entries(sheets ?? {}).map(ofSheet)));
}

const mapped = <T, R>(of: Record<string, T>, change: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]));

interface LexerTreeBuilder {
  sequenceNodesBuilder(formula: string): unknown;
}

type FormulaRows = Record<string, Record<string, { f?: string } | null>>;
type FormulaData = Record<string, Record<string, FormulaRows | null> | null>;

/** The ids of sheets by their names, of each workbook. */
type SheetNames = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** The one place where the engine rewrites formulas after rows, columns or sheets have moved. */
interface Rewriting {
  _lexerTreeBuilder: LexerTreeBuilder;
  _getFormulaReferenceMoveInfo(
    formulas: FormulaData,
    sheetNames: SheetNames,
    move: Move,
  ): { newFormulaData: FormulaData };
}

/**
 * Lets open ranges follow when rows and columns move. The engine reads `A2:A` as a cell and a word, moves the cell and
 * leaves the word; here it is shown a closed range instead, and the result is opened again. Host and page need it both:
 * each rewrites the formulas of the moves that begin there.
 */
export function moveOpenRanges(): void {
  const prototype = UpdateFormulaController.prototype as unknown as Rewriting & { movesOpenRanges?: true };
  if (prototype.movesOpenRanges) return;
  prototype.movesOpenRanges = true;
  const rewrite = prototype._getFormulaReferenceMoveInfo;
  prototype._getFormulaReferenceMoveInfo = function (this: Rewriting, formulas, sheetNames, move) {
    const lexer = this._lexerTreeBuilder;
    const closing: LexerTreeBuilder = Object.create(lexer, {
      sequenceNodesBuilder: { value: (formula: string) => lexer.sequenceNodesBuilder(closed(formula)) },
    }) as LexerTreeBuilder;
    this._lexerTreeBuilder = closing;
    try {
      const info = rewrite.call(this, touched(formulas, sheetNames, move), sheetNames, asTallAsOpenRanges(move));
      reopen(info.newFormulaData);
      return info;
    } finally {
      this._lexerTreeBuilder = lexer;
    }
  };
}

function reopen(formulas: FormulaData): void {
  for (const sheets of Object.values(formulas)) {
    for (const rows of Object.values(sheets ?? {})) {
      for (const cells of Object.values(rows ?? {})) {
        for (const cell of Object.values(cells)) if (cell?.f !== undefined) cell.f = opened(cell.f);
      }
    }
  }
}
