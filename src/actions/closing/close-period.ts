import { dayOf, isoOfDay } from '../../calc/day';
import { roundTo } from '../../calc/decimal';
import { amountInWords } from '../../calc/statement/words';
import { closedPeriods } from '../../registers/closed-periods';
import { closedRows } from '../../registers/closed-rows';
import { settings } from '../../registers/settings';
import { FIGURES } from '../../registers/statement-figures';
import { checkForm, type Submission } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import { formModel, type Choice, type Field, type FormModel } from '../../schema/form';
import type { EntryRegister, Register } from '../../schema/register';
import { findColumns, isBlank, isUnused } from '../../schema/table';
import { readStandingDeal, type StandingDeal } from '../terms/standing-deal';
import { choicesFrom } from '../asking/choices';
import { readWhenAsked, type CellsOf } from '../cells-of';
import { readAtOnce, type Opening } from '../asking/opening';
import { openingCells } from '../refreshing/opening-cells';
import { recall } from '../asking/memory';
import type { Outcome } from '../asking/outcome';
import { appendRows } from '../rows/append-rows';
import { digestOf } from '../rows/checksum';
import { nameRows } from '../rows/name-rows';
import { readSettings } from '../settings';
import { isForbidden } from '../forbidden';
import { sideOf } from '../sides';
import { readyTabs, type ReadyTabs } from '../tabs';
import { NotReady, settled, type Workbook } from '../workbook';
import { closeForm } from './close-form';
import { closed, readClosings, withoutRemains, type ClosedTab } from './closings';
import { figuresIn, keptRows, periodRows, type Figures } from './closing-rows';
import { TABLES } from './kept-rows';
import { periodsOf, statementNow, type Period, type Statement } from './period-figures';

/** How many months a rhythm of reviews has; a period shorter than a month is one. */
const MONTHS: Readonly<Record<string, number>> = { quarterly: 3, 'six-monthly': 6, annual: 12 };

/** What is shown of a period before it is closed. */
const SHOWN = ['pool', 'earned', 'collected', 'paid', 'balance', 'payable'];

interface Closable {
  closedTab: ClosedTab;
  deal: StandingDeal;
  statement: Statement;
  periods: Period[];
}

function closable(workbook: Workbook, ready: ReadyTabs, closedTab: ClosedTab): Closable {
  const deal = readStandingDeal(ready);
  const statement = statementNow(deal, workbook.today());
  const last = Math.max(...closed(closedTab).map(({ to }) => dayNumber(to)));
  const periods = periodsOf(statement, Number.isFinite(last) ? last : null, workbook.today());
  if (periods.length === 0) {
    throw new NotReady('There is nothing to close: no month of the statement is over that is not closed already.');
  }
  return { closedTab, deal, statement, periods };
}

const dayNumber = (cell: Cell): number => dayOf(cell) ?? -1;

/**
 * The period that the rhythm of the reviews suggests; what is over where that is not yet. Which periods there are is known
 * once the form is whole.
 */
export function openClosing(workbook: Workbook, opening: Opening): FormModel {
  const ready = readyTabs(workbook);
  const isWhole = opening === 'whole';
  const cellsOf = isWhole ? openingCells(workbook, closeForm, ready) : readAtOnce(ready);
  const periods = isWhole ? closable(workbook, ready, readClosings(ready)).periods : [];
  const months = MONTHS[readSettings(cellsOf(settings.id)).rhythm ?? ''] ?? 1;
  const period = periods[Math.min(months, periods.length) - 1]?.name ?? '';
  const { draft, last } = recall(workbook, closeForm.id);
  const initial = { period, side: sideOf(workbook, cellsOf) ?? last.side ?? '' };
  return formModel(closeForm, workbook.locale, choicesWith(periods, cellsOf), initial, draft);
}

const choicesWith =
  (periods: readonly Period[], cellsOf: CellsOf) =>
  (field: Field): Choice[] =>
    field.key === 'period' ? periods.map(({ name }) => ({ value: name })) : choicesFrom(cellsOf)(field);

/**
 * Shows what a period comes to; once that was looked at and is still the same, it is closed. Everything is computed from
 * the rows of the registers. What later changes are told by is kept first; the last write, which closes the period, holds
 * all its figures. Whatever a broken try has kept before that is taken out by the next one.
 */
export function closePeriod(workbook: Workbook, { key, locale, values: typed }: Submission): Outcome {
  return workbook.exclusively((): Outcome => {
    const ready = readyTabs(workbook);
    const closedTab = readClosings(ready);
    const done = closedTab.closings.find(({ id }) => id === key);
    if (done) {
      const where = { tabId: closedTab.tab.id, row: done.rows[0]! };
      return { kind: 'written', message: `An earlier try had already closed ${done.period}.`, where, next: {} };
    }
    const cellsOf = readWhenAsked((id) => ready(id).read());
    const now = closable(workbook, ready, closedTab);
    const checked = checkForm(closeForm, typed, { locale, choices: choicesWith(now.periods, cellsOf) });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
    const { values } = checked;
    const period = now.periods.find(({ name }) => name === values.period)!;
    const figures = figuresIn(now.statement, period);
    const digest = digestOf(figures);
    if (typed.looked !== digest) return preview(now, period, figures, digest, (typed.looked ?? '') !== '');
    return write(workbook, ready, now, period, figures, {
      key,
      side: String(values.side),
      agreed: String(values.agreed),
    });
  });
}

function preview(
  { statement: { decimals, leftOut }, closedTab: { tab } }: Closable,
  { name, from, to }: Period,
  figures: Figures,
  digest: string,
  isOther: boolean,
): Outcome {
  const shown = FIGURES.filter(({ key }) => SHOWN.includes(key));
  const amount = (cell: Cell): string => amountInWords(roundTo(Number(cell), decimals), decimals);
  return {
    kind: 'preview',
    preview: {
      title: `The figures of ${name}`,
      paragraphs: [
        ...(isOther ? ['Something has changed since you looked: these are the figures now.'] : []),
        `From ${isoOfDay(from)} to ${isoOfDay(to)}, computed from Revenue, Terms and Payments${tab.currency ? `, in ${tab.currency}` : ''}.`,
        ...(leftOut.length === 0 ? [] : [`Left out: ${leftOut.slice(0, 3).join('; ')}.`]),
      ],
      table: {
        headings: ['', ...figures.map(({ party }) => party)],
        rows: shown.map(({ key, header }) => [header, ...figures.map((of) => amount(of.figures[key]))]),
      },
      confirm: { key: 'looked', value: digest, label: 'Close it' },
    },
  };
}

function write(
  workbook: Workbook,
  ready: ReadyTabs,
  { closedTab, deal: found }: Closable,
  period: Period,
  figures: Figures,
  { key, side, agreed }: { key: string; side: string; agreed: string },
): Outcome {
  const deal = withNames(workbook, ready, found);
  const { tab: keptTab, cells, gone } = withoutRemains(ready, closedTab);
  if (gone.length > 0) settled(keptTab, keptTab.deleteRows(gone, cells.length));
  const lines = cells.filter((_, index) => !gone.includes(index + 1));
  const counts = new Set<Cell>(closed(closedTab).map(({ id }) => id));
  const closing = { key, closedFor: side, agreed, closedBy: workbook.user, closedAt: workbook.now() };
  const kept = keptRows(deal, lines, counts, period, closing);
  if (kept.length > 0) appendRows(keptTab, closedRows, 'id', kept, null);
  const records = periodRows(figures, period, closing);
  try {
    const { first } = appendRows(closedTab.tab, closedPeriods, 'id', records, null);
    return {
      kind: 'written',
      message: `${period.name} is closed: ${closedTab.tab.name}, row ${first}. If a figure would come out otherwise later, the Scorecard says so.`,
      where: { tabId: closedTab.tab.id, row: first ?? 2 },
      next: { side },
    };
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return { kind: 'refused', message: LOCKED };
  }
}

export const LOCKED =
  'Closed periods is locked, and you may not write there: the owner of the sheet closes and reopens periods, or lets you under Data › Protect sheets and ranges. Nothing was closed.';

/** Rows that were typed without an ID get one, so that they are known again. The deal is read anew where there were any. */
function withNames(workbook: Workbook, ready: ReadyTabs, deal: StandingDeal): StandingDeal {
  let named = false;
  for (const [id, table] of Object.entries(TABLES)) {
    const register = table as Register as EntryRegister;
    const lines = deal.cells[id as keyof typeof TABLES];
    const { positions } = findColumns(register, lines[0] ?? []);
    const nameless = lines.flatMap((line, index) =>
      index > 0 && !isUnused(register, positions, line) && isBlank(line[positions.id!]) ? [index + 1] : [],
    );
    if (nameless.length === 0) continue;
    nameRows(workbook, ready(register), register, lines, nameless);
    named = true;
  }
  return named ? readStandingDeal(ready) : deal;
}
