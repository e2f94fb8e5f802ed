import type { CellValue as ExcelValue, Worksheet } from 'exceljs';
import type { CellValue, Engine, SheetInfo } from '../contract/engine';
import { columnName, quotedSheetName } from '../notation/a1';
import { termsOf } from '../services/rules/validation-rules';
import type { Workbook } from '../workbook/workbook';
import { excelFormula } from './excel-formula';
import { excelLook } from './excel-look';
import { bounded, excelValidation } from './excel-validation';
import { excelNames } from './sheet-names';

/** Characters that Excel lets a cell hold. */
const LONGEST_TEXT = 32_767;
const ERRORS = /^#(?:N\/A|REF!|NAME\?|DIV\/0!|NULL!|VALUE!|NUM!)$/;
/** An Excel column is so many characters wide, a Sheets column so many pixels. */
const PIXELS_A_CHARACTER = 7;
const PADDING = 5;

/**
 * The workbook as Excel opens it: values, formulas that Excel computes alike, looks, rules of validation, notes, names, frozen
 * rows. What Excel cannot say stands as its last value, with the formula in a note.
 */
export async function workbookXlsx(workbook: Workbook): Promise<Uint8Array> {
  // Large, and needed by nobody who does not download.
  const { default: excel } = await import('exceljs');
  workbook.settle();
  const engine = workbook.flushed();
  const book = new excel.Workbook();
  const sheets = workbook.sheets();
  const names = excelNames(sheets.map(({ name }) => name));
  for (const sheet of sheets) {
    const { frozenRows, frozenColumns, gridlinesHidden, hidden } = sheet;
    const color = engine.tabColor(sheet.id);
    const page = book.addWorksheet(names.get(sheet.name)!, {
      state: hidden ? 'hidden' : 'visible',
      ...(color && { properties: { tabColor: { argb: `FF${color.replace('#', '').toUpperCase()}` } } }),
      views: [
        {
          state: frozenRows + frozenColumns > 0 ? 'frozen' : 'normal',
          xSplit: frozenColumns,
          ySplit: frozenRows,
          showGridLines: !gridlinesHidden,
        },
      ],
    });
    fill(page, engine, workbook, sheet, names);
  }
  for (const { name, reference } of engine.definedNames()) {
    const at = reference.lastIndexOf('!');
    const known = names.get(reference.slice(0, at).replace(/^'|'$/g, '').replaceAll("''", "'"));
    if (known) book.definedNames.add(`${quotedSheetName(known)}!${bounded(reference.slice(at + 1))}`, name);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function fill(
  page: Worksheet,
  engine: Engine,
  workbook: Workbook,
  sheet: SheetInfo,
  names: ReadonlyMap<string, string>,
): void {
  const { rows, columns } = workbook.extent(sheet.id);
  const area = { row: 0, column: 0, rows, columns };
  const [values, formulas, styles] = [
    workbook.read(sheet.id, area),
    engine.formulas(sheet.id, area),
    workbook.styles(sheet.id, area),
  ];
  const spills = spillsOf(engine, sheet.id);
  values.forEach((row, at) =>
    row.forEach((value, column) => {
      const formula = formulas[at]![column]!;
      const look = excelLook(styles[at]![column]!);
      const note = engine.note(sheet.id, at, column)?.text;
      if (value === null && formula === '' && note === undefined && Object.keys(look).length === 0) return;
      const cell = page.getCell(at + 1, column + 1);
      const said = formula === '' || spills(at, column) ? undefined : translated(formula, names);
      cell.value = said === undefined ? plain(value) : ({ formula: said, result: plain(value) } as ExcelValue);
      Object.assign(cell, look);
      const unsaid = formula !== '' && said === undefined ? `Formula in Google Sheets: ${formula}` : '';
      const text = [note, unsaid].filter(Boolean).join('\n\n');
      if (text !== '') cell.note = text.slice(0, LONGEST_TEXT);
    }),
  );
  for (let column = 0; column < columns; column++) {
    const line = page.getColumn(column + 1);
    line.width = Math.max(1, (engine.columnWidth(sheet.id, column) - PADDING) / PIXELS_A_CHARACTER);
    if (engine.isLineHidden(sheet.id, 'column', column)) line.hidden = true;
    validate(page, engine, sheet, column);
  }
  for (let row = 0; row < rows; row++)
    if (engine.isLineHidden(sheet.id, 'row', row)) page.getRow(row + 1).hidden = true;
  for (const { row, column, rows: high, columns: wide } of engine.merges(sheet.id)) {
    page.mergeCells(row + 1, column + 1, row + high, column + wide);
  }
}

/** A formula that refers to no sheet whose name Excel had to change. */
function translated(formula: string, names: ReadonlyMap<string, string>): string | undefined {
  for (const [name, known] of names) if (name !== known && formula.includes(name)) return undefined;
  return excelFormula(formula);
}

function plain(value: CellValue): ExcelValue {
  if (value === null) return null;
  if (typeof value === 'object') return value.serial;
  if (typeof value !== 'string') return value;
  if (ERRORS.test(value)) return { error: value } as ExcelValue;
  return value.slice(0, LONGEST_TEXT);
}

/** Whether a formula's answer takes up more than its own cell. */
function spillsOf(engine: Engine, sheetId: string): (row: number, column: number) => boolean {
  type Spills = Record<
    string,
    Record<
      string,
      Record<number, Record<number, { startRow: number; endRow: number; startColumn: number; endColumn: number }>>
    >
  >;
  const spills = ((engine.spilled().arrayFormulaRange ?? {}) as Spills)[engine.workbookId()]?.[sheetId] ?? {};
  return (row, column) => {
    const area = spills[row]?.[column];
    return area !== undefined && (area.endRow > area.startRow || area.endColumn > area.startColumn);
  };
}

/** The rules of a column, a run of rows each. */
function validate(page: Worksheet, engine: Engine, { id, rows }: SheetInfo, column: number): void {
  let first = 0;
  let known: string | undefined;
  for (let row = 0; row <= rows; row++) {
    const rule = row < rows ? engine.validationRule(id, row, column) : undefined;
    const terms = rule && excelValidation(termsOf(rule));
    const text = terms && JSON.stringify(terms);
    if (text === known) continue;
    if (known !== undefined) add(page, `${columnName(column + 1)}${first + 1}:${columnName(column + 1)}${row}`, known);
    [first, known] = [row, text];
  }
}

/** exceljs keeps the rules of a sheet under the areas that they are for, but its types do not say so. */
const add = (page: Worksheet, a1: string, rule: string): void =>
  (page as unknown as { dataValidations: { add(a1: string, rule: unknown): void } }).dataValidations.add(
    a1,
    JSON.parse(rule),
  );
