import { allocate, dinero, toSnapshot } from 'dinero.js';
import { USD } from 'dinero.js/currencies';
import { compiledFunctions, type CallFunction } from './compiled';
import { atLeast, atMost, collectGarbage, median, ratio, type Row } from './measure';

const SHARES = [50, 30, 20];
const CANDIDATES = 100_000;
const WEIGHTS = [0.3, 0.25, 0.2, 0.15, 0.1];

/**
 * The formulas over large ranges, beside a library for money and beside a bare loop over the same arrays. Each row has the
 * script for itself, as each call has it in a sheet: what one kind of ranges has taught the engine is of no use to another.
 */
export function functionsBench(project: string): Row[] {
  const ownScript = () => compiledFunctions(project);
  return [...revshareBench(ownScript()), wholeScores(ownScript()), realScores(ownScript())];
}

function revshareBench(call: CallFunction): Row[] {
  const amounts = Array.from({ length: 100_000 }, (_, i) => [((i * 7919) % 10_000_019) / 100]);
  const tenths = Array.from({ length: 10 }, (_, i) => amounts.slice(i * 10_000, (i + 1) * 10_000));
  const revshare = (column: number[][]) => call('REVSHARE', column, [SHARES]) as number[][];
  const peer = (column: number[][]) =>
    column.map(([amount]) =>
      allocate(dinero({ amount: Math.round(amount! * 100), currency: USD }), SHARES).map(
        (part) => toSnapshot(part).amount / 100,
      ),
    );
  // The odd cent goes elsewhere there, but the parts of each amount must be as many and add up to the same.
  const totals = (rows: number[][]) => rows.map((row) => [row.length, Math.round(row.reduce((a, b) => a + b) * 100)]);
  if (String(totals(peer(tenths[0]!))) !== String(totals(revshare(tenths[0]!)))) {
    throw new Error('Both must split the same amounts.');
  }
  const faster = ratio(
    15,
    () => peer(tenths[0]!),
    () => revshare(tenths[0]!),
  );
  // Both keep as many answers, so that what is compared is the calculation and not the clearing away of garbage.
  const growth = ratio(
    15,
    () => revshare(amounts),
    () => tenths.map(revshare),
    collectGarbage,
  );
  return [
    atLeast('REVSHARE, 10,000 amounts × 3: dinero.js ÷ ours', faster, 5, '×', 1),
    atMost('REVSHARE, 100,000 amounts ÷ ten times 10,000', growth, 1.5, '×'),
  ];
}

function wholeScores(call: CallFunction): Row {
  const ratings = Array.from({ length: CANDIDATES }, (_, row) =>
    WEIGHTS.map((_, column) => (row * 7 + column * 3) % 6),
  );
  const bare = () => {
    const scores: number[][] = [];
    for (const row of ratings) {
      let sum = 0;
      let weight = 0;
      for (let i = 0; i < WEIGHTS.length; i++) {
        sum += WEIGHTS[i]! * row[i]!;
        weight += WEIGHTS[i]!;
      }
      scores.push([(100 * sum) / (5 * weight)]);
    }
    return scores;
  };
  const score = () => call('PARTNER_SCORE', ratings, [WEIGHTS]);
  // Several calls at a time, so that both sides bear the collection of the garbage they make.
  const repeat = (work: () => unknown) => () => {
    for (let i = 0; i < 8; i++) work();
  };
  return atMost('PARTNER_SCORE, 100,000 × 5: ours ÷ a bare loop', ratio(15, repeat(score), repeat(bare)), 2, '×');
}

/** As a sheet computes them: seventeen digits, of which fifteen are shown. */
function realScores(call: CallFunction): Row {
  const ratings = Array.from({ length: CANDIDATES }, (_, row) =>
    WEIGHTS.map((_, column) => ((row * 7919 + column * 104_729) % 499_979) / 99_999),
  );
  const time = median(5, () => call('PARTNER_SCORE', ratings, [WEIGHTS]));
  return atMost('PARTNER_SCORE, 100,000 × 5 real decimals', time / 1000, 0.3, 's');
}
