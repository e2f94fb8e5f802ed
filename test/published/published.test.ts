import { allocation } from './allocation';
import cases from './cases.json';
import { rounding } from './rounding';
import { scoring } from './scoring';
import type { PublishedCase, Topic } from './topic';

/** The topics by the first part of the ids of their cases. */
const topics: Record<string, Topic> = { alloc: allocation, round: rounding, wsm: scoring };

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

describe.each(Object.entries(topics))('published cases: %s', (prefix, { answers, leftOut }) => {
  const ofTopic = published.filter(({ id }) => id.startsWith(`${prefix}-`));

  it('are each answered, or left out for a reason', () => {
    const ids = [...Object.keys(answers), ...Object.keys(leftOut)];
    expect(ids.sort()).toEqual(ofTopic.map(({ id }) => id).sort());
  });

  const answered = ofTopic.filter(({ id }) => id in answers);
  it.each(answered.map((entry) => [entry.id, entry.source, entry] as const))('%s (%s)', (id, _, entry) => {
    requireAlike(answers[id]!(entry.inputs as never), entry.recomputed ?? entry.expected, entry.tolerance);
  });
});
