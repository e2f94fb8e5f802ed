import { closedPeriods } from '../../registers/closed-periods';
import { checkForm, type Submission } from '../../schema/checks';
import { formModel, type Choice, type Field, type FormModel } from '../../schema/form';
import { choicesFrom } from '../asking/choices';
import { readWhenAsked, type CellsOf } from '../cells-of';
import { readAtOnce, type Opening } from '../asking/opening';
import { openingCells } from '../refreshing/opening-cells';
import { recall } from '../asking/memory';
import type { Outcome } from '../asking/outcome';
import { changeRows } from '../rows/change-rows';
import { isForbidden } from '../forbidden';
import { sideOf } from '../sides';
import { readyTabs } from '../tabs';
import { NotReady, type Workbook } from '../workbook';
import { LOCKED } from './close-period';
import { closed, readClosings, type Closing } from './closings';
import { reopenForm } from './reopen-form';

const choicesWith =
  (closings: readonly Closing[], cellsOf: CellsOf) =>
  (field: Field): Choice[] =>
    field.key === 'period' ? closings.map(({ period }) => ({ value: period })) : choicesFrom(cellsOf)(field);

export function openReopening(workbook: Workbook, opening: Opening): FormModel {
  const ready = readyTabs(workbook);
  const cellsOf = opening === 'whole' ? openingCells(workbook, reopenForm, ready) : readAtOnce(ready);
  const closings = closed(readClosings(ready));
  if (closings.length === 0) throw new NotReady('No period is closed: there is nothing to reopen.');
  const { draft, last } = recall(workbook, reopenForm.id);
  const initial = { period: closings[0]!.period, side: sideOf(workbook, cellsOf) ?? last.side ?? '' };
  return formModel(reopenForm, workbook.locale, choicesWith(closings, cellsOf), initial, draft);
}

/** Notes the reason beside the figures of a closed period, which stay: it does not count as closed any more. One write. */
export function reopenPeriod(workbook: Workbook, { locale, values: typed }: Submission): Outcome {
  return workbook.exclusively((): Outcome => {
    const ready = readyTabs(workbook);
    const closedTab = readClosings(ready);
    const closings = closed(closedTab);
    const cellsOf = readWhenAsked((id) => ready(id).read());
    const checked = checkForm(reopenForm, typed, { locale, choices: choicesWith(closings, cellsOf) });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
    const { period, side, reason } = checked.values;
    const [last] = closings;
    if (last!.period !== period) {
      return {
        kind: 'errors',
        errors: { period: `Reopen ${last!.period} first: its figures begin where this one ends.` },
      };
    }
    const by = [String(side), workbook.user].filter((part) => part !== '').join(' · ');
    const cells = { reopenedAt: workbook.now(), reopenedBy: by, reason: reason! };
    try {
      const changes = last!.rows.map((row) => ({ row, cells }));
      const [row] = changeRows(closedTab.tab, closedPeriods, 'id', closedTab.cells, changes);
      return {
        kind: 'written',
        message: `${last!.period} is open again; its figures and the reason stay in ${closedTab.tab.name}.`,
        where: { tabId: closedTab.tab.id, row: row ?? last!.rows[0]! },
        next: { side: String(side) },
        follow: { form: 'close', label: 'Close the period' },
      };
    } catch (error) {
      if (!isForbidden(error)) throw error;
      return { kind: 'refused', message: LOCKED };
    }
  });
}
