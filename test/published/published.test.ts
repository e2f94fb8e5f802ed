import { allocation } from './allocation';
import cases from './cases.json';
import { contributions, spread } from './contributions';
import { curves, kpis } from './kpis';
import { advances, deductions, fees, tiers, waterfalls } from './money';
import { returns, trust } from './returns';
import { rounding } from './rounding';
import { scoring } from './scoring';
import type { PublishedCase, Topic } from './topic';

/** The topics, by the first parts of the ids of their cases. */
const topics: Record<string, Topic> = {
  alloc: allocation,
  round: rounding,
  wsm: scoring,
  kpi: kpis,
  curve: curves,
  tier: tiers,
  'feeband net': fees,
  'roy mg recoup draw': advances,
  wf: waterfalls,
  'res claw due late': deductions,
  'pie give recency trueup halflife': contributions,
  'gini jain hhi': spread,
  trust,
  'be roi': returns,
};

const published = cases as unknown as PublishedCase[];

/** Every number of the published answer, in its place, within the tolerance that the source leaves. */
function requireAlike(answer: unknown, expected: unknown, tolerance: number): void {
  if (typeof expected === 'number') {
    expect(typeof answer).toBe('number');
    expect(Math.abs((answer as number) - expected)).toBeLessThanOrEqual(tolerance);
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(answer as object)).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected)) {
      requireAlike((answer as Record<string, unknown>)[key], value, tolerance);
    }
  } else {
    expect(answer).toBe(expected);
  }
}

it('belong to a topic each', () => {
  const prefixes = Object.keys(topics).flatMap((key) => key.split(' '));
  expect(published.filter(({ id }) => !prefixes.includes(id.split('-')[0]!))).toEqual([]);
  expect(published).toHaveLength(127);
});

describe.each(Object.entries(topics))('published cases: %s', (prefixes, { answers, leftOut }) => {
  const ofTopic = published.filter(({ id }) => prefixes.split(' ').includes(id.split('-')[0]!));

  it('are each answered, or left out for a reason', () => {
    const ids = [...Object.keys(answers), ...Object.keys(leftOut)];
    expect(ids.sort()).toEqual(ofTopic.map(({ id }) => id).sort());
  });

  const answered = ofTopic.filter(({ id }) => id in answers);
  it.each(answered.map((entry) => [entry.id, entry.source, entry] as const))('%s (%s)', (id, _, entry) => {
    requireAlike(answers[id]!(entry.inputs as never), entry.recomputed ?? entry.expected, entry.tolerance);
  });
});
