import { settings } from '../../registers/settings';
import type { Form } from '../../schema/form';
import { tabsOfChoices } from '../asking/choices';
import { readWhenAsked, type CellsOf } from '../cells-of';
import { whereAllowed } from '../forbidden';
import type { ReadyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { refreshAsOf } from './as-of';
import { notePlace } from './note-place';
import { takeCurrency } from './take-currency';

/**
 * The cells that a form that is opened whole asks for; today, a changed currency and the place of the file are taken over.
 * One read a tab.
 */
export function openingCells(workbook: Workbook, form: Form, tab: ReadyTabs): CellsOf {
  const settingsTab = tab(settings);
  const cellsOf = readWhenAsked((id) => tab(id).read());
  // Before anything is written: else the sheet calculates in between.
  for (const id of [settings.id, ...tabsOfChoices(form)]) cellsOf(id);
  whereAllowed(() => refreshAsOf(workbook, settingsTab, cellsOf(settings.id)));
  whereAllowed(() => void takeCurrency(workbook, tab.all, cellsOf(settings.id)));
  notePlace(workbook, tab);
  return cellsOf;
}
