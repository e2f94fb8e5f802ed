import { call } from '../functions/support/call';
import { alike, omitted, type Topic } from './topic';

const column = (cells: readonly number[]) => cells.map((cell) => [cell]);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const tiered = (amount: unknown, tiers: number[][], ...rest: unknown[]) =>
  call('REVSHARE_TIERED', amount, tiers, ...rest);
const share = (amount: number, rate: number) => call('REVSHARE', amount, rate) as number;
/** How many units earn an amount back. */
const unitsFor = (amount: number, perUnit: number) => call('PARTNER_BREAKEVEN', amount, perUnit, 0);

interface Royalty {
  price?: number;
  wholesale?: number;
  rate: number;
  advance: number;
}

const royalty = ({ price, wholesale, rate, advance }: Royalty) => {
  const perUnit = share(price ?? wholesale!, rate);
  return { per_unit: perUnit, units: unitsFor(advance, perUnit) };
};

export const tiers: Topic = {
  answers: {
    'tier-bpc-01': ({ amount, tiers }: { amount: number; tiers: number[][] }) => tiered(amount, tiers),
    'tier-referello-01': ({ amount, tiers }: { amount: number; tiers: number[][] }) => {
      const commission = tiered(amount, tiers) as number;
      return { commission, effective_rate: commission / amount };
    },
    ...alike('tier-mytime-01 tier-mytime-02', ({ amounts, tiers }: { amounts: number[]; tiers: number[][] }) =>
      [tiered(column(amounts), tiers)].flat(2),
    ),
    /** Actions that count: each earns 1. */
    'tier-impact-02': ({ actions, tier_at: from }: { actions: number; tier_at: number }) => ({
      bonus_actions: [tiered(actions, [[from, 1]], 'cliff'), tiered(actions, [[from, 1]])],
    }),
    'tier-salescookie-01': ({ quota, sales, bands }: { quota: number; sales: number; bands: number[][] }) => {
      const tiers = bands.map(([from, rate]) => [from! * quota, rate!]);
      return { non_cumulative: tiered(sales, tiers, 'cliff'), cumulative: tiered(sales, tiers) };
    },
    'tier-salesops-01': ({ attainment, accelerator }: { attainment: number; accelerator: number }) => ({
      flat_extra: tiered(attainment, [[1, 1]]),
      // More than all of what lies above the target is no rate of it, but a payout that rises faster.
      accelerated_extra: call('KPI_PAYOUT', attainment, [
        [1, 0],
        [2, accelerator],
      ]),
    }),
    'tier-oca-01': ({ base, sections }: { base: number; sections: { from: number; percent: number }[] }) =>
      tiered(
        base,
        sections.map(({ from, percent }) => [from, percent / 100]),
        'cliff',
      ),
  },
  leftOut: {},
};

export const fees: Topic = {
  answers: {
    'feeband-dub-01': (inputs: { amount_cents: number; fee_rate: number; free_limit: number; free_used: number }) => {
      const { amount_cents: amount, fee_rate: rate, free_limit: limit, free_used: used } = inputs;
      const charged = tiered(amount, [[limit, 1]], 'marginal', used) as number;
      return { free: amount - charged, charged, fee: tiered(amount, [[limit, rate]], 'marginal', used) };
    },
    'net-ioa-01': ({ cost, markup }: { cost: number; markup: number }) => cost + share(cost, markup),
  },
  leftOut: {},
};

export const advances: Topic = {
  answers: {
    ...alike('roy-sin-01 roy-legalmin-01', royalty),
    'mg-ca-01': ({ rate, minimum, sales }: { rate: number; minimum: number; sales: number[] }) => {
      const day = (month: number) => Date.UTC(2026, month, 1) / 86_400_000 + 25_569;
      const revenue = [['Date', 'Gross'], ...sales.map((gross, month) => [day(month), gross])];
      const terms = [
        ['Party', 'Term', 'Value', 'Effective from'],
        ['Tenant', 'payer', '', ''],
        ['Landlord', 'share', rate, ''],
        ['Landlord', 'guarantee', minimum, day(0)],
      ];
      const rows = call('REVSHARE_STATEMENT', revenue, terms, day(sales.length) - 1) as unknown[][];
      return rows.filter(([, party]) => party === 'Landlord').map((row) => row[rows[0]!.indexOf('Earned')]);
    },
    'mg-ann-01': ({ rate, guarantee }: { rate: number; guarantee: number }) => ({
      covered_revenue: unitsFor(guarantee, rate),
    }),
    'recoup-1111-01': ({ advance, artist_share: part }: { advance: number; artist_share: number }) => {
      const revenue = unitsFor(advance, part) as number;
      return { revenue_to_recoup: revenue, label_margin_at_recoup: share(revenue, 1 - part) };
    },
    'recoup-promise-01': ({ advance, royalties }: { advance: number; royalties: number }) => {
      const [[recouped, payable, unrecouped]] = call('REVSHARE_RECOUP', royalties, advance) as [number[]];
      return { recouped, unrecouped, payable };
    },
    'recoup-reprtoir-01': ({ expenses, earned }: { expenses: number; earned: number }) => {
      const [[recouped, payable]] = call('REVSHARE_RECOUP', earned, expenses) as [number[]];
      return { recouped, payable };
    },
    /** A draw is an advance in each period: it is received with what is paid beyond it. */
    'draw-studypool-01': ({ draw, earned }: { draw: number; earned: number[] }) => {
      const draws = column(earned.map(() => draw));
      const periods = call('REVSHARE_RECOUP', column(earned), draws) as [number, number, number][];
      return { paid: periods.map(([, paid]) => draw + paid), debt: periods.map(([, , balance]) => balance) };
    },
    'recoup-bartday-01': ({ retail, rate, units }: { retail: number; rate: number; units: number }) => ({
      per_unit: share(retail, rate),
      gross: share(retail * units, rate),
    }),
    'recoup-coursera-01': ({ recoupables, per_unit: perUnit }: { recoupables: number[]; per_unit: number }) => ({
      total_recoupable: sum(recoupables),
      units: unitsFor(sum(recoupables), perUnit),
    }),
  },
  leftOut: {},
};

export const waterfalls: Topic = {
  answers: {
    'wf-revital-01': ({ profit, carry }: { profit: number; carry: number }) => {
      const steps = [
        ['Step', 'At most', 'LP', 'GP'],
        ['Profit', '', 1 - carry, carry],
      ];
      const [, , lp, gp] = (call('REVSHARE_WATERFALL', profit, steps) as unknown[][]).at(-1)!;
      return { lp, gp };
    },
    'wf-lucas-01': (inputs: { proceeds: number; drawn: number; pref_amount: number; carry: number }) => {
      const { proceeds, drawn, pref_amount: preferred, carry } = inputs;
      const steps = [
        ['Step', 'At most', 'LP', 'GP'],
        ['Capital', drawn, 1, ''],
        ['Preferred return', preferred, 1, ''],
        ['Catch-up', (preferred * carry) / (1 - carry), '', 1],
        ['Split', '', 1 - carry, carry],
      ];
      const rows = call('REVSHARE_WATERFALL', proceeds, steps) as unknown[][];
      return { catch_up: rows[3]![3], split: rows[4]!.slice(2) };
    },
  },
  leftOut: { 'wf-apollo-01': 'what a preferred return comes to over years is entered, not computed' },
};

export const deductions: Topic = {
  answers: {
    'res-rhq-01': ({ earned, reserve_rate: rate }: { earned: number; reserve_rate: number }) => {
      const [[now, held]] = call('REVSHARE', earned, [[1 - rate, rate]]) as [number[]];
      return { pay_now: now, held };
    },
    'claw-core8-01': ({ earned, clawback_rate: rate }: { earned: number; clawback_rate: number }) =>
      share(-earned, rate),
    'late-01': (inputs: { amount: number; monthly_rate: number; months: number }) =>
      share(inputs.amount, inputs.monthly_rate * inputs.months),
    'late-02': (inputs: { amount: number; annual_rate: number; days: number }) =>
      share(inputs.amount, (inputs.annual_rate * inputs.days) / 365),
  },
  leftOut: {
    ...omitted('res-laube-01 claw-zepys-01', 'one subtraction or division needs no function'),
    ...omitted(
      'due-01 due-03 due-04',
      'days added to a date or to the end of its month: a sum, or EOMONTH of the sheet',
    ),
  },
};
