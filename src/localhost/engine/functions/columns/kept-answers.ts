import {
  type ArrayValueObject,
  type BaseAstNode,
  type BaseReferenceObject,
  type BaseValueObject,
  NumberValueObject,
} from '@univerjs/engine-formula';
import { cell, filledArray, scalarOf, valueOf } from '../values';
import { KeptColumn, type Version, isSame, picked, versionOf } from './column-versions';
import { dependsWithin, isTable, roleOf } from './row-by-row';

/** Where a part is evaluated: the offset of its references, and whether single values may be tables. */
interface Context {
  x: number;
  y: number;
  overArrays: boolean;
}

/** Something that an answer is made of. */
type Source =
  | { kind: 'column'; version: Version }
  | { kind: 'row numbers'; first: number }
  | { kind: 'value'; value: BaseValueObject };

type Sources = Map<BaseAstNode, Source>;

/** What a part has answered, and what that was made of. */
interface Answer {
  column: KeptColumn;
  sources: Sources;
}

/** A part that is being evaluated. */
interface Pass {
  root: BaseAstNode;
  /** What it was made of before; absent where it is evaluated as a whole. */
  before: Sources | undefined;
  sources: Sources;
  /** How many rows the columns have that were met. */
  rows: number | undefined;
  /** The rows that are evaluated; all when absent. */
  only: readonly number[] | undefined;
  /** Whether its answer cannot be kept, or what was kept cannot be used. */
  isBroken: boolean;
}

type Evaluate = (node: BaseAstNode, context: Context) => void;

/** More rows than this part of all are as quickly calculated with the others. */
const MOST_ROWS = 1 / 4;

/** How often a part may turn out to be no column before it is left alone. */
const MOST_ATTEMPTS = 3;

/**
 * Keeps what the parts of formulas answer that answer each row by itself, and calculates them again only in the rows in which a
 * column that they read has changed. What they read besides must be the same as before; otherwise they are calculated as a
 * whole. All of it is compared by value: nobody has to say what an edit concerns.
 */
export class KeptAnswers {
  private readonly answers = new WeakMap<BaseAstNode, Map<string, Answer>>();
  private readonly attempts = new WeakMap<BaseAstNode, number>();
  private pass: Pass | undefined;

  /**
   * @param evaluate evaluates a part, by calling `execute` for what stands in it
   * @param sheetId the sheet of the formula that is being calculated
   * @param isVolatile whether a part answers anew at each calculation
   */
  constructor(
    private readonly evaluate: Evaluate,
    private readonly sheetId: () => string,
    private readonly isVolatile: (node: BaseAstNode) => boolean,
  ) {}

  execute(node: BaseAstNode, context: Context): void {
    const { pass } = this;
    const role = roleOf(node);
    if (!pass) {
      const mayBeKept = role === 'rows' && context.overArrays && context.x === 0 && context.y === 0;
      if (mayBeKept && this.isWorthIt(node)) this.answer(node, context);
      else this.evaluate(node, context);
    } else if (!isTable(node) && (role === 'constant' || role === 'through' || role === 'rows')) {
      this.evaluate(node, context);
    } else {
      this.source(pass, node, context);
    }
  }

  private isWorthIt(node: BaseAstNode): boolean {
    return (this.attempts.get(node) ?? 0) < MOST_ATTEMPTS && !this.isVolatile(node);
  }

  private answer(node: BaseAstNode, context: Context): void {
    let places = this.answers.get(node);
    if (!places) this.answers.set(node, (places = new Map()));
    const sheetId = this.sheetId();
    const kept = places.get(sheetId);
    if (kept && this.renew(node, kept, context)) return;
    const pass: Pass = {
      root: node,
      before: undefined,
      sources: new Map(),
      rows: undefined,
      only: undefined,
      isBroken: false,
    };
    this.during(pass, () => this.evaluate(node, context));
    const lines = linesOf(node, pass.rows);
    if (pass.isBroken || !lines) {
      this.attempts.set(node, (this.attempts.get(node) ?? 0) + 1);
      places.delete(sheetId);
      return;
    }
    const isAsLong = kept?.column.rows === lines.length;
    const column = isAsLong ? kept.column : new KeptColumn(lines);
    if (isAsLong) column.change(lines.map((value, row) => [row, value] as const));
    places.set(sheetId, { column, sources: pass.sources });
    this.attempts.delete(node);
    node.setValue(column.now);
  }

  /** Calculates only the rows that have changed; false where that does not do. */
  private renew(node: BaseAstNode, kept: Answer, context: Context): boolean {
    const { column, sources } = kept;
    const pass: Pass = {
      root: node,
      before: sources,
      sources: new Map(),
      rows: column.rows,
      only: [],
      isBroken: false,
    };
    const changed = new Set<number>();
    // What depends on a name within the part is known only once the part is evaluated.
    let isAllKnown = true;
    for (const [part, source] of sources) {
      if (dependsWithin(part, node).any) {
        isAllKnown = false;
        continue;
      }
      this.source(pass, part, context);
      if (pass.isBroken) return false;
      if (source.kind !== 'column') continue;
      const rows = source.version.column.changedSince(source.version);
      if (!rows) return false;
      rows.forEach((row) => changed.add(row));
    }
    if (changed.size > column.rows * MOST_ROWS) return false;
    if (changed.size > 0 || !isAllKnown) {
      const only = atLeastTwo(changed, column.rows);
      pass.only = only;
      this.during(pass, () => this.evaluate(node, context));
      const lines = linesOf(node, only.length);
      if (pass.isBroken || !lines || [...sources.keys()].some((part) => !pass.sources.has(part))) return false;
      column.change(only.map((row, i) => [row, lines[i]!] as const));
    }
    kept.sources = pass.sources;
    node.setValue(column.now);
    return true;
  }

  /** Evaluates something that an answer is made of, and sees whether it is what it was before. */
  private source(pass: Pass, node: BaseAstNode, context: Context): void {
    if (pass.isBroken) return this.evaluate(node, context);
    const already = pass.sources.get(node);
    if (already?.kind === 'value') return node.setValue(already.value);
    if (dependsWithin(node, pass.root).onColumn && roleOf(node) !== 'name') pass.isBroken = true;
    if (roleOf(node) === 'row numbers' && !isTable(node)) return this.rowNumbers(pass, node, context);
    this.during(undefined, () => this.execute(node, context));
    const value = node.getValue();
    // A name within the part stands for what has been evaluated already, for the same rows.
    if (!value || (roleOf(node) === 'name' && dependsWithin(node, pass.root).any)) {
      if (isTable(node) && dependsWithin(node, pass.root).onColumn) pass.isBroken = true;
      return;
    }
    const table = valueOf(value);
    const single = scalarOf(table);
    const version = isTable(node) || single ? undefined : versionOf(table);
    if (version) this.column(pass, node, version);
    else if (single || isTable(node)) this.value(pass, node, single ?? table);
    else pass.isBroken = true;
  }

  private column(pass: Pass, node: BaseAstNode, version: Version): void {
    const { column } = version;
    this.meet(
      pass,
      node,
      { kind: 'column', version },
      column.rows,
      (before) => before.kind === 'column' && before.version.column === column,
    );
    if (pass.only && !pass.isBroken) node.setValue(picked(column.now, pass.only));
  }

  private value(pass: Pass, node: BaseAstNode, value: BaseValueObject): void {
    this.meet(
      pass,
      node,
      { kind: 'value', value },
      undefined,
      (before) => before.kind === 'value' && isSameTable(before.value, value),
    );
  }

  private rowNumbers(pass: Pass, node: BaseAstNode, context: Context): void {
    const [range] = node.getChildren();
    this.during(undefined, () => (pass.only ? this.execute(range!, context) : this.execute(node, context)));
    const value = range!.getValue();
    if (!value?.isReferenceObject()) return void (pass.isBroken = true);
    const { startRow, endRow, startColumn, endColumn } = (value as BaseReferenceObject).getRangePosition();
    if (startColumn !== endColumn) pass.isBroken = true;
    const isSamePlace = (before: Source): boolean => before.kind === 'row numbers' && before.first === startRow;
    this.meet(pass, node, { kind: 'row numbers', first: startRow }, endRow - startRow + 1, isSamePlace);
    if (pass.only) node.setValue(filledArray(pass.only.map((row) => [NumberValueObject.create(startRow + row + 1)])));
  }

  private meet(
    pass: Pass,
    node: BaseAstNode,
    source: Source,
    rows: number | undefined,
    isAsBefore: (before: Source) => boolean,
  ): void {
    if (rows !== undefined && pass.rows !== undefined && rows !== pass.rows) pass.isBroken = true;
    pass.rows ??= rows;
    const before = pass.before?.get(node);
    if (before && !isAsBefore(before)) pass.isBroken = true;
    pass.sources.set(node, source);
  }

  private during(pass: Pass | undefined, act: () => void): void {
    const outer = this.pass;
    this.pass = pass;
    try {
      act();
    } finally {
      this.pass = outer;
    }
  }
}

/** The values of a part that has answered a column of so many rows. */
function linesOf(node: BaseAstNode, rows: number | undefined): BaseValueObject[] | undefined {
  const answer = node.getValue();
  const table = answer && valueOf(answer);
  if (!table?.isArray()) return undefined;
  const array = table as ArrayValueObject;
  if (array.getRowCount() !== rows || array.getColumnCount() !== 1) return undefined;
  return array.getArrayValue().map(([value]) => cell(value));
}

/** A column of one row would be taken for a single value. */
function atLeastTwo(changed: ReadonlySet<number>, rows: number): readonly number[] {
  const only = new Set(changed);
  for (let row = 0; only.size < 2 && row < rows; row++) only.add(row);
  return [...only].sort((a, b) => a - b);
}

function isSameTable(a: BaseValueObject, b: BaseValueObject): boolean {
  if (a === b || !a.isArray() || !b.isArray()) return isSame(a, b);
  const before = (a as ArrayValueObject).getArrayValue();
  const now = (b as ArrayValueObject).getArrayValue();
  return (
    before.length === now.length &&
    before.every(
      (line, row) =>
        line.length === now[row]!.length && line.every((value, i) => isSame(cell(value), cell(now[row]![i]))),
    )
  );
}
