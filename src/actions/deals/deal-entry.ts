import { isoOfDay } from '../../calc/day';
import { nameKey } from '../../calc/name';
import type { Term } from '../../calc/statement/deal';
import type { Problem } from '../../calc/statement/problem';
import type { Deal } from '../../deals/deal';
import { BEFORE, dealForm, fieldKey } from '../../deals/deal-form';
import { DEALS } from '../../deals/index';
import { readDeal } from '../../functions/money/deal/deal';
import { readTerms } from '../../functions/money/deal/read-terms';
import { toRange, type RawRange } from '../../functions/runner/grid';
import { parties, settings } from '../../registers/settings';
import { terms as register } from '../../registers/terms';
import { checkForm, type FieldErrors, type Submission } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import { minorUnits } from '../../schema/currency';
import { formModel, type FormModel } from '../../schema/form';
import { nameOf, type EntryRegister, type Register } from '../../schema/register';
import { sameText } from '../../schema/same-text';
import { findColumns, isUnused, readRows } from '../../schema/table';
import type { Refused } from '../answering';
import { NO_REVENUE } from '../rows/deal-check';
import { choicesFrom, rowOfChoice } from '../asking/choices';
import { readWhenAsked, type CellsOf } from '../cells-of';
import { readAtOnce, type Opening } from '../asking/opening';
import { openingCells } from '../refreshing/opening-cells';
import { recall } from '../asking/memory';
import type { Outcome } from '../asking/outcome';
import { takeUnits } from '../asking/units';
import { appendRows } from '../rows/append-rows';
import { completing } from '../rows/completing';
import { readSettings } from '../settings';
import { readyTabs, type ReadyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { proposalOf, type Agreed, type Proposal } from './proposal';
import type { MoneyWords } from '../terms/say';
import { dealRange, readStandingDeal } from '../terms/standing-deal';
import { standingShares } from '../terms/standing-shares';
import { workedExample } from './worked-example';

const entries = register as Register as EntryRegister;
const CONFIRM = { key: 'agreed', value: 'yes', label: 'Write it down' } as const;

/** *Terms*, with who pays as the deal has it already. */
export function openDeal(workbook: Workbook, opening: Opening): FormModel {
  const tab = readyTabs(workbook);
  const log = tab(register);
  const known = { [register.id]: log.read() };
  const cellsOf = opening === 'whole' ? openingCells(workbook, dealForm, tab) : readAtOnce(tab, known);
  const cells = known[register.id]!;
  const standing = readRows(register, cells);
  const sides = readRows(parties, cellsOf(settings.id)).flatMap(({ party }) => (party === null ? [] : [party]));
  const { draft, last } = recall(workbook, dealForm.id);
  const payer = standing.find(({ term }) => sameText(term, 'payer'))?.party ?? last.payer ?? sides[0] ?? '';
  const { start } = readSettings(cellsOf(settings.id));
  const own = DEALS.flatMap((deal) =>
    Object.entries(deal.begins ?? {}).map(([key, typed]) => [fieldKey(deal, key), typed ?? '']),
  );
  const initial = {
    ...Object.fromEntries(own),
    payer,
    party: last.party ?? sides.find((side) => !sameText(side, payer)) ?? '',
    from: isoOfDay((standing.length === 0 && start) || workbook.today()),
    before: BEFORE.ends,
  };
  return formModel(dealForm, workbook.locale, withHelp(choicesFrom(cellsOf)), initial, draft, {
    shares: standingShares(cells, log.currency, workbook.today()),
  });
}

/** Says of each kind of deal when it fits. */
const withHelp =
  (choices: ReturnType<typeof choicesFrom>): ReturnType<typeof choicesFrom> =>
  (field) =>
    field.key === 'kind' ? DEALS.map(({ name, help }) => ({ value: name, hint: help })) : choices(field);

/**
 * Shows a deal in words and worked through; writes it as rows of Terms, in one write, once it was looked at. Three reads
 * then: the rows of one deal stand below one another, each named by the submission's key, so that a repeated submission
 * writes nothing.
 */
export function submitDeal(workbook: Workbook, { key, locale, values: typed }: Submission): Outcome {
  return workbook.exclusively((): Outcome => {
    const tab = readyTabs(workbook);
    const log = tab(register);
    const cellsOf = readWhenAsked((id) => tab(id).read());
    const checked = checkForm(dealForm, typed, { locale, choices: choicesFrom(cellsOf) });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
    const deal = DEALS.find(({ name }) => name === checked.values.kind)!;
    const money: MoneyWords = { currency: log.currency ?? '', decimals: minorUnits(log.currency ?? '') };

    const asked = agreedIn(deal, checked.values, cellsOf);
    if ('errors' in asked) return { kind: 'errors', errors: asked.errors };
    const lines = log.read();
    const { standing, repeated } = standingTerms(lines, nameOf(entries, key), money.decimals);
    if (repeated !== null)
      return done(log, deal, asked, `An earlier try had already written this: ${log.name}, row ${repeated}.`, repeated);
    if ('kind' in standing) return standing;
    const wrongPayer = payerErrors(asked, standing);
    if (wrongPayer) return { kind: 'errors', errors: wrongPayer };
    const proposal = proposalOf(deal, asked, standing, money);
    const errors = unfit(deal, proposal, lines, money.decimals);
    if (errors) return { kind: 'errors', errors };
    if (typed[CONFIRM.key] !== CONFIRM.value) return preview(tab, workbook, deal, asked, proposal, money);

    const complete = completing(entries, workbook, cellsOf);
    const records = proposal.rows.map(({ record }, at) =>
      complete({ ...record, id: `${nameOf(entries, key)}-${at + 1}` }),
    );
    const { first, place } = appendRows(log, register, 'id', records, null, lines);
    takeUnits(tab, register);
    const rows = first === place.row ? `row ${first}` : `rows ${first} to ${place.row}`;
    return done(
      log,
      deal,
      asked,
      `${proposal.sentences.join(' ')} Written to ${log.name}, ${rows}.`,
      first ?? place.row,
    );
  });
}

function done(log: { id: string }, deal: Deal, { party, payer }: Agreed, message: string, row: number): Outcome {
  const next = { kind: '', party, payer };
  return { kind: 'written', message, where: { tabId: log.id, row }, next, ...(deal.follow && { follow: deal.follow }) };
}

/** What was filled in, by the deal's own keys. What stands beside a choice is taken where nothing was typed. */
function agreedIn(deal: Deal, values: Record<string, Cell>, cellsOf: CellsOf): Agreed | { errors: FieldErrors } {
  const errors: FieldErrors = {};
  const own: Record<string, Cell> = {};
  for (const [key, column] of Object.entries(deal.fields)) {
    own[key] = values[fieldKey(deal, key)] ?? '';
    const { otherwise } = column;
    if (own[key] !== '' || typeof otherwise !== 'object' || !('beside' in otherwise)) continue;
    const chosen = own[otherwise.beside] ?? '';
    const found = rowOfChoice(deal.fields[otherwise.beside]!, chosen, cellsOf)?.[otherwise.column];
    if (typeof found === 'number') own[key] = found;
    else errors[fieldKey(deal, key)] = `It is not known for “${String(chosen)}” yet: type it here.`;
  }
  for (const group of deal.together ?? []) {
    const blank = group.filter((key) => own[key] === '');
    if (blank.length === 0 || blank.length === group.length) continue;
    for (const key of blank) errors[fieldKey(deal, key)] = `${deal.fields[key]!.header} is needed as well.`;
  }
  const text = (key: string): string => String(values[key] ?? '');
  if (sameText(text('party'), text('payer'))) errors.party = 'The side that pays cannot be the one that gets it.';
  if (Object.keys(errors).length > 0) return { errors };
  return {
    party: text('party'),
    payer: text('payer'),
    from: values.from as number,
    item: text('item'),
    before: text('before'),
    days: values.days ?? '',
    note: text('note'),
    own,
  };
}

type Lines = readonly (readonly Cell[])[];

/** The terms that stand, and the row of this submission where an earlier try has written it. */
function standingTerms(
  lines: Lines,
  name: string,
  decimals: number,
): { standing: Term[] | Refused; repeated: number | null } {
  const { positions } = findColumns(register, lines[0] ?? []);
  const repeated = lines.findIndex((line) => line[positions.id] === `${name}-1`);
  const { terms, problems } = readTerms(dealRange(register, lines), decimals, new Map());
  const [problem] = problems;
  const standing: Term[] | Refused = problem
    ? {
        kind: 'refused',
        message: `Nothing was written: Terms${problem.row === null ? '' : `, row ${problem.row + 1}`}: ${problem.complaint}. Put that right first.`,
      }
    : terms;
  return { standing, repeated: repeated < 0 ? null : repeated + 1 };
}

function payerErrors({ payer }: Agreed, standing: readonly Term[]): FieldErrors | null {
  const known = standing.find(({ term }) => term === 'payer')?.party;
  return known && known.key !== nameKey(payer)
    ? { payer: `${known.text} pays in this sheet: one side pays the others in all deals.` }
    : null;
}

/** What the statement would refuse of the new rows beside those that stand, by field. */
function unfit(
  deal: Deal,
  { rows }: Proposal,
  lines: Lines,
  decimals: number,
  revenue: RawRange = NO_REVENUE,
): FieldErrors | null {
  const { positions } = findColumns(register, lines[0] ?? []);
  const used = lines.filter((line, at) => at === 0 || !isUnused(register, positions, line));
  const range = dealRange(register, used);
  const keyOf = new Map(Object.entries(register.columns).map(([of, { header }]) => [header as unknown, of]));
  const added = rows.map(({ record }) => range.rows[0]!.map((heading) => record[keyOf.get(heading)!] ?? ''));
  const all = toRange([...range.rows, ...added]);
  const { problems } = readDeal({ revenue, terms: all, payments: null }, null, decimals);
  const found = problems.filter(({ table }) => table === 'terms').reverse();
  if (found.length === 0) return null;
  return Object.fromEntries(
    found.map((one) => [blamed(one, deal, rows[(one.row ?? 0) - used.length]), `${sentence(one.complaint)} ${HINT}`]),
  );
}

const HINT = 'Single terms can be changed in the tab Terms.';

const sentence = (complaint: string): string => `${complaint.charAt(0).toUpperCase()}${complaint.slice(1)}.`;

/** The field that a row's cell was made from. */
function blamed({ column }: Problem, deal: Deal, row: Proposal['rows'][number] | undefined): string {
  const template = column === 'Threshold' ? row?.made?.threshold : column === 'Value' ? row?.made?.value : undefined;
  const [, name] = /^\{(\w+)\}$/.exec(template ?? '') ?? [];
  if (name !== undefined && deal.fields[name]) return fieldKey(deal, name);
  // Of two rows that say the same from one day on, the day can be another one.
  return column === null || column === 'Effective from' ? 'from' : 'kind';
}

/** The deal in words, and what it comes to; what the revenue that stands does not allow is said before it is written. */
function preview(
  tab: ReadyTabs,
  workbook: Workbook,
  deal: Deal,
  agreed: Agreed,
  proposal: Proposal,
  money: MoneyWords,
): Outcome {
  const standing = readStandingDeal(tab);
  const errors = unfit(deal, proposal, standing.cells.terms, money.decimals, standing.tables.revenue);
  if (errors) return { kind: 'errors', errors };
  const { rows, sentences } = proposal;
  const { words, table } = workedExample(standing, rows, agreed, money, workbook.today());
  return {
    kind: 'preview',
    preview: { title: 'What you agreed on', paragraphs: [...sentences, words], table, confirm: CONFIRM },
  };
}
