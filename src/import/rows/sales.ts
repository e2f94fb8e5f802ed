import { allocate, weightsOf } from '../../calc/allocate';
import { isoOfDay } from '../../calc/day';
import { numberOf } from '../../calc/decimal';
import type { FileRow } from '../file/file-table';
import { digest } from '../values/digest';
import { ExactSum } from './exact-sum';
import { Keys } from './keys';
import { amountCells, amountsOf, taxesKept, unitsIn, type Amounts } from './money';
import type { Cells, OutRow } from './out-row';
import type { RowMaker } from './row-maker';
import type { RowReader } from './row-reader';

/** What is not an amount: day, ID, item, source, note. */
function described(reader: RowReader, row: FileRow): Record<string, string | number> {
  const amounts = ['gross', 'refunds', 'deductions', 'costs', 'refundOf'];
  const cells: Record<string, string | number> = {};
  for (const field of reader.target.fields) {
    if (amounts.includes(field.id)) continue;
    const value = reader.value(row, field);
    if (value === '' && field.needed) throw reader.missing(row, field);
    if (value !== '') cells[field.id] = value;
  }
  return cells;
}

/**
 * The row of a sale. Where the file comes again and says that more was refunded, a refund of what came since is written,
 * of the day on which that was learned.
 */
function sale(reader: RowReader, row: FileRow, key: string, cells: Cells, amounts: Amounts, taxes: number): OutRow {
  const { gross, refunds } = amounts;
  const mayBeRefunded = reader.takes('refunds') || reader.source.money?.paidBack !== undefined;
  const out: OutRow = { line: row.line, key, cells: { ...cells, ...amountCells(reader, amounts) } };
  if (!mayBeRefunded || amounts.isRefund || cells.id === undefined) return out;
  const { id, item, source } = cells;
  return {
    ...out,
    grows: {
      measure: numberOf(refunds, reader.places),
      since(before) {
        const had = unitsIn(reader, before);
        if (refunds <= had) return null;
        const change = taxesKept(taxes, gross, refunds) - taxesKept(taxes, gross, had);
        return {
          date: Math.max(reader.today, Number(cells.date)),
          ...(item !== undefined && { item }),
          ...(source !== undefined && { source }),
          refundOf: id,
          ...amountCells(reader, { refunds: refunds - had, deductions: change }),
        };
      },
    },
  };
}

function taxesIn(reader: RowReader, row: FileRow): number {
  const { taxes } = reader.source.money ?? {};
  return taxes ? unitsIn(reader, reader.inCurrency(row, reader.numberIn(row, taxes) ?? 0, 'gross')) : 0;
}

/** A row of the file is a sale or a refund. */
export function sales(reader: RowReader): RowMaker {
  const keys = new Keys(reader);
  return {
    take(row) {
      reader.checkLeft(row);
      const amounts = amountsOf(reader, row);
      const cells = described(reader, row);
      if (amounts.isRefund && reader.takes('refundOf')) {
        const refundOf = reader.text(row, 'refundOf');
        if (refundOf !== '') cells.refundOf = refundOf;
      }
      const key = keys.of(row, { ...cells, ...amountCells(reader, amounts) });
      return sale(reader, row, key, cells, amounts, taxesIn(reader, row));
    },
    rest: () => [],
  };
}

/**
 * The rows of an order are its lines, and the first of them has its amounts: an order counts once. An order of several
 * items becomes a row for each, its amounts split by their prices so that they add up to the cent.
 */
export function orders(reader: RowReader): RowMaker {
  const { by } = reader.source.lines!;
  const all = new Map<string, FileRow[]>();
  let latest = '';
  return {
    take(row) {
      const name = reader.cell(row, by) || latest;
      latest = name;
      const rows = all.get(name);
      if (rows) rows.push(row);
      else all.set(name, [row]);
      return null;
    },
    rest() {
      const keys = new Keys(reader);
      return [...all.values()].map((rows) => () => orderRows(reader, keys, rows));
    },
  };
}

function orderRows(reader: RowReader, keys: Keys, rows: readonly FileRow[]): OutRow[] {
  const head = rows[0]!;
  reader.checkLeft(head);
  const amounts = amountsOf(reader, head);
  const taxes = taxesIn(reader, head);
  const cells = described(reader, head);
  const key = keys.of(head, cells);
  const items = itemsOf(reader, rows);
  if (items.size < 2) return [sale(reader, head, key, cells, amounts, taxes)];

  const worths = [...items.values()];
  const weights = weightsOf(worths.some((worth) => worth > 0) ? worths : worths.map(() => 1));
  const split = (units: number): number[] => allocate(units, weights).map(Number);
  const refunds = split(amounts.refunds);
  const kept = split(amounts.gross - amounts.refunds);
  const costs = split(amounts.costs);
  const taxed = split(taxes);
  const others = split(amounts.deductions - taxesKept(taxes, amounts.gross, amounts.refunds));
  return [...items.keys()].map((item, at) => {
    const gross = kept[at]! + refunds[at]!;
    const part: Amounts = {
      isRefund: amounts.isRefund,
      gross,
      refunds: refunds[at]!,
      deductions: others[at]! + taxesKept(taxed[at]!, gross, refunds[at]!),
      costs: costs[at]!,
    };
    // A refund names one sale row, so that each has an ID of its own.
    const own = cells.id === undefined ? {} : { id: `${cells.id} ${item}`.slice(0, LONGEST_ID) };
    return sale(reader, head, `${key} ${digest(item)}`, { ...cells, ...own, item }, part, taxed[at]!);
  });
}

const LONGEST_ID = 200;

/** What each item of an order is worth by its prices. */
function itemsOf(reader: RowReader, rows: readonly FileRow[]): Map<string, number> {
  const { item, quantity, price } = reader.source.lines!;
  const items = new Map<string, number>();
  for (const row of rows) {
    const name = reader.cell(row, item);
    const worth = Math.abs((reader.numberIn(row, quantity) || 1) * (reader.numberIn(row, price) ?? 0));
    if (name !== '') items.set(name, (items.get(name) ?? 0) + unitsIn(reader, worth));
  }
  return items;
}

interface Group {
  row: FileRow;
  cells: Cells;
  sum: ExactSum;
}

/** Many small amounts become one row for each combination of columns, added up exactly before they are rounded. */
export function addedUp(reader: RowReader): RowMaker {
  const groups = new Map<string, Group>();
  return {
    take(row) {
      reader.checkLeft(row);
      const gross = reader.text(row, 'gross') === '' ? 0 : reader.number(row, 'gross');
      const cells = described(reader, row);
      const parts = reader.source.addUp!.map((names) => reader.canonical(row, names));
      const name = [isoOfDay(Number(cells.date)), ...parts].join('\n');
      let group = groups.get(name);
      if (!group) groups.set(name, (group = { row, cells, sum: new ExactSum() }));
      group.sum.add(gross);
      return null;
    },
    rest: () => [...groups].map(([name, group]) => () => [groupRow(reader, name, group)]),
  };
}

function groupRow(reader: RowReader, name: string, { row, cells, sum }: Group): OutRow {
  const gross = reader.inCurrency(row, sum.value, 'gross');
  const written = (amount: number): Cells | null => {
    const amounts = { [amount > 0 ? 'gross' : 'refunds']: unitsIn(reader, Math.abs(amount)) };
    return amount === 0 ? null : { ...cells, ...amountCells(reader, amounts) };
  };
  const first = written(gross);
  if (!first)
    throw reader.leftOut(row, 'Gross', String(sum.value), 'it comes to less than the smallest unit of the currency');
  const since = (before: number): Cells | null =>
    written(numberOf(unitsIn(reader, gross) - unitsIn(reader, before), reader.places));
  return { line: row.line, key: `${reader.source.id} ${digest(name)}`, cells: first, grows: { measure: gross, since } };
}
