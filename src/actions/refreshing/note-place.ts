import { settings } from '../../registers/settings';
import { whereAllowed } from '../forbidden';
import type { ReadyTabs } from '../tabs';
import type { Place, Workbook } from '../workbook';

/**
 * Notes in Settings by which locale and zone the file reads numbers and days, so that a form that opens at once need not
 * ask. Google loads a sheet anew when somebody changes them. Two reads, and a write where they are others than noted.
 */
export function notePlace(workbook: Workbook, tab: ReadyTabs): void {
  if (!tab.has(settings)) return;
  const settingsTab = tab(settings);
  const { version, currency, place: noted } = settingsTab;
  const place: Place = { locale: workbook.locale, zone: workbook.zone };
  if (noted?.locale === place.locale && noted.zone === place.zone) return;
  whereAllowed(() => settingsTab.markReady({ version: version!, currency, place }));
}
