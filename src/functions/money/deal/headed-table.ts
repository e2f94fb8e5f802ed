import { rowProblem, type Problem, type Table } from '../../../calc/statement/problem';
import type { Name } from '../../../calc/statement/deal';
import { readValue } from '../../runner/argument';
import { describe, isBlank, isErrorValue } from '../../runner/cell';
import { nameKey, nameKind, type CellKind } from '../../runner/cell-kind';
import type { RawRange } from '../../runner/grid';

/** A problem on its way from a cell to the reader of its table. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.complaint);
  }
}

/** The headings of a table: those that must be there, and those that may. */
export interface Headings<H extends string> {
  readonly needed: readonly H[];
  readonly known: readonly H[];
}

/** A table whose columns are found by their headings, in any order; other columns are ignored. */
export class HeadedTable<H extends string> {
  /** The columns that are read. */
  private readonly places: readonly number[];

  constructor(
    private readonly table: Table,
    private readonly range: RawRange,
    private readonly columns: ReadonlyMap<H, number>,
    private readonly names: Map<string, Name>,
  ) {
    this.places = [...columns.values()];
  }

  /** Does the row have nothing in any of the columns? */
  isEmpty(row: number): boolean {
    const cells = this.range.rows[row]!;
    return this.places.every((column) => seemsBlank(cells[column]));
  }

  /** A cell; null where it is blank, or where there is no such column. */
  at<T>(row: number, heading: H, kind: CellKind<T>): T | null {
    const column = this.columns.get(heading);
    const value = column === undefined ? null : this.range.rows[row]![column];
    if (isBlank(value)) return null;
    return readValue(value, kind, (complaint) => this.refuse(row, heading, complaint));
  }

  required<T>(row: number, heading: H, kind: CellKind<T>): T {
    return this.at(row, heading, kind) ?? this.refuse(row, heading, `blank, where ${kind.expected} is expected`);
  }

  /** A name; the same object for the same text, because most rows repeat a few names. */
  name(row: number, heading: H): Name | null {
    const text = this.at(row, heading, nameKind);
    if (text === null) return null;
    let name = this.names.get(text);
    if (!name) this.names.set(text, (name = { key: nameKey(text), text }));
    return name;
  }

  requiredName(row: number, heading: H): Name {
    return this.name(row, heading) ?? this.refuse(row, heading, `blank, where ${nameKind.expected} is expected`);
  }

  /** Refuses a cell that should hold nothing. */
  mustBeBlank(row: number, heading: H, because: string): void {
    const column = this.columns.get(heading);
    const value = column === undefined ? null : this.range.rows[row]![column];
    if (!seemsBlank(value)) this.refuse(row, heading, `${describe(value)} ${because}; leave it blank`);
  }

  refuse(row: number, heading: H, complaint: string): never {
    throw new Refused(rowProblem(this.table, row, complaint, heading));
  }
}

const seemsBlank = (value: unknown): boolean => isBlank(value) || (typeof value === 'string' && nameKey(value) === '');

/**
 * Reads the rows of a table one by one. A row that cannot be read becomes a problem, and the others are read all the
 * same.
 *
 * @param names the names of this call, so that one text is one object
 */
export function readRows<H extends string>(
  table: Table,
  range: RawRange,
  headings: Headings<H>,
  names: Map<string, Name>,
  read: (table: HeadedTable<H>, row: number) => void,
): Problem[] {
  const header = range.rows.findIndex((row) => !row.every(seemsBlank));
  const columns = findColumns(table, range, header, headings);
  if (!(columns instanceof Map)) return [columns];
  const headed = new HeadedTable(table, range, columns, names);
  const problems: Problem[] = [];
  for (let row = header + 1; row < range.rows.length; row++) {
    if (headed.isEmpty(row)) continue;
    try {
      read(headed, row);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problems.push(error.problem);
    }
  }
  return problems;
}

function findColumns<H extends string>(
  table: Table,
  range: RawRange,
  header: number,
  { needed, known }: Headings<H>,
): Map<H, number> | Problem {
  const refuse = (complaint: string): Problem => ({
    ...rowProblem(table, header < 0 ? null : header, complaint),
    fatal: true,
  });
  if (header < 0) return refuse(`nothing is given, where a heading row with ${needed.join(', ')} is expected`);
  const keys = new Map(known.map((heading) => [nameKey(heading), heading]));
  const columns = new Map<H, number>();
  for (const [column, cell] of range.rows[header]!.entries()) {
    if (isErrorValue(cell)) return refuse(`the heading of column ${column + 1} is ${cell}`);
    if (typeof cell === 'number') {
      return refuse(`${describe(cell)} stands in column ${column + 1} of the first row, where a heading is expected`);
    }
    const heading = typeof cell === 'string' ? keys.get(nameKey(cell)) : undefined;
    if (heading === undefined) continue;
    if (columns.has(heading)) return refuse(`two columns are headed ${heading}; one is expected`);
    columns.set(heading, column);
  }
  const missing = needed.filter((heading) => !columns.has(heading));
  if (missing.length === 0) return columns;
  return refuse(`no column is headed ${missing.join(', ')}; a heading row with ${needed.join(', ')} is expected`);
}
