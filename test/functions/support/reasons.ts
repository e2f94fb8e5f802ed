/**
 * What a sentence under Why says, read as a person with a pocket calculator would: its numbers, percentages and the words
 * between them, and nothing of the calculation that made it. Amounts are whole units of the currency.
 */
export interface Reason {
  /** What the sentence comes to. */
  readonly amount: bigint;
  /** What it tells on the way, to be found in rows, terms and other lines. */
  readonly told: Told;
}

export type Told =
  | { kind: 'slices'; slices: readonly Slice[]; counted: bigint }
  | { kind: 'totals'; from: bigint; to: bigint; steps: readonly Step[]; cliff: boolean }
  | { kind: 'term'; amount: bigint; item?: string; day?: string; percent?: Part }
  | { kind: 'monthly cap'; earned: bigint; cap: bigint }
  | { kind: 'total cap'; before: bigint; earned: bigint; month: string; cap: bigint }
  | { kind: 'guarantee'; least: bigint; left: bigint }
  | { kind: 'held'; percent: Part; base: bigint; month: string; months: number }
  | { kind: 'released'; parts: readonly { amount: bigint; month: string }[] }
  | { kind: 'recouped'; percent: Part; base: bigint; advance: bigint; parts: readonly [bigint, bigint, bigint] }
  | { kind: 'rest'; whole: bigint | null; parts: readonly { amount: bigint; party: string }[] }
  | { kind: 'change'; of: string; month: string; before: bigint; after: bigint; reasons: readonly ChangeReason[] };

/** A part of a change: of a pool by its name, and what it was where it is not the whole. */
export interface ChangeReason extends Reason {
  readonly pool: string;
  readonly before: bigint | null;
}

/** A percentage as an exact fraction. */
export interface Part {
  readonly times: bigint;
  readonly over: bigint;
}

export interface Slice {
  readonly percent: Part;
  readonly amount: bigint;
  /** Where it begins; null where the sentence names no threshold. */
  readonly above: bigint | null;
  /** The threshold that all of a cliff has reached. */
  readonly reaches: bigint | null;
}

export interface Step {
  readonly above: bigint;
  readonly percent: Part;
}

const MONEY = String.raw`-?\d{1,3}(?:,\d{3})*(?:\.\d+)?`;
const PERCENT = String.raw`\d{1,3}(?:,\d{3})*(?:\.\d+)? %`;
const DAY = String.raw`\d{4}-\d\d-\d\d`;
const MONTH = String.raw`\d{4}-\d\d`;

/** The exact fraction that a typed number is as a sheet shows it, or the text of one. */
export function fraction(value: number | string): Part {
  const shown = typeof value === 'number' ? Number(value.toPrecision(15)) : value;
  const text = shown.toLocaleString('en-US', { maximumFractionDigits: 20 }).replace(/,/g, '');
  const [whole = '', decimals = ''] = text.split('.');
  return { times: BigInt(whole + decimals), over: 10n ** BigInt(decimals.length) };
}

/** A fraction to whole units, half away from zero. */
export function rounded(times: bigint, over: bigint): bigint {
  const size = times < 0n ? -times : times;
  const units = (2n * size + over) / (2n * over);
  return times < 0n ? -units : units;
}

export const units = (value: number | string, decimals: number): bigint => {
  const { times, over } = fraction(value);
  return rounded(times * 10n ** BigInt(decimals), over);
};

export const samePart = (a: Part, b: Part): boolean => a.times * b.over === b.times * a.over;

const percentOf = ({ times, over }: Part, amount: bigint): bigint => rounded(amount * times, over);
const most = (...amounts: bigint[]): bigint => amounts.reduce((a, b) => (a > b ? a : b));
const least = (...amounts: bigint[]): bigint => amounts.reduce((a, b) => (a < b ? a : b));
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

/** What a total comes to in steps: each slice at its own rate, or all of it at the rate that is reached. */
function inSteps(amount: bigint, steps: readonly Step[], cliff: boolean): bigint {
  const reached = steps.filter(({ above }, i) => i === 0 || above <= amount);
  if (cliff || amount <= 0n) return percentOf((cliff ? reached.at(-1)! : steps[0]!).percent, amount);
  const over = steps.reduce((all, { percent }) => all * percent.over, 1n);
  const times = steps.map(({ above, percent }, i) => {
    const to = least(amount, steps[i + 1]?.above ?? amount);
    return (most(to - above, 0n) * percent.times * over) / percent.over;
  });
  return rounded(sum(times), over);
}

/** Reads the reasons of one deal. */
export class Reader {
  constructor(
    private readonly decimals: number,
    private readonly parties: readonly string[],
  ) {}

  /** @throws Error where the sentence cannot be followed */
  read(line: string, party: 'payer' | 'other', why: string): Reason {
    const found = party === 'payer' ? this.rest(why) : (this.change(why) ?? this.own(line, why));
    if (!found) throw new Error(`nobody can follow “${why}” of a line ${line}`);
    return found;
  }

  private own(line: string, why: string): Reason | null {
    switch (line) {
      case 'share':
        return this.slices(why) ?? this.totals(why);
      case 'cap':
        return this.monthlyCap(why) ?? this.totalCap(why);
      case 'top-up':
        return this.guarantee(why);
      case 'held':
        return this.held(why);
      case 'released':
        return this.released(why);
      case 'recouped':
        return this.recouped(why);
      default:
        return this.term(line, why);
    }
  }

  private money = (text: string): bigint => units(text, this.decimals);

  private percent(text: string): Part {
    const { times, over } = fraction(text.replace(' %', ''));
    return { times, over: over * 100n };
  }

  private match(why: string, pattern: string): string[] | null {
    const filled = pattern.replace(/<M>/g, `(${MONEY})`).replace(/<P>/g, `(${PERCENT})`).replace(/<D>/g, `(${DAY})`);
    return new RegExp(`^${filled.replace(/<m>/g, `(${MONTH})`)}$`).exec(why)?.slice(1) ?? null;
  }

  private slices(why: string): Reason | null {
    const [list = why, after] = this.match(why, `(.*), after <M> counted before`) ?? [];
    const slices = list.split(/(?: and |, )(?=\d[\d,.]* % of )/).map((text): Slice | null => {
      const plain = this.match(text, `<P> of <M>(?:, which reaches <M>)?`);
      const above = this.match(text, `<P> of the <M> above <M>`);
      const [percent, amount, from] = plain ?? above ?? [];
      if (percent === undefined || amount === undefined) return null;
      const threshold = from === undefined ? null : this.money(from);
      return {
        percent: this.percent(percent),
        amount: this.money(amount),
        above: above ? threshold : null,
        reaches: plain ? threshold : null,
      };
    });
    if (slices.includes(null)) return null;
    const known = slices as Slice[];
    return {
      amount: sum(known.map(({ percent, amount }) => percentOf(percent, amount))),
      told: { kind: 'slices', slices: known, counted: after === undefined ? 0n : this.money(after) },
    };
  }

  private totals(why: string): Reason | null {
    const first = this.match(why, `<M> for <M>, at <P>(.*)`);
    const next = this.match(why, `<M> for <M> in all less <M> for <M> counted before, at <P>(.*)`);
    const found = next ?? (first && [...first.slice(0, 2), '0', '0', ...first.slice(2)]);
    if (!found) return null;
    const [earned, to, before, from] = found.slice(0, 4).map(this.money) as [bigint, bigint, bigint, bigint];
    const rest = found[5]!;
    const cliff = rest.includes('of everything once');
    const steps = [{ above: 0n, percent: this.percent(found[4]!) }];
    const step = new RegExp(`^(?:, | and )(${PERCENT}) (?:above|of everything once) (${MONEY})(?: is reached)?`);
    let left = rest;
    for (let one = step.exec(left); one; one = step.exec(left)) {
      steps.push({ percent: this.percent(one[1]!), above: this.money(one[2]!) });
      left = left.slice(one[0].length);
    }
    const adds = inSteps(to, steps, cliff) === earned && inSteps(from, steps, cliff) === before;
    return left || !adds ? null : { amount: earned - before, told: { kind: 'totals', from, to, steps, cliff } };
  }

  private term(line: string, why: string): Reason | null {
    const fee = line === 'monthly fee' && this.match(why, `<M> a month`);
    if (fee) return { amount: this.money(fee[0]!), told: { kind: 'term', amount: this.money(fee[0]!) } };
    const item = line === 'item fee' && this.match(why, `<M> for (.*), first sold on <D>`);
    if (item) {
      const amount = this.money(item[0]!);
      return { amount, told: { kind: 'term', amount, item: item[1]!, day: item[2]! } };
    }
    const spent = line === 'expense' && this.match(why, `(?:<P> of )?<M> spent on <D>`);
    if (spent) {
      const [percent = '100 %', typed, day] = spent;
      const [part, amount] = [this.percent(percent), this.money(typed!)];
      return { amount: percentOf(part, amount), told: { kind: 'term', amount, day: day!, percent: part } };
    }
    const dated = (line === 'bonus' || line === 'fee') && this.match(why, `${line} of <M> on <D>`);
    if (!dated) return null;
    const amount = this.money(dated[0]!);
    return { amount, told: { kind: 'term', amount, day: dated[1]! } };
  }

  private monthlyCap(why: string): Reason | null {
    const found = this.match(why, `share, fees and bonus of <M> are capped at <M> a month`)?.map(this.money);
    if (!found) return null;
    const [earned, cap] = found as [bigint, bigint];
    return { amount: -most(0n, earned - cap), told: { kind: 'monthly cap', earned, cap } };
  }

  private totalCap(why: string): Reason | null {
    const found = this.match(why, `<M> before and <M> in <m> are capped at <M> in all`);
    const used = this.match(why, `<M> before are above the cap of <M> in all: nothing is left of the <M> in <m>`);
    if (!found && !used) return null;
    const [before, earned, month, cap] = found ?? [used![0], used![2], used![3], used![1]];
    const told = { before: this.money(before!), earned: this.money(earned!), month: month!, cap: this.money(cap!) };
    if (used && told.before <= told.cap) return null;
    const over = used ? told.earned : told.before + told.earned - told.cap;
    return { amount: -most(0n, over), told: { kind: 'total cap', ...told } };
  }

  private guarantee(why: string): Reason | null {
    const found = this.match(why, `<M> are guaranteed; share, fees and bonus after caps are <M>`)?.map(this.money);
    if (!found) return null;
    const [guaranteed, left] = found as [bigint, bigint];
    return { amount: most(0n, guaranteed - left), told: { kind: 'guarantee', least: guaranteed, left } };
  }

  private held(why: string): Reason | null {
    const found = this.match(
      why,
      String.raw`<P> of <M> of share and bonus after caps in <m>, held for (a month|\d+ months)`,
    );
    if (!found) return null;
    const [percent, base, month, when] = found as [string, string, string, string];
    const told = { percent: this.percent(percent), base: this.money(base), month, months: parseInt(when, 10) || 1 };
    return { amount: -percentOf(told.percent, told.base), told: { kind: 'held', ...told } };
  }

  private released(why: string): Reason | null {
    const parts = why.split(/ and |, /).map((text) => this.match(text, `<M> held in <m>`));
    if (parts.includes(null)) return null;
    const told = parts.map((part) => ({ amount: this.money(part![0]!), month: part![1]! }));
    return { amount: sum(told.map(({ amount }) => amount)), told: { kind: 'released', parts: told } };
  }

  private recouped(why: string): Reason | null {
    const base =
      `<P> of <M>(?: of share and bonus after caps|` +
      String.raw` \(<M> of share and bonus after caps(?: less <M> held)?(?: plus <M> released)?\))`;
    const rest = this.match(why, `${base} go against the advance of <M>`);
    const last = this.match(why, `the <M> left of the advance, from ${base}`);
    if (!rest && !last) return null;
    const [percent, from, holdable, held, released] = (rest ?? last!.slice(1)) as (string | undefined)[];
    const advance = this.money((rest ? rest[5] : last![0])!);
    const parts = [holdable ?? from!, held ?? '0', released ?? '0'].map(this.money) as [bigint, bigint, bigint];
    const told = { percent: this.percent(percent!), base: this.money(from!), advance, parts };
    const byRate = percentOf(told.percent, told.base);
    if (parts[0] - parts[1] + parts[2] !== told.base || (rest ? byRate >= advance : byRate < advance)) return null;
    return { amount: -least(advance, byRate), told: { kind: 'recouped', ...told } };
  }

  private change(why: string): Reason | null {
    const found = this.match(why, String.raw`([a-z-]+) <m> is <M> after refunds \((.*)\), where it was <M>`);
    if (!found) return null;
    const [of, month, is, list, was] = found as [string, string, string, string, string];
    const [after, before] = [this.money(is), this.money(was)];
    const reasons = list.split('; ').flatMap((text, i, all) => {
      // A sentence of a guarantee has a semicolon of its own.
      if (text.startsWith('share, fees') && of === 'top-up') return [];
      const whole = of === 'top-up' ? `${text}; ${all[i + 1]}` : text;
      const [reason = whole, part] = this.match(whole, `(.*), where it was <M>`) ?? [];
      const [, pool = 'general', sentence = reason] =
        (of === 'share' && !this.own(of, reason) && /^(.*?): (.*)$/.exec(reason)) || [];
      const read = this.own(of, sentence);
      if (!read) throw new Error(`nobody can follow “${reason}” in “${why}”`);
      return [{ ...read, pool, before: part === undefined ? null : this.money(part) }];
    });
    const isWhole = reasons.every((reason) => reason.before === null);
    const adds = isWhole
      ? sum(reasons.map(({ amount }) => amount)) === after
      : sum(reasons.map((reason) => reason.amount - reason.before!)) === after - before;
    return adds ? { amount: after - before, told: { kind: 'change', of, month, before, after, reasons } } : null;
  }

  private rest(why: string): Reason | null {
    const all = this.match(why, `all of (?:late refunds of )?<M>`);
    if (all) return this.restOf(this.money(all[0]!), []);
    const less = this.match(why, `(?:late refunds of )?<M> less (.*)`);
    const other = this.match(why, `the other side of (.*)`);
    const parts = this.list(less?.[1] ?? other?.[0] ?? '');
    return (less ?? other) && parts ? this.restOf(less && this.money(less[0]!), parts) : null;
  }

  private restOf(whole: bigint | null, parts: readonly { amount: bigint; party: string }[]): Reason {
    return { amount: (whole ?? 0n) - sum(parts.map(({ amount }) => amount)), told: { kind: 'rest', whole, parts } };
  }

  /** `1.00 for Partner, 2.00 for Writer and 3.00 for Label` */
  private list(text: string): { amount: bigint; party: string }[] | null {
    const parts: { amount: bigint; party: string }[] = [];
    let left = text;
    while (left) {
      const amount = new RegExp(`^(?:, | and )?(${MONEY}) for `).exec(left);
      left = left.slice(amount?.[0].length ?? 0);
      const party =
        amount &&
        this.parties.find(
          (name) => left === name || (/^(, | and )/.test(left.slice(name.length)) && left.startsWith(name)),
        );
      if (!party) return null;
      parts.push({ amount: this.money(amount[1]!), party });
      left = left.slice(party.length);
    }
    return parts;
  }
}
