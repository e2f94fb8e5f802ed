import type { Cell } from '../../schema/column';
import { SETTINGS } from '../../registers/setting-list';
import { settings as settingsRegister } from '../../registers/settings';
import { findColumns } from '../../schema/table';
import { isForbidden } from '../forbidden';
import { takeUnits } from '../asking/units';
import { changeRows } from '../rows/change-rows';
import { notePlace } from './note-place';
import { showMovedResults } from './show-values';
import { takeCurrency } from './take-currency';
import { readSettings } from '../settings';
import { readyTabs } from '../tabs';
import { NotReady, Unsettled, type Workbook, type WorkbookTab } from '../workbook';

/**
 * Figures are computed as of a day that stands in Settings, because no formula may ask the clock. This writes today
 * there when another day stands there; a day that somebody deleted on purpose stays away with its row.
 */
export function refreshAsOf(workbook: Workbook, tab: WorkbookTab, settings: readonly (readonly Cell[])[]): void {
  const today = workbook.today();
  const { positions } = findColumns(settingsRegister, settings[0] ?? []);
  const row = settings.findIndex((cells) => cells[positions.setting] === SETTINGS.asOf.header);
  if (row < 0 || positions.value < 0 || readSettings(settings).asOf === today) return;
  changeRows(tab, settingsRegister, 'setting', settings, [{ row: row + 1, cells: { value: today } }]);
}

/** The same when the sheet is opened, a changed currency, and where the file is at home; a sheet that is not set up has nothing to refresh. */
export function refreshOnOpen(workbook: Workbook): void {
  try {
    const ready = readyTabs(workbook);
    const tab = ready(settingsRegister);
    const settings = tab.read();
    refreshAsOf(workbook, tab, settings);
    takeCurrency(workbook, ready.all, settings);
    takeUnits(ready);
    showMovedResults(ready);
    notePlace(workbook, ready);
  } catch (error) {
    if (!(error instanceof NotReady || error instanceof Unsettled || isForbidden(error))) throw error;
  }
}
