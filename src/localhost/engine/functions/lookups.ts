import {
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  NumberValueObject,
} from '@univerjs/engine-formula';
import { type Rows, answerOf, cell, isBlank, keyOf, rowsOf, scalarOf } from './values';

/** Where each value stands first and last in a row or column. */
interface Index {
  first: Map<string, number>;
  last: Map<string, number>;
}

const indices = new WeakMap<Rows, Map<number, Index>>();

/** The index of one column of a table, or of a table's only row; made once for each table of a calculation. */
function indexOf(table: Rows, column: number): Index {
  let ofTable = indices.get(table);
  if (!ofTable) indices.set(table, (ofTable = new Map<number, Index>()));
  let index = ofTable.get(column);
  if (!index) {
    index = { first: new Map(), last: new Map() };
    const line = column < 0 ? (table[0] ?? []) : table.map((row) => row[column]);
    line.forEach((value, position) => {
      const key = keyOf(value);
      if (key === undefined) return;
      if (!index!.first.has(key)) index!.first.set(key, position);
      index!.last.set(key, position);
    });
    ofTable.set(column, index);
  }
  return index;
}

const ROW = -1;

const missing = (): BaseValueObject => ErrorValueObject.create('#N/A' as never);

/** What an exact search needs of an optional argument: absent, or this number. Undefined: leave it to the engine. */
function isNumber(variant: FunctionVariantType | undefined, ...numbers: number[]): boolean {
  if (!variant) return true;
  const value = scalarOf(variant);
  return value !== undefined && numbers.includes(isBlank(value) ? 0 : Number(value.getValue()));
}

/** Calls `find` for each key of a table and puts the answers side by side in the same shape. */
function forEachKey(keys: Rows, find: (key: BaseValueObject) => BaseValueObject): BaseValueObject {
  return answerOf(
    keys.map((row) =>
      row.map((key) => {
        const value = cell(key);
        return value.isError() ? value : find(value);
      }),
    ),
  );
}

/** XLOOKUP for exact matches, by an index instead of a walk for each key; other modes are the engine's. */
export function xlookup(...args: FunctionVariantType[]): BaseValueObject | undefined {
  const [keys, searched, results, otherwise, matchMode, searchMode] = args;
  if (!keys || !searched || !results) return undefined;
  if ([keys, searched, results].some((arg) => arg.isError())) return undefined;
  if (!isNumber(matchMode, 0) || !isNumber(searchMode, 0, 1, -1)) return undefined;
  const table = rowsOf(searched);
  const answers = rowsOf(results);
  const isRow = table.length === 1 && (table[0]?.length ?? 0) > 1;
  if (!isRow && (table[0]?.length ?? 0) > 1) return undefined;
  const backwards = searchMode !== undefined && Number(scalarOf(searchMode)?.getValue()) === -1;
  const index = indexOf(table, isRow ? ROW : 0)[backwards ? 'last' : 'first'];
  const none = otherwise ? scalarOf(otherwise) : missing();
  const wide = isRow ? answers.length > 1 : (answers[0]?.length ?? 0) > 1;
  const key = scalarOf(keys);
  if (!none || (wide && !key)) return undefined;

  const place = (value: BaseValueObject): number | undefined => {
    const text = keyOf(value);
    return text === undefined ? undefined : index.get(text);
  };
  if (wide) {
    const position = key!.isError() ? undefined : place(key!);
    if (position === undefined) return key!.isError() ? key : none;
    return answerOf(isRow ? answers.map((row) => [row[position]]) : [answers[position] ?? []]);
  }
  return forEachKey(rowsOf(keys), (value) => {
    const position = place(value);
    return position === undefined ? none : cell(isRow ? answers[0]?.[position] : answers[position]?.[0]);
  });
}

/** XMATCH for exact matches, in the same way. */
export function xmatch(...args: FunctionVariantType[]): BaseValueObject | undefined {
  const [keys, searched, matchMode, searchMode] = args;
  if (!keys || !searched || keys.isError() || searched.isError()) return undefined;
  if (!isNumber(matchMode, 0) || !isNumber(searchMode, 0, 1, -1)) return undefined;
  const table = rowsOf(searched);
  const isRow = table.length === 1 && (table[0]?.length ?? 0) > 1;
  if (!isRow && (table[0]?.length ?? 0) > 1) return undefined;
  const backwards = searchMode !== undefined && Number(scalarOf(searchMode)?.getValue()) === -1;
  const index = indexOf(table, isRow ? ROW : 0)[backwards ? 'last' : 'first'];
  return forEachKey(rowsOf(keys), (key) => {
    const text = keyOf(key);
    const position = text === undefined ? undefined : index.get(text);
    return position === undefined ? missing() : NumberValueObject.create(position + 1);
  });
}

/** VLOOKUP for exact matches without wildcards; other searches are the engine's. */
export function vlookup(...args: FunctionVariantType[]): BaseValueObject | undefined {
  const [keys, range, column, sorted] = args;
  if (!keys || !range || !column || !sorted || !isNumber(sorted, 0)) return undefined;
  if ([keys, range, column].some((arg) => arg.isError())) return undefined;
  const table = rowsOf(range);
  const offset = Number(scalarOf(column)?.getValue()) - 1;
  if (!(offset >= 0 && offset < (table[0]?.length ?? 0))) return undefined;
  const wanted = rowsOf(keys);
  if (wanted.some((row) => row.some((key) => /[*?~]/.test(String(key?.getValue() ?? ''))))) return undefined;
  const { first } = indexOf(table, 0);
  return forEachKey(wanted, (key) => {
    const text = keyOf(key);
    const position = text === undefined ? undefined : first.get(text);
    return position === undefined ? missing() : cell(table[position]?.[offset]);
  });
}
