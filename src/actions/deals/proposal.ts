import { payout } from '../../calc/curve';
import { numberOf, roundProduct } from '../../calc/decimal';
import { nameKey } from '../../calc/name';
import type { Term } from '../../calc/statement/deal';
import { StandingTerms } from '../../calc/statement/standing';
import { TERMS, type TermName } from '../../calc/statement/terms';
import type { Deal, DealRow, Figure } from '../../deals/deal';
import { BEFORE } from '../../deals/deal-form';
import type { Cell } from '../../schema/column';
import { valueInWords, say, type MoneyWords } from '../terms/say';

/** What was filled in: the deal's own fields and figures by their keys, and what all deals have. */
export interface Agreed {
  party: string;
  payer: string;
  from: number;
  item: string;
  before: string;
  days: Cell;
  note: string;
  /** Blank where nothing was typed. */
  own: Readonly<Record<string, Cell>>;
}

/** A row of Terms that a deal becomes. */
export interface ProposedRow {
  record: Record<string, Cell>;
  /** What it was made from; null: what every deal may have. */
  made: DealRow | null;
}

export interface Proposal {
  rows: ProposedRow[];
  /** The deal in sentences. */
  sentences: string[];
}

/** What a deal that says all of a side replaces. */
const REPLACED: readonly TermName[] = [
  'share',
  'tier',
  'monthly fee',
  'item fee',
  'monthly cap',
  'total cap',
  'guarantee',
];

/** The deal's own values and its figures. A figure of something that is blank is blank, and so is one of 0. */
export function withFigures({ figures = {} }: Deal, own: Agreed['own'], decimals: number): Agreed['own'] {
  const all: Record<string, Cell> = { ...own };
  for (const [key, figure] of Object.entries(figures)) {
    const value = figureOf(figure, own, decimals);
    all[key] = value === null ? '' : value;
  }
  return all;
}

function figureOf(figure: Figure, own: Agreed['own'], decimals: number): number | null {
  const valueOf = (key: string | number): number | null => {
    const value = typeof key === 'number' ? key : own[key];
    return typeof value === 'number' ? value : null;
  };
  const base = valueOf(figure.of);
  const times = 'times' in figure ? valueOf(figure.times) : partReached(figure, valueOf);
  return base === null || times === null ? null : numberOf(roundProduct(base, times, decimals), decimals);
}

function partReached(
  { over, points }: Extract<Figure, { over: string }>,
  valueOf: (key: string | number) => number | null,
): number | null {
  const reached = valueOf(over);
  const curve = points.flatMap(([at, part]) => {
    const [attainment, paid] = [valueOf(at), valueOf(part)];
    return attainment === null || paid === null ? [] : [{ attainment, payout: paid }];
  });
  return reached === null ? null : payout(curve, false, reached);
}

/**
 * The rows that a deal becomes, and what it says.
 * @param standing the terms that stand already
 */
export function proposalOf(deal: Deal, agreed: Agreed, standing: readonly Term[], money: MoneyWords): Proposal {
  const { party, payer, from, item, days, note } = agreed;
  const own = withFigures(deal, agreed.own, money.decimals);
  const words = (name: string): string => {
    if (name === 'party' || name === 'payer') return agreed[name];
    const column = deal.fields[name] ?? { format: 'currency', input: 'number' as const };
    return valueInWords(column, own[name] ?? '', money);
  };
  const cell = (template: string | undefined): Cell => {
    const [, name] = /^\{(\w+)\}$/.exec(template ?? '') ?? [];
    return name === undefined ? (template ?? '') : (own[name] ?? '');
  };
  const rowOf = (row: DealRow, itemOf = item): Record<string, Cell> => {
    const rule = TERMS[row.term];
    const said = row.note === undefined ? '' : say(row.note, words);
    return {
      party: rule.party === false ? '' : party,
      term: row.term,
      value: cell(row.value),
      effectiveFrom: from,
      item: rule.item ? itemOf : '',
      threshold: cell(row.threshold),
      mode: cell(row.mode),
      per: cell(row.per),
      note: said,
    };
  };

  const made = deal.rows.map((row) => ({ record: rowOf(row), made: row })).filter(({ record }) => record.value !== '');
  const first = made[0]!.record;
  if (note !== '') first.note = [first.note, note].filter((text) => text !== '').join('. ');
  const lasting: ProposedRow[] =
    days === '' ? [] : [{ record: rowOf({ term: 'payment days', value: String(days) }), made: null }];
  for (const { record } of lasting) record.value = days;
  const hasPayer = standing.some(({ term }) => term === 'payer');
  const payers: ProposedRow[] = hasPayer
    ? []
    : [{ record: { ...rowOf({ term: 'payer', value: '' }), party: payer, effectiveFrom: '' }, made: null }];
  const ended = deal.whole && agreed.before === BEFORE.ends ? replacedBy(made, agreed, standing) : [];
  const ends = ended.map(({ term, item: of }): ProposedRow => ({
    record: rowOf({ term, value: 'none' }, of?.text ?? ''),
    made: null,
  }));
  const day = valueInWords({ format: '', input: 'day' }, from, money);
  const sentences = [
    `From ${day}${item === '' ? '' : `, for ${item}`}: ${say(deal.sentence, words)}`,
    ...(days === '' ? [] : [`It is paid within ${String(days)} days of the month’s end.`]),
    ...(ended.length === 0 ? [] : [`Then ends what held before: ${ended.map(termInWords).join(', ')}.`]),
  ];
  return { rows: [...payers, ...made, ...lasting, ...ends], sentences };
}

const termInWords = ({ term, item }: Pick<Term, 'term' | 'item'>): string => (item ? `${term} for ${item.text}` : term);

/** The terms of the side that hold on the day and are not said anew: by kind and item. */
function replacedBy(made: readonly ProposedRow[], { party, item, from }: Agreed, standing: readonly Term[]) {
  const timeline = new StandingTerms(standing);
  const isSaid = (term: Term): boolean =>
    made.some(({ record }) => record.term === term.term && nameKey(String(record.item)) === (term.item?.key ?? ''));
  const holding = standing.filter(
    (term) =>
      REPLACED.includes(term.term) &&
      term.party?.key === nameKey(party) &&
      (item === '' || term.item?.key === nameKey(item)) &&
      timeline.at(term.term, term.party, term.item, from).includes(term),
  );
  const once = new Map(holding.filter((term) => !isSaid(term)).map((term) => [termInWords(term), term]));
  return [...once.values()];
}
