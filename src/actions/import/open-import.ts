import { isoOfDay } from '../../calc/day';
import type { SheetFacts } from '../../import/sheet';
import { kpis } from '../../registers/kpis';
import { kinds, parties, settings } from '../../registers/settings';
import { readRows } from '../../schema/table';
import { answering, type Refused } from '../answering';
import { refreshAsOf } from '../refreshing/as-of';
import { takeCurrency } from '../refreshing/take-currency';
import { readSettings } from '../settings';
import { readyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { halfImport, type HalfImport } from './begun';
import { IMPORTABLE } from './importable';
import { keptPlans } from './plans';

export interface OpenedImport {
  kind: 'import';
  facts: SheetFacts;
  /** The registers of this sheet that files can go to. */
  registers: { id: string; name: string }[];
  /** How files of the same headings were taken, by their signature. */
  plans: Record<string, unknown>;
  /** What this person has begun and not seen the end of. */
  begun: HalfImport | null;
}

/** What the page needs to read a file: nothing of the file has to leave it for that. */
export const openImport = (workbook: Workbook): OpenedImport | Refused =>
  answering(() => {
    const tab = readyTabs(workbook);
    const settingsTab = tab(settings);
    const cells = settingsTab.read();
    refreshAsOf(workbook, settingsTab, cells);
    takeCurrency(workbook, tab.all, cells);
    const text = (value: string | null): string => value ?? '';
    return {
      kind: 'import',
      facts: {
        locale: workbook.locale,
        zone: workbook.zone,
        currency: readSettings(cells).currency,
        today: isoOfDay(workbook.today()),
        sides: readRows(parties, cells).flatMap(({ party, liaison, email }) =>
          party === null ? [] : [{ name: party, liaison: text(liaison), email: text(email) }],
        ),
        kinds: readRows(kinds, cells).flatMap(({ kind }) => kind ?? []),
        kpis: tab.has(kpis)
          ? readRows(kpis, tab(kpis).read()).flatMap(({ kpi, rollUp }) =>
              kpi === null ? [] : [{ name: kpi, rollUp: text(rollUp) }],
            )
          : [],
      },
      registers: IMPORTABLE.filter((register) => tab.has(register)).map((register) => ({
        id: register.id,
        name: tab(register).name,
      })),
      plans: keptPlans(workbook),
      begun: halfImport(workbook),
    };
  });
