import { nameKey } from '../../../src/calc/name';
import { dayOfIso, isoOfDay } from '../../../src/calc/day';
import type { TypedDeal, TypedTable } from './deals';
import type { FollowedLine } from './followed-line';
import {
  fraction,
  Reader,
  rounded,
  samePart,
  units,
  type ChangeReason,
  type Part,
  type Reason,
  type Told,
} from './reasons';

/** A row of a typed table by its headings, and where it stands. */
type Row = Readonly<Record<string, string>>;

/** A month's sales that one party's terms treat alike. */
interface SalePool {
  /** As lines name it. */
  name: string;
  readonly scope: string;
  readonly share: Row | undefined;
  readonly tiers: Row[];
  readonly rows: Row[];
  day: string;
}

const rowsOf = (table: TypedTable): Row[] => {
  const [head, ...rows] = table;
  const named = rows.map((row) =>
    Object.fromEntries(row.map((cell, i) => [String(head![i]).trim().toLowerCase(), String(cell ?? '').trim()])),
  );
  return named.filter((row) => Object.values(row).some((cell) => cell !== ''));
};

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
const same = (a: string, b: string): boolean => nameKey(a) === nameKey(b);
const monthOf = (day: string): string => day.slice(0, 7);
const wordOf = (row: Row, column: string): string => (row[column] ?? '').toLowerCase().replace(/\s+/g, ' ');

/** What the lines before have come to: what a sentence may call “share, fees and bonus” or “before”. */
type Known = Map<string, bigint>;

/**
 * Follows every line of a deal by its Why to the rows and terms that were typed, and to the lines it builds on. Net amounts,
 * terms in force and sums are worked out here anew, in the plainest way.
 *
 * @throws Error at the first sentence that leads nowhere
 */
export class Followed {
  private readonly revenue: Row[];
  private readonly terms: Row[];
  private readonly parties: string[];
  private readonly payer: string;
  private readonly reader: Reader;
  private readonly known: Known = new Map();
  private readonly lines: FollowedLine[];
  /** The kinds of lines and sentences that were followed. */
  readonly kinds = new Set<string>();

  constructor(
    private readonly deal: TypedDeal,
    lines: readonly FollowedLine[],
  ) {
    this.revenue = rowsOf(deal.revenue);
    this.terms = rowsOf(deal.terms);
    const first = (name: string) => this.terms.find((row) => same(row.party ?? '', name))!.party!;
    this.parties = [...new Set(this.terms.flatMap((row) => (row.party ? [first(row.party)] : [])))];
    this.payer = this.terms.find((row) => wordOf(row, 'term') === 'payer')!.party!;
    this.reader = new Reader(deal.decimals, this.parties);
    this.lines = [...lines];
  }

  all(): void {
    // A month's changes of earlier months come first: its own lines build on what they have made of those.
    const order = (line: FollowedLine) => `${line.month} ${this.changedMonth(line) ? 0 : 1}`;
    for (const key of [...new Set(this.lines.map(order))].sort()) {
      const together = this.lines.filter((line) => order(line) === key && !same(line.party, this.payer));
      const read = together.map((line) => ({ line, reason: this.amountOf(line, 'other') }));
      const before = new Map(this.known);
      for (const { line, reason } of read) this.add(line, reason);
      for (const { line, reason } of read) this.follow(line, reason.told, before);
    }
    for (const line of this.lines.filter(({ party }) => same(party, this.payer))) {
      const { told } = this.amountOf(line, 'payer');
      this.followRest(line, told);
    }
  }

  private changedMonth({ of, line }: FollowedLine): string | null {
    return line !== 'released' || / /.test(of) ? (/^[a-z-]+ (\d{4}-\d\d)$/.exec(of)?.[1] ?? null) : null;
  }

  /** The amount, once the sentence gives it. */
  private amountOf(line: FollowedLine, side: 'payer' | 'other'): Reason {
    const reason = this.reader.read(line.line, side, line.why);
    this.holds(reason.amount === units(line.amount, this.deal.decimals), line, `gives ${reason.amount}`);
    const part = line.rate === null ? null : fraction(line.rate);
    if (part) {
      const base = units(line.base!, this.deal.decimals) * part.times;
      const size = rounded(base, part.over);
      this.holds(size === reason.amount || size === -reason.amount, line, 'is not Base × Rate');
    }
    const { told } = reason;
    this.kinds.add(
      `${line.line}: ${told.kind}${told.kind === 'change' && line.line === 'adjustment' ? ` of ${told.of}` : ''}`,
    );
    return reason;
  }

  private holds(condition: boolean, { month, party, line, of, amount, why }: FollowedLine, what: string): void {
    if (!condition) throw new Error(`${month} ${party} ${line} ${of} ${amount}: “${why}” ${what}`);
  }

  private key = (party: string, month: string, kind: string) => `${nameKey(party)}|${month}|${kind}`;
  private get = (party: string, month: string, ...kinds: string[]): bigint =>
    sum(kinds.map((kind) => this.known.get(this.key(party, month, kind)) ?? 0n));

  private add(line: FollowedLine, { amount, told }: Reason): void {
    const [month, kind] = told.kind === 'change' ? [told.month, told.of] : [line.month, line.line];
    const key = this.key(line.party, month, kind);
    this.known.set(key, (this.known.get(key) ?? 0n) + amount);
  }

  private follow(line: FollowedLine, told: Told, before: Known): void {
    if (told.kind !== 'change') return this.followOwn(line, told, line.month);
    this.holds(
      told.before === (before.get(this.key(line.party, told.month, told.of)) ?? 0n),
      line,
      'tells another amount than before',
    );
    for (const reason of told.reasons) this.followOwn({ ...line, line: told.of }, reason.told, told.month, reason);
  }

  /** @param month the month that the sentence is about, as it is known in the line's own month */
  private followOwn(line: FollowedLine, told: Told, month: string, part?: ChangeReason): void {
    const { party } = line;
    const holds = (condition: boolean, what: string) => this.holds(condition, line, what);
    const earned = (of: string) => this.get(party, of, 'share', 'monthly fee', 'item fee', 'bonus');
    const left = (of: string) => earned(of) + this.get(party, of, 'cap');
    const months = [...new Set(this.lines.map((one) => one.month))].filter((one) => one < month);
    const holdable = this.get(party, month, 'share', 'bonus', 'cap');
    const termIs = (term: string, amount: bigint) => {
      const [row] = this.inForce(party, term, '', this.asked(month));
      holds(row !== undefined && this.units(row.value!) === amount, `finds no ${term} of ${amount} in Terms`);
    };
    const percentIs = (term: string, percent: Part, otherwise?: Part) => {
      const [row] = this.inForce(party, term, '', this.asked(month));
      const typed = row ? fraction(Number(row.value)) : otherwise;
      holds(typed !== undefined && samePart(typed, percent), `finds another ${term} in Terms`);
    };
    switch (told.kind) {
      case 'slices':
      case 'totals':
        this.followShare(line, told, month, part?.pool ?? line.of);
        return;
      case 'term':
        this.followTerm(line, told, month);
        return;
      case 'monthly cap':
        holds(told.earned === earned(month), 'tells other share, fees and bonus than the lines');
        termIs('monthly cap', told.cap);
        return;
      case 'total cap': {
        const monthly = this.inForce(party, 'monthly cap', '', this.asked(month))[0];
        const most = monthly && this.units(monthly.value!);
        const capped = most !== undefined && most < earned(month) ? most : earned(month);
        holds(told.month === month && told.earned === capped, 'tells another amount of the month than the lines');
        holds(told.before === sum(months.map(left)), 'tells another amount before than the lines');
        termIs('total cap', told.cap);
        return;
      }
      case 'guarantee':
        holds(told.left === left(month), 'tells another amount after caps than the lines');
        termIs('guarantee', told.least);
        return;
      case 'held':
        holds(told.month === month, 'names another month');
        holds(told.base === (holdable > 0n ? holdable : 0n), 'tells another share and bonus than the lines');
        percentIs('reserve', told.percent);
        holds(
          Number(this.inForce(party, 'reserve', '', this.asked(month))[0]!.per) === told.months,
          'names another time',
        );
        return;
      case 'released':
        for (const { month: of, amount } of told.parts)
          holds(amount === -this.get(party, of, 'held') && of < month, 'tells another amount held than the lines');
        return;
      case 'recouped': {
        const [from, held, released] = told.parts;
        holds(from === (holdable > 0n ? holdable : 0n), 'tells another share and bonus than the lines');
        holds(held === -this.get(party, month, 'held'), 'tells another amount held than the lines');
        holds(released === this.get(party, month, 'released'), 'tells another amount released than the lines');
        percentIs('recoup rate', told.percent, fraction(1));
        const advances = this.terms.filter(
          (row) =>
            wordOf(row, 'term') === 'advance' && same(row.party!, party) && row['effective from']! <= this.asked(month),
        );
        const open =
          sum(advances.map((row) => this.units(row.value!))) +
          sum(months.map((one) => this.get(party, one, 'recouped')));
        holds(told.advance === open, `tells another advance than the ${open} left of those in Terms`);
        return;
      }
      default:
        holds(false, 'is a sentence of another kind');
    }
  }

  private followTerm(line: FollowedLine, told: Extract<Told, { kind: 'term' }>, month: string): void {
    const holds = (condition: boolean, what: string) => this.holds(condition, line, what);
    const { party } = line;
    if (line.line === 'monthly fee') {
      const [row] = this.inForce(party, 'monthly fee', '', this.asked(month));
      holds(row !== undefined && this.units(row.value!) === told.amount, 'finds no such fee in Terms');
    } else if (line.line === 'item fee') {
      const sales = this.revenue.filter(
        (row) => same(row.item ?? '', told.item!) && row.gross !== '' && !row['refund of'],
      );
      const first = sales.map((row) => row.date!).sort()[0];
      holds(first === told.day && monthOf(told.day!) === month, 'finds no first sale on that day in Revenue');
      const [row] = [
        ...this.inForce(party, 'item fee', told.item!, told.day!),
        ...this.inForce(party, 'item fee', '', told.day!),
      ];
      holds(row !== undefined && this.units(row.value!) === told.amount, 'finds no such fee in Terms');
    } else {
      const rows = this.terms.filter(
        (row) => wordOf(row, 'term') === line.line && same(row.party!, party) && row['effective from'] === told.day,
      );
      holds(
        rows.some((row) => this.units(row.value!) === told.amount),
        'finds no such row in Terms',
      );
      if (!told.percent) return;
      const [margin] = this.inForce(party, 'cost-plus', '', told.day!);
      const plus = fraction(Number(margin?.value ?? 0));
      holds(
        samePart(told.percent, { times: plus.times + plus.over, over: plus.over }),
        'finds another margin in Terms',
      );
    }
  }

  private followShare(
    line: FollowedLine,
    told: Extract<Told, { kind: 'slices' | 'totals' }>,
    month: string,
    name: string,
  ): void {
    const holds = (condition: boolean, what: string) => this.holds(condition, line, what);
    const asOf = this.asked(line.month);
    const pools = this.poolsOf(line.party, month);
    const at = pools.findIndex((pool) => same(pool.name, name));
    const pool = pools[at];
    if (!pool) return holds(false, `finds no rows of ${name} in Revenue`);
    const net = (rows: readonly Row[]) => sum(rows.map((row) => this.net(row, asOf)));
    const { share, tiers } = pool;
    const stepOf = (above: bigint) => (above ? tiers.find((row) => this.units(row.threshold!) === above) : share);
    const isStep = (above: bigint, percent: Part) => {
      const row = stepOf(above);
      const typed = row ? fraction(Number(row.value)) : above === 0n ? fraction(0) : null;
      holds(typed !== null && samePart(typed, percent), `finds no such rate above ${above} in Terms`);
    };
    const perContract = tiers[0] !== undefined && wordOf(tiers[0], 'per') === 'contract';
    const inMonth = pools.slice(0, at).filter(({ scope }) => scope === pool.scope);
    const counted = !perContract
      ? net(inMonth.flatMap(({ rows }) => rows))
      : this.countedInContract(line.party, month, pool.scope, net) + net(inMonth.flatMap(({ rows }) => rows));
    if (told.kind === 'totals') {
      holds(told.to - told.from === net(pool.rows), 'tells another net than the rows of Revenue');
      holds(told.from === counted, `tells another amount counted before than ${counted} of Revenue`);
      for (const { above, percent } of told.steps) isStep(above, percent);
      holds(told.steps.length === tiers.length + 1, 'leaves out a tier');
      return;
    }
    holds(
      sum(told.slices.map(({ amount }) => amount)) === net(pool.rows),
      `tells another net than the ${net(pool.rows)} of the rows of Revenue`,
    );
    if (tiers.length > 0)
      holds(told.counted === counted, `tells another amount counted before than ${counted} of Revenue`);
    let from = told.counted;
    told.slices.forEach(({ percent, amount, above, reaches }, i) => {
      isStep(above ?? reaches ?? 0n, percent);
      const to = from + amount;
      const next = tiers
        .map((row) => this.units(row.threshold!))
        .filter((one) => one > (above ?? 0n))
        .sort((a, b) => (a < b ? -1 : 1))[0];
      if (reaches !== null || (tiers[0] && wordOf(tiers[0], 'mode') === 'cliff')) {
        holds(told.slices.length === 1 && to >= (reaches ?? 0n), 'does not reach its tier');
      } else if (tiers.length > 0) {
        holds(from >= (above ?? 0n) && (next === undefined || to <= next), 'cuts its slices elsewhere than Terms');
        holds(i === told.slices.length - 1 || to === next, 'leaves a gap between its slices');
      }
      from = to;
    });
  }

  /** What the sales of earlier months count towards a contract's tiers, since the latest opening count. */
  private countedInContract(
    party: string,
    month: string,
    scope: string,
    net: (rows: readonly Row[]) => bigint,
  ): bigint {
    const first = this.lines.map((line) => line.month).sort()[0]!;
    const standing = (row: Row) => (monthOf(row['effective from']!) < first ? first : monthOf(row['effective from']!));
    const counts = this.terms
      .filter(
        (row) =>
          wordOf(row, 'term') === 'opening count' && same(row.party!, party) && nameKey(row.item ?? '') === scope,
      )
      .filter((row) => standing(row) <= month && row['effective from']! <= this.asked(month))
      .sort((a, b) => (a['effective from']! < b['effective from']! ? -1 : 1));
    const last = counts.at(-1);
    const since = last ? standing(last) : '';
    const months = [...new Set(this.revenue.map((row) => monthOf(row.date!)))].filter(
      (one) => one >= since && one < month,
    );
    const rows = months.flatMap((one) =>
      this.poolsOf(party, one)
        .filter((pool) => pool.scope === scope)
        .flatMap((pool) => pool.rows),
    );
    return (last ? this.units(last.value!) : 0n) + net(rows);
  }

  private followRest(line: FollowedLine, told: Told): void {
    const holds = (condition: boolean, what: string) => this.holds(condition, line, what);
    if (told.kind !== 'rest') return holds(false, 'is a sentence of another kind');
    const others = this.lines.filter(
      (one) => one.month === line.month && one.line === line.line && !same(one.party, this.payer),
    );
    const partOf = (party: string) =>
      sum(others.filter((one) => same(one.party, party)).map((one) => units(one.amount, this.deal.decimals)));
    for (const party of this.parties.filter((name) => !same(name, this.payer))) {
      const part = told.parts.filter((one) => same(one.party, party));
      holds(sum(part.map(({ amount }) => amount)) === partOf(party), `tells another amount of ${party} than the lines`);
    }
    const ofMonth = this.sales().filter(
      (row) => monthOf(row.date!) === line.month && row.date! <= this.asked(line.month),
    );
    const whole =
      line.line === 'share'
        ? sum(ofMonth.map((row) => this.net(row, this.asked(line.month))))
        : line.line === 'adjustment'
          ? this.late(line.month)
          : null;
    holds(told.whole === whole, `tells another whole than ${whole} of Revenue`);
  }

  /** What the refunds of a month change of the sales of earlier ones. */
  private late(month: string): bigint {
    const dayBefore = isoOfDay(dayOfIso(`${month}-01`)! - 1);
    const earlier = this.sales().filter((row) => monthOf(row.date!) < month);
    return sum(earlier.map((row) => this.net(row, this.asked(month)) - this.net(row, dayBefore)));
  }

  private units = (value: string): bigint => (value === '' ? 0n : units(Number(value), this.deal.decimals));

  private sales = (): Row[] => this.revenue.filter((row) => !row['refund of']);

  /** What is left of a sale with the refunds that are known up to a day. */
  private net(sale: Row, upTo: string): bigint {
    const refunds = this.revenue.filter(
      (row) => row['refund of'] && same(row['refund of'], sale.id ?? '') && row.date! <= upTo,
    );
    const all = (column: string) => sum([sale, ...refunds].map((row) => this.units(row[column] ?? '')));
    const received = this.units(sale.gross ?? '') - all('refunds');
    const own = sale.item ? this.inForce('', 'deduction', sale.item, sale.date!) : [];
    const rates = (own.length > 0 ? own : this.inForce('', 'deduction', '', sale.date!)).map((row) =>
      fraction(Number(row.value)),
    );
    const over = rates.reduce((product, rate) => product * rate.over, 1n);
    const times = sum(rates.map((rate) => (rate.times * over) / rate.over));
    return received - all('deductions') - all('costs') - rounded(received * times, over);
  }

  /** A month's sales by the terms of a party that hold for them, in the order of the first of each. */
  private poolsOf(party: string, month: string) {
    const sales = this.sales().filter((row) => monthOf(row.date!) === month && row.date! <= this.asked(month));
    const byTerms = new Map<string, SalePool>();
    for (const row of sales) {
      const item = row.item ?? '';
      const ownShare = item ? this.inForce(party, 'share', item, row.date!)[0] : undefined;
      const ownTiers = item ? this.inForce(party, 'tier', item, row.date!) : [];
      const isOwn = ownShare !== undefined || ownTiers.length > 0;
      const share = ownShare ?? this.inForce(party, 'share', '', row.date!)[0];
      const tiers = isOwn ? ownTiers : this.inForce(party, 'tier', '', row.date!);
      const scope = isOwn ? nameKey(item) : '';
      const key = [scope, ...[share, tiers[0]].map((one) => (one ? this.terms.indexOf(one) : ''))].join('|');
      const pool: SalePool = byTerms.get(key) ?? { name: '', scope, share, tiers, rows: [], day: row.date! };
      byTerms.set(key, pool);
      pool.rows.push(row);
      if (row.date! < pool.day) pool.day = row.date!;
    }
    const pools = [...byTerms.values()].sort((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : a.scope < b.scope ? -1 : 1,
    );
    pools.forEach((pool, i) => {
      const name = pool.scope === '' ? 'general' : pool.rows[0]!.item!;
      pool.name = pools.slice(0, i).some(({ scope }) => scope === pool.scope) ? `${name} from ${pool.day}` : name;
    });
    return pools;
  }

  /** The rows of a standing term in force on a day; none once it was ended. */
  private inForce(party: string, term: string, item: string, day: string): Row[] {
    const rows = this.terms.filter(
      (row) =>
        wordOf(row, 'term') === term &&
        same(row.party ?? '', party) &&
        same(row.item ?? '', item) &&
        row['effective from']! <= day,
    );
    const last = rows
      .map((row) => row['effective from']!)
      .sort()
      .at(-1);
    const set = rows.filter((row) => row['effective from'] === last);
    return set.some((row) => wordOf(row, 'value') === 'none') ? [] : set;
  }

  /** The last day of a month that counts. */
  private asked(month: string): string {
    const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 10);
    const end = isoOfDay(dayOfIso(next)! - 1);
    return this.deal.as_of !== '' && this.deal.as_of < end ? this.deal.as_of : end;
  }
}
