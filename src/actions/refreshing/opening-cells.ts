import { settings } from '../../registers/settings';
import type { Cell } from '../../schema/column';
import type { Form } from '../../schema/form';
import { tabsOfChoices } from '../asking/choices';
import type { CellsOf } from '../cells-of';
import { whereAllowed } from '../forbidden';
import type { ReadyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { refreshAsOf } from './as-of';
import { takeCurrency } from './take-currency';

/** Settings and the tabs that hold choices of a form; today and a changed currency are taken over. One read a tab. */
export function openingCells(workbook: Workbook, form: Form, tab: ReadyTabs): CellsOf {
  const settingsTab = tab(settings);
  const cells: Record<string, Cell[][]> = { [settings.id]: settingsTab.read() };
  for (const id of tabsOfChoices(form)) cells[id] ??= tab(id).read();
  whereAllowed(() => refreshAsOf(workbook, settingsTab, cells[settings.id]!));
  whereAllowed(() => void takeCurrency(workbook, tab.all, cells[settings.id]!));
  return (id) => cells[id] ?? [];
}
