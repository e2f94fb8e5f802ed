import type { Area, CellAddress, ImportResult } from '../contract/engine';
import { readA1 } from '../notation/a1';
import type { LocalState } from '../workbook/local-state';
import type { Workbook } from '../workbook/workbook';
import { Folder } from './folder';
import { NeighbourBook, type Surroundings } from './neighbour-book';

const NO_ACCESS = 'You need to connect these sheets.';
const NO_FILE = 'Spreadsheet cannot be found.';
const NO_RANGE = 'Cannot find range or sheet for imported range.';

interface Imported {
  at: CellAddress;
  id: string;
  message?: string;
  /** The spreadsheet that a person has to allow first. */
  waitsFor?: string;
  /** Of the file that was read. */
  stamp?: string;
  path?: string;
}

/** IMPORTRANGE over the workbooks of the folder: a person allows each once, a script never can. */
export class Imports {
  private readonly cells = new Map<string, Imported>();
  private readonly read = new Map<string, { stamp: string; book: NeighbourBook }>();

  constructor(
    private readonly folder: Folder | undefined,
    private readonly state: LocalState,
    private readonly at: Surroundings,
  ) {}

  call(address: string, range: string, at: CellAddress): ImportResult {
    const id = /\/d\/([^/?#]+)/.exec(address)?.[1] ?? address.trim();
    const imported: Imported = { at, id };
    this.cells.set(keyOf(at), imported);
    const result = this.result(imported, range);
    if ('error' in result) imported.message = result.error;
    return result;
  }

  /** What is wrong with the cells that show an error, and which spreadsheet a person could allow there. */
  errors(isError: (at: CellAddress) => boolean): { at: CellAddress; message: string; allow?: string }[] {
    return [...this.cells].flatMap(([key, { at, message, waitsFor }]) => {
      if (message === undefined) return [];
      if (isError(at)) return [{ at, message, ...(waitsFor !== undefined && { allow: waitsFor }) }];
      this.cells.delete(key);
      return [];
    });
  }

  /** @returns the cells that are to ask again */
  allow(id: string): CellAddress[] {
    this.state.set(permission(id), true);
    return [...this.cells.values()].flatMap(({ at, waitsFor }) => (waitsFor === id ? [at] : []));
  }

  /** The cells whose files are others than when they were read, or are there now. */
  outdated(): CellAddress[] {
    return [...this.cells.values()].flatMap(({ at, id, path, stamp, message }) => {
      if (path === undefined) return message === NO_FILE && this.folder?.find(id) !== undefined ? [at] : [];
      return stampOf(path) === stamp ? [] : [at];
    });
  }

  private result(imported: Imported, range: string): ImportResult {
    const { id } = imported;
    const path = this.folder?.find(id);
    if (path === undefined) return { error: NO_FILE };
    if (this.state.get(permission(id)) !== true) {
      imported.waitsFor = id;
      return { error: NO_ACCESS };
    }
    imported.path = path;
    imported.stamp = stampOf(path) ?? '';
    try {
      const { workbook } = this.bookAt(path, imported.stamp);
      const place = placeOf(workbook, range);
      return place ? { values: workbook.read(place.sheetId, place.area) } : { error: NO_RANGE };
    } catch (error) {
      return { error: (error as Error).message };
    }
  }

  /** What was read is kept for as long as the file is the same. */
  private bookAt(path: string, stamp: string): NeighbourBook {
    const known = this.read.get(path);
    if (known?.stamp === stamp) return known.book;
    const book = NeighbourBook.read(path, this.at);
    this.read.set(path, { stamp, book });
    return book;
  }
}

const keyOf = ({ sheetId, row, column }: CellAddress): string => `${sheetId}!${row},${column}`;

const permission = (id: string): string => `import/${id}`;

function stampOf(path: string): string | undefined {
  try {
    return Folder.stamp(path);
  } catch {
    return undefined;
  }
}

/** A range of cells or a named range; without a sheet's name the first sheet is meant. */
function placeOf(workbook: Workbook, text: string): { sheetId: string; area: Area } | undefined {
  const named = workbook.engine.definedNames().find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  const area = readA1(named ? named.reference.replace(/^=/, '') : text);
  const sheets = workbook.sheets();
  const sheet = area?.sheetName === undefined ? sheets[0] : sheets.find(({ name }) => name === area.sheetName);
  if (!area || !sheet) return undefined;
  const { startRow = 1, startColumn = 1, endRow = sheet.rows, endColumn = sheet.columns } = area;
  const [rows, columns] = [
    Math.min(endRow, sheet.rows) - startRow + 1,
    Math.min(endColumn, sheet.columns) - startColumn + 1,
  ];
  if (rows < 1 || columns < 1) return undefined;
  return { sheetId: sheet.id, area: { row: startRow - 1, column: startColumn - 1, rows, columns } };
}
