import { add, sum, type Integer } from '../integer';
import type { Agreement } from './examine';
import { LINE_KINDS, type Line, type LineKind } from './line';
import { inputsOf, type PartyInput } from './month-inputs';
import { openingCountsOf } from './opening-counts';
import { PartyAccount } from './party-account';
import type { Wording } from './month-reasons';
import { partyLines } from './party-lines';
import { payerLines } from './payer-lines';
import { receiptsOf, type MonthReceipts } from './receipts';
import { amountInWords } from './words';

/** One month of a deal. */
export interface LedgerMonth {
  readonly receipts: MonthReceipts;
  /** The net of its sale rows. */
  readonly pool: Integer;
  /** What refunds changed of the pools of earlier months. */
  readonly late: Integer;
  /** By party. */
  readonly parties: readonly PartyLines[];
}

export interface PartyLines {
  readonly input: PartyInput;
  readonly lines: readonly Line[];
  readonly sums: Readonly<Record<LineKind, Integer>>;
}

/**
 * Every amount of a deal as a line, month by month. Each month knows what was known at its end: refunds that came later
 * change earlier months, and the difference stands in the month that learned of them.
 */
export function ledgerOf(agreement: Agreement): LedgerMonth[] {
  const { parties, calendar, decimals } = agreement;
  const receipts = receiptsOf(agreement);
  const inputs = inputsOf(agreement, receipts);
  const money = (units: Integer) => amountInWords(units, decimals);
  const wording: Wording = { calendar, money, spelling: receipts.spelling };
  const accounts = parties.names.map((party, i) =>
    i === parties.payer ? null : new PartyAccount(i, inputs[i]!, openingCountsOf(agreement, party)),
  );
  return receipts.months.map((received, month): LedgerMonth => {
    const pool = sum([...received.batches.values()].map(({ net }) => net));
    const late = sum(received.late.map(({ net }) => net));
    const ofOthers = accounts.map((account, i): PartyLines | null => {
      if (!account) return null;
      const input = inputs[i]![month]!;
      const lines = partyLines(account.next(received), wording);
      return { input, lines, sums: sumsOf(lines) };
    });
    const others = parties.names.flatMap((party, i) => (ofOthers[i] ? [{ party, sums: ofOthers[i].sums }] : []));
    const payers = payerLines(others, { share: pool, adjustment: late }, money);
    return {
      receipts: received,
      pool,
      late,
      parties: ofOthers.map((of, i) => of ?? { input: inputs[i]![month]!, lines: payers, sums: sumsOf(payers) }),
    };
  });
}

function sumsOf(lines: readonly Line[]): Record<LineKind, Integer> {
  const sums = Object.fromEntries(LINE_KINDS.map((kind) => [kind, 0])) as Record<LineKind, Integer>;
  for (const { kind, amount } of lines) sums[kind] = add(sums[kind], amount);
  return sums;
}
