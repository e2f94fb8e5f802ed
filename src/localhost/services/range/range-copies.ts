import type { CellPatch } from '../../contract/engine';
import { enums } from '../base/enums';
import { ServiceError } from '../../contract/service-error';
import { noteAt, setNote } from './notes';
import { type CallTable, own } from '../base/service';
import { clearValidation, setValidation, validationAt } from '../rules/validation-rules';
import { RangeBase } from '../base/range-base';

type Range = GoogleAppsScript.Spreadsheet.Range;
type PasteType = (typeof enums.CopyPasteType.labels)[number];

export const copyCalls = { copyTo: 'write', moveTo: 'write' } as const satisfies CallTable<Range>;

/** What each way of pasting takes along. */
const TAKES: Readonly<Record<PasteType, readonly ('values' | 'formulas' | 'looks' | 'rules' | 'notes' | 'widths')[]>> =
  {
    PASTE_NORMAL: ['formulas', 'looks', 'rules', 'notes'],
    PASTE_NO_BORDERS: ['formulas', 'looks', 'rules', 'notes'],
    PASTE_FORMAT: ['looks'],
    PASTE_FORMULA: ['formulas'],
    PASTE_DATA_VALIDATION: ['rules'],
    PASTE_VALUES: ['values'],
    PASTE_CONDITIONAL_FORMATTING: [],
    PASTE_COLUMN_WIDTHS: ['widths'],
  };

interface Paste {
  target: RangeBase;
  type: PasteType;
  transposed: boolean;
}

/** Copying and moving cells. */
export abstract class RangeCopies extends RangeBase {
  /** References of formulas shift with the copy; a destination that is larger is filled by repeating the source. */
  copyTo(destination: unknown, ...how: unknown[]): void {
    const paste = {
      target: this.within(own(RangeBase, destination, 'SpreadsheetApp.Range.copyTo')),
      ...howToPaste(how),
    };
    const takes = TAKES[paste.type];
    const contents = takes.includes('formulas') || takes.includes('values');
    if (contents || takes.includes('looks')) this.pasteCells(paste);
    if (takes.includes('rules')) this.pasteRules(paste);
    if (takes.includes('notes')) {
      const { workbook } = this.environment;
      const notes = new Map<string, string>();
      this.eachPair(paste, (from, to) => {
        notes.set(`${to.row} ${to.column}`, noteAt(workbook, this.sheetId, from.row, from.column));
      });
      this.eachPair(paste, (_, to) => {
        setNote(workbook, paste.target.sheetId, to.row, to.column, notes.get(`${to.row} ${to.column}`) ?? '');
      });
    }
    if (takes.includes('widths')) {
      for (let j = 0; j < this.columns; j++) {
        const width = this.getSheet().getColumnWidth(this.column + j);
        paste.target.getSheet().setColumnWidth(paste.target.getColumn() + j, width);
      }
    }
  }

  /** Cuts the cells and pastes them: formulas that read them go on doing so. */
  moveTo(destination: unknown): void {
    const target = this.within(own(RangeBase, destination, 'SpreadsheetApp.Range.moveTo'));
    if (target.sheetId === this.sheetId) {
      const to = { ...target.area, rows: this.rows, columns: this.columns };
      this.environment.workbook.move(this.sheetId, (engine) => engine.moveArea(this.sheetId, this.area, to));
      return;
    }
    this.copyTo(target);
    this.api.clearContent();
    this.api.clearFormat();
  }

  private within(target: RangeBase): RangeBase {
    if (target.isIn(this.environment.workbook)) return target;
    throw new ServiceError('Target range and source range must be on the same spreadsheet.');
  }

  private pasteCells({ type, ...paste }: Paste): void {
    const { workbook } = this.environment;
    const values = workbook.read(this.sheetId, this.area);
    const formulas = workbook.flushed().formulas(this.sheetId, this.area);
    const styles = workbook.styles(this.sheetId, this.area);
    const takes = TAKES[type];
    const patches: (() => void)[] = [];
    this.eachPair({ type, ...paste }, (from, to, i, j) => {
      const formula = takes.includes('formulas') ? formulas[i]?.[j] : '';
      const patch: CellPatch = {};
      if (formula) {
        patch.formula = workbook.engine.shiftedFormula(formula, to.row - from.row, to.column - from.column);
      } else if (type !== 'PASTE_FORMAT') patch.value = values[i]?.[j] ?? null;
      if (takes.includes('looks')) {
        const { bd, ...others } = styles[i]?.[j]?.style ?? {};
        patch.style = { ...EMPTY, ...others, ...(type !== 'PASTE_NO_BORDERS' && { bd: bd ?? null }) };
      }
      patches.push(() => workbook.patch(paste.target.sheetId, to.row, to.column, patch));
    });
    for (const patch of patches) patch();
  }

  private pasteRules(paste: Paste): void {
    const { environment } = this;
    const rules = new Map<string, NonNullable<ReturnType<typeof validationAt>>>();
    this.eachPair(paste, (from, to) => {
      const rule = validationAt(environment, this.sheetId, from.row, from.column);
      if (rule) rules.set(`${to.row} ${to.column}`, rule);
    });
    this.eachPair(paste, (_, to) => {
      const area = { ...to, rows: 1, columns: 1 };
      const rule = rules.get(`${to.row} ${to.column}`);
      if (rule) setValidation(environment.workbook, paste.target.sheetId, [area], rule);
      else clearValidation(environment.workbook, paste.target.sheetId, area);
    });
  }

  /** Calls `each` with the source and the place of every cell that is pasted, in the engine's counting. */
  private eachPair(
    { target, transposed }: Paste,
    each: (from: { row: number; column: number }, to: { row: number; column: number }, i: number, j: number) => void,
  ): void {
    const [height, width] = transposed ? [this.columns, this.rows] : [this.rows, this.columns];
    // Only a destination that is a multiple of the source is filled as a whole.
    const rows = target.area.rows % height === 0 ? target.area.rows : height;
    const columns = target.area.columns % width === 0 ? target.area.columns : width;
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++) {
        const [i, j] = transposed ? [x % width, y % height] : [y % height, x % width];
        const from = { row: this.area.row + i, column: this.area.column + j };
        each(from, { row: target.area.row + y, column: target.area.column + x }, i, j);
      }
    }
  }
}

/** Looks that the source does not have are taken from the destination. */
const EMPTY = { n: null, bg: null, cl: null, bl: null, it: null, fs: null, ff: null, ht: null, vt: null, tb: null };

function howToPaste([how, transposed]: unknown[]): { type: PasteType; transposed: boolean } {
  if (how === undefined) return { type: 'PASTE_NORMAL', transposed: false };
  if (enums.CopyPasteType.has(how)) {
    return { type: enums.CopyPasteType.labelOf(how), transposed: Boolean(transposed) };
  }
  const { contentsOnly = false, formatOnly = false } = (how ?? {}) as Record<string, boolean | undefined>;
  return { type: contentsOnly ? 'PASTE_VALUES' : formatOnly ? 'PASTE_FORMAT' : 'PASTE_NORMAL', transposed: false };
}
