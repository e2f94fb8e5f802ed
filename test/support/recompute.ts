/**
 * The Scorecard's figures worked out once more from the raw rows, in other ways than the add-on's: nothing of src is used.
 * Days are ISO texts, as the tests read them.
 */
type Row = Record<string, unknown>;

export interface Raw {
  settings: Row[];
  contributions: Row[];
  kpis: Row[];
  readings: Row[];
  reviews: Row[];
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const cents = (value: number): number => Math.round(value * 100 + Math.sign(value) * 1e-6) / 100;

export function setting(raw: Raw, name: string): unknown {
  return raw.settings.find((row) => row.Setting === name)?.Value;
}

const parties = (raw: Raw): Row[] => raw.settings.filter((row) => row.Party !== '');

/** What an entry is worth, and what of it counts. */
export function worth(raw: Raw, entry: Row): { value: number | null; counts: number } {
  const kind = raw.settings.find((row) => row['Kind of contribution'] === entry.Kind);
  const first = (...values: unknown[]): unknown => values.find((value) => value !== '' && value !== undefined);
  const factors = [
    entry.Quantity,
    first(
      entry['Unit value'],
      kind?.['Counted in'] === 'hours' ? parties(raw).find((row) => row.Party === entry.Party)?.['Hourly rate'] : '',
      kind?.['Usual unit value'],
    ),
    first(entry.Multiplier, kind?.Multiplier),
  ];
  const value = factors.every(isNumber) ? cents(factors.reduce((product, factor) => product * factor, 1)) : null;
  if (entry.Status === 'disputed' || isTyped(entry)) return { value, counts: 0 };
  if (isNumber(entry['Accepted value'])) return { value, counts: entry['Accepted value'] };
  return { value, counts: setting(raw, 'Count proposed entries') === 'yes' ? (value ?? 0) : 0 };
}

/** A status that no form has written. */
const isTyped = (entry: Row): boolean =>
  ['accepted', 'disputed'].includes(String(entry.Status)) && entry['Answered by'] === '';

function stateOf(raw: Raw, entry: Row): string {
  const { value } = worth(raw, entry);
  if (isTyped(entry)) return 'typed';
  if (entry.Status === 'disputed') return 'disputed';
  if (isNumber(entry['Accepted value'])) return value === entry['Accepted value'] ? 'accepted' : 'changed';
  return value === null ? 'unvalued' : 'open';
}

const effortOf = (raw: Raw, party: unknown, within: (day: string) => boolean = () => true): number =>
  sum(
    raw.contributions
      .filter((entry) => (party === undefined || entry.Party === party) && within(String(entry.Date)))
      .map((entry) => worth(raw, entry).counts),
  );

export function balance(raw: Raw) {
  const tolerance = Number(setting(raw, 'Tolerance'));
  const splits = sum(parties(raw).map((row) => Number(row['Agreed split'])));
  return parties(raw).map((row) => {
    const effort = effortOf(raw, row.Party) / effortOf(raw, undefined);
    const reward = Number(row['Agreed split']) / splits;
    const gap = reward - effort;
    const verdict = Math.abs(gap) <= tolerance + 1e-12 ? 'balanced' : gap > 0 ? 'receives more' : 'receives less';
    return {
      party: row.Party,
      effort,
      reward,
      gap,
      ratio: reward / effort,
      move: effort * splits - Number(row['Agreed split']),
      verdict,
    };
  });
}

/** Share of the effort in the three months up to the as-of day. */
export function effortLately(raw: Raw, party: unknown): number {
  const asOf = String(setting(raw, 'As of'));
  const [year, month, day] = asOf.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 3, 0)).getUTCDate();
  const from = new Date(Date.UTC(year, month - 4, Math.min(day, last))).toISOString().slice(0, 10);
  const within = (at: string): boolean => at > from && at <= asOf;
  return effortOf(raw, party, within) / effortOf(raw, undefined, within);
}

export function openEntries(raw: Raw): { count: number; worth: number } {
  const open = raw.contributions.filter((entry) => ['open', 'changed', 'typed'].includes(stateOf(raw, entry)));
  return { count: open.length, worth: sum(open.map((entry) => worth(raw, entry).value ?? 0)) };
}

export function kpis(raw: Raw) {
  const asOf = String(setting(raw, 'As of'));
  return raw.kpis.map((kpi) => {
    const readings = raw.readings
      .filter((reading) => reading.KPI === kpi.KPI && isNumber(reading.Actual) && String(reading.Date) <= asOf)
      .sort((a, b) => (String(a.Date) < String(b.Date) ? -1 : 1));
    const values = readings.map((reading) => Number(reading.Actual));
    const rolled: Record<string, number> = { sum: sum(values), average: sum(values) / values.length };
    const actual = values.length === 0 ? null : (rolled[String(kpi['Roll-up'])] ?? values[values.length - 1]!);
    const [baseline, target, lower] = [kpi.Baseline, kpi.Target, kpi.Direction === 'lower'];
    let attainment: number | null = null;
    if (actual !== null && isNumber(target)) {
      if (isNumber(baseline)) attainment = (actual - baseline) / (target - baseline);
      else attainment = lower ? 2 - actual / target : actual / target;
    }
    const [start, due] = [String(kpi.Start), String(kpi.Due)];
    const progressDue = Math.min(1, days(start, asOf) / days(start, due));
    const pace =
      actual === null || !isNumber(baseline) || !isNumber(target) || days(start, asOf) <= 0
        ? null
        : (actual - baseline) / (target - baseline) / progressDue;
    const judged = due < asOf ? attainment : (pace ?? attainment);
    const [green, amber] = [Number(setting(raw, 'On track from')), Number(setting(raw, 'At risk from'))];
    const status =
      judged === null ? 'no reading' : judged >= green ? 'on track' : judged >= amber ? 'at risk' : 'off track';
    const [before, latest] = values.slice(-2);
    const trend =
      before === undefined || latest === undefined
        ? ''
        : latest === before
          ? 'steady'
          : latest > before !== lower
            ? 'better'
            : 'worse';
    return {
      kpi: kpi.KPI,
      actual,
      attainment,
      pace,
      status,
      trend,
      perspective: kpi.Perspective,
      weight: isNumber(kpi.Weight) ? kpi.Weight : 1,
    };
  });
}

export function balancedScore(raw: Raw, perspective?: string): { score: number | null; coverage: number } | null {
  const ours = kpis(raw).filter((kpi) => perspective === undefined || kpi.perspective === perspective);
  if (ours.length === 0) return null;
  const rated = ours.filter((kpi) => kpi.attainment !== null);
  const coverage = sum(rated.map(({ weight }) => weight)) / sum(ours.map(({ weight }) => weight));
  const capped = rated.map(({ weight, attainment }) => weight * Math.min(1, Math.max(0, attainment!)));
  const score = (100 * sum(capped)) / sum(rated.map(({ weight }) => weight));
  return { score: coverage >= Number(setting(raw, 'Coverage needed')) ? score : null, coverage };
}

export function health(raw: Raw) {
  const asOf = String(setting(raw, 'As of'));
  return parties(raw).map(({ Party: party }) => {
    const [latest] = raw.reviews
      .filter((review) => review['Rated by'] === party && String(review.Date) <= asOf)
      .sort((a, b) => (String(a.Date) < String(b.Date) ? 1 : -1));
    if (!latest) return { party, health: null, trust: null, date: null };
    const judgements = ['Communication', 'Trust', 'Value delivery', 'Financial', 'Strategic alignment'].map(
      (name) => latest[name],
    );
    const rated = judgements.filter(isNumber);
    const enough = rated.length / judgements.length >= Number(setting(raw, 'Coverage needed'));
    const [c, r, i, s] = ['Credibility', 'Reliability', 'Intimacy', 'Self-orientation'].map((name) => latest[name]);
    return {
      party,
      health: enough ? (100 * sum(rated.map((rating) => rating - 1))) / (4 * rated.length) : null,
      trust: [c, r, i, s].every(isNumber) ? (Number(c) + Number(r) + Number(i)) / Number(s) : null,
      date: String(latest.Date),
    };
  });
}

/** What each side gave in its latest review, where it gave something. */
export function latestRatings(raw: Raw, name: string): number[] {
  const asOf = String(setting(raw, 'As of'));
  return parties(raw).flatMap(({ Party: party }) => {
    const [latest] = raw.reviews
      .filter((review) => review['Rated by'] === party && String(review.Date) <= asOf)
      .sort((a, b) => (String(a.Date) < String(b.Date) ? 1 : -1));
    return latest && isNumber(latest[name]) ? [latest[name]] : [];
  });
}

/** How many lines each reason for attention should have, before long lists are cut. */
export function attention(raw: Raw): Record<string, number> {
  const asOf = String(setting(raw, 'As of'));
  const waiting = Number(setting(raw, 'Days an entry may wait'));
  const inState = (state: string): Row[] => raw.contributions.filter((entry) => stateOf(raw, entry) === state);
  return {
    Disputed: inState('disputed').length,
    'Changed since accepted': inState('changed').length,
    'No value yet': inState('unvalued').length,
    'Waits for an answer': inState('open').filter((entry) => days(String(entry.Date), asOf) > waiting).length,
    'KPI off track': kpis(raw).filter(({ status }) => status === 'off track').length,
    'KPI at risk': kpis(raw).filter(({ status }) => status === 'at risk').length,
    'No reading': kpis(raw).filter(({ actual }) => actual === null).length,
    'Not done in time': raw.reviews.filter(
      (review) => review['Next step'] !== '' && review.Done !== 'yes' && review.Due !== '' && String(review.Due) < asOf,
    ).length,
  };
}

/** What each party put in, by month, for the twelve months up to the as-of day. */
export function byMonth(raw: Raw): { month: string; effort: number[] }[] {
  const [year, month] = String(setting(raw, 'As of')).split('-').map(Number) as [number, number];
  return Array.from({ length: 12 }, (_, index) => {
    const first = new Date(Date.UTC(year, month - 12 + index, 1)).toISOString().slice(0, 10);
    const within = (day: string): boolean => day.startsWith(first.slice(0, 7));
    return { month: first, effort: parties(raw).map(({ Party }) => effortOf(raw, Party, within)) };
  });
}
