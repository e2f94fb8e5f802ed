import type { Cell, Column } from '../../schema/column';
import { columnLetters, columnReference } from '../../schema/formula';
import { formatOf } from '../../schema/layout';
import { pageOfSize, readDesigns } from '../../schema/page';
import { REGISTERS } from '../../registers';
import { tablesOf } from '../../schema/register';
import { findColumns, valueCells } from '../../schema/table';
import { ifAllowed } from '../forbidden';
import { readSettings } from '../settings';
import type { Workbook, WorkbookTab } from '../workbook';

const MONEY = { format: 'currency' };

const isMoney = ({ format }: Pick<Column, 'format'>): boolean => format === MONEY.format;

/**
 * Shows amounts in the currency that stands in Settings, because no formula can format a cell. Every tab notes whose
 * format it has: where that is another currency's, the format of its amounts is written, and the note last. One read and
 * two writes for such a tab, nothing for the others. One that is locked for the person at work is left out.
 * @param settings the cells of the Settings tab
 * @returns the currency, and the names of the tabs that show it now and of those that were left out
 */
export function takeCurrency(
  workbook: Workbook,
  tabs: readonly WorkbookTab[],
  settings: readonly (readonly Cell[])[],
): { currency: string | null; taken: string[]; locked: string[] } {
  const { currency } = readSettings(settings);
  const [taken, locked]: [string[], string[]] = [[], []];
  for (const tab of tabs) {
    if (tab.version === null || tab.currency === currency) continue;
    const ranges = moneyOf(workbook, tab);
    const isDone = ifAllowed(() => {
      if (ranges.length > 0) tab.format(ranges, formatOf(MONEY, currency));
      tab.markReady({ version: tab.version!, currency, size: tab.size });
    });
    (isDone ? taken : locked).push(tab.name);
  }
  return { currency, taken, locked };
}

/** The ranges of a tab that hold amounts of money. */
function moneyOf(workbook: Workbook, tab: WorkbookTab): string[] {
  const ours = REGISTERS.find(({ id }) => id === tab.id);
  if (!ours) {
    const designs = readDesigns(workbook.projectFile('pages'))[tab.id];
    const page = designs && pageOfSize(designs, tab.size ?? 0);
    return page?.areas.flatMap(({ at, format }) => (format === MONEY.format ? [at] : [])) ?? [];
  }
  const money = tablesOf(ours).map((table) => ({
    table,
    keys: Object.keys(table.columns).filter((key) => isMoney(table.columns[key]!)),
    inRows: Object.values(table.values?.rows ?? {}).some(isMoney),
  }));
  if (money.every(({ keys, inRows }) => keys.length === 0 && !inRows)) return [];
  const cells = tab.read();
  return money.flatMap(({ table, keys, inRows }) => {
    const { positions } = findColumns(table, cells[0] ?? []);
    const columns = keys.flatMap((key) => (positions[key]! < 0 ? [] : [columnReference(positions[key]! + 1)]));
    const single = inRows ? valueCells(table, cells).filter(({ of }) => isMoney(of)) : [];
    return [...columns, ...single.map(({ row, column }) => `${columnLetters(column)}${row}`)];
  });
}
