import { addMonths, dayOf, isoOfMonth, monthStart } from '../../calc/day';
import { sum } from '../../calc/integer';
import { nameKey } from '../../calc/name';
import { ledgerOf, type PartyLines } from '../../calc/statement/ledger';
import { amountInWords } from '../../calc/statement/words';
import { TERMS, type TermName } from '../../calc/statement/terms';
import { readDeal, type DealTables } from '../../functions/money/deal/deal';
import { toRange, type RawRange } from '../../functions/runner/grid';
import { terms as register } from '../../registers/terms';
import type { Cell } from '../../schema/column';
import type { Preview } from '../asking/outcome';
import type { ProposedRow } from './proposal';
import { moneyInWords, type MoneyWords } from '../terms/say';
import type { StandingDeal } from '../terms/standing-deal';

/** Where nothing has come in yet. */
const EXAMPLE = 10_000;

export type Example = Pick<Preview, 'table'> & { words: string };

/**
 * What a deal comes to in the last month in which something came in, as if it had held from its first day; on an example
 * where nothing did.
 * @param today a month that is not over counts only where no earlier one has revenue
 */
export function workedExample(
  { tables }: StandingDeal,
  proposed: readonly ProposedRow[],
  { party, from }: { party: string; from: number },
  money: MoneyWords,
  today: number,
): Example {
  const { decimals } = money;
  const month = lastMonth(tables.revenue, today);
  const start = month ?? monthStart(from);
  const end = addMonths(start, 1) - 1;
  const revenue = month === null ? exampleRevenue(start, proposed) : tables.revenue;
  const ledgerWith = (terms: RawRange): PartyLines | string | null => {
    const { agreement, problems } = readDeal({ revenue, terms, payments: null }, end, decimals);
    if (!agreement) return problems[0]?.complaint ?? null;
    const at = agreement.parties.names.findIndex(({ key }) => key === nameKey(party));
    return ledgerOf(agreement)[agreement.calendar.monthOf(start)]?.parties[at] ?? null;
  };
  const now = ledgerWith(asIfFrom(tables.terms, proposed, start));
  if (now === null || typeof now === 'string') {
    return { words: `It cannot be worked through yet${now ? `: ${now}` : ''}.`, table: null };
  }
  const before = ledgerWith(tables.terms);
  const [earned, earnedBefore] = [now, before].map((of) =>
    of === null || typeof of === 'string' ? null : sum(of.lines.filter(isEarned).map(({ amount }) => amount)),
  );
  const shown = (units: typeof earned): string => `${amountInWords(units!, decimals)} ${money.currency}`.trim();
  const where =
    month === null
      ? `On an example of ${moneyInWords(exampleAmount(proposed), money)}`
      : `Worked through on ${isoOfMonth(month)}, as if it had held then`;
  const compared =
    month === null || earnedBefore === null || earnedBefore === undefined
      ? ''
      : ` With what holds so far it earns ${shown(earnedBefore)}.`;
  return {
    words: `${where}: ${party} earns ${shown(earned)}.${compared}`,
    table: {
      headings: ['', 'Amount', 'Why'],
      rows: now.lines.map(({ kind, of, amount, why }) => [
        of === '' || of === 'general' ? kind : `${kind}, ${of}`,
        amountInWords(amount, decimals),
        why(),
      ]),
    },
  };
}

/** Held, released and recouped move money that was earned. */
const isEarned = ({ kind }: { kind: string }): boolean => !['held', 'released', 'recouped'].includes(kind);

/** The start of the latest month that is over and had revenue; of the latest with revenue where none is over. */
function lastMonth({ rows: [headings = [], ...rows] }: RawRange, today: number): number | null {
  const [date, gross] = ['Date', 'Gross'].map((heading) => headings.indexOf(heading));
  const months = rows.flatMap((row) => {
    const day = row[gross!] === '' ? null : dayOf(row[date!]);
    return day === null ? [] : [monthStart(day)];
  });
  const over = months.filter((month) => month < monthStart(today));
  const latest = Math.max(...(over.length > 0 ? over : months));
  return Number.isFinite(latest) ? latest : null;
}

/** Large enough that every tier is reached. */
const exampleAmount = (proposed: readonly ProposedRow[]): number =>
  Math.max(EXAMPLE, ...proposed.map(({ record }) => 2 * (Number(record.threshold) || 0)));

const exampleRevenue = (day: number, proposed: readonly ProposedRow[]): DealTables['revenue'] =>
  toRange([
    ['Date', 'Item', 'Gross'],
    [day, proposed.map(({ record }) => record.item).find((item) => item !== '') ?? 'an item', exampleAmount(proposed)],
  ]);

/** The terms with the proposed ones from a day on, in place of what says the same then or later. */
function asIfFrom(
  { rows: [headings = [], ...rows] }: RawRange,
  proposed: readonly ProposedRow[],
  day: number,
): RawRange {
  const at = (heading: string): number => headings.indexOf(heading);
  const { party, term, item, effectiveFrom } = register.columns;
  const same = (row: readonly unknown[], { record }: ProposedRow): boolean =>
    [
      [party, record.party],
      [term, record.term],
      [item, record.item],
    ].every(([column, cell]) => {
      const { header } = column as { header: string };
      return nameKey(String(row[at(header)] ?? '')) === nameKey(String(cell ?? ''));
    });
  const stands = (row: readonly unknown[]): boolean => {
    const from = dayOf(row[at(effectiveFrom.header)]) ?? -1;
    return !proposed.some((one) => isStanding(one.record.term as TermName) && same(row, one) && from >= day);
  };
  const added = proposed.map(({ record }) =>
    headings.map((heading): Cell => {
      const key = Object.keys(register.columns).find(
        (one) => register.columns[one as keyof typeof register.columns].header === heading,
      )!;
      const cell = record[key] ?? '';
      return key === 'effectiveFrom' && cell !== '' ? day : cell;
    }),
  );
  return toRange([headings, ...rows.map((row) => (stands(row) ? row : headings.map(() => ''))), ...added]);
}

const isStanding = (term: TermName): boolean => TERMS[term].holds === 'standing';
