import { CATALOGUE } from '../../src/functions/catalogue';
import { HELP } from '../../src/functions/help/catalogue';
import { parseExample } from './support/formula';
import { call } from './support/call';

/** Functions that answer in the shape of their ranges. */
const ROW_BY_ROW = [
  'REVSHARE_TIERED',
  'KPI_PAYOUT',
  'PARTNER_TRUST',
  'PARTNER_QUADRANT',
  'PARTNER_ROI',
  'PARTNER_BREAKEVEN',
  'PARTNER_NEXT_REVIEW',
  'KPI_ATTAINMENT',
  'KPI_STATUS',
  'KPI_PACE',
];

/** Functions of which every argument names the cells of a list, down to its last one. */
const EXACT_RANGES = ['PARTNER_CHECKLIST'];

const examples = HELP.flatMap(({ functions }) => functions).flatMap(({ definition, examples }) =>
  examples.filter((example) => 'answer' in example).map((example) => ({ name: definition.name, example })),
);

const isColumn = (value: unknown): value is unknown[][] =>
  Array.isArray(value) && value.length > 1 && (value as unknown[][]).every((row) => row.length === 1);

describe('every worked example', () => {
  it.each(
    examples
      .filter(({ name }) => !EXACT_RANGES.includes(name))
      .map((e) => [e.name, e.example.title, e.example] as const),
  )('%s, %s: rows that are blank in every range change nothing', (name, _, example) => {
    const { given } = parseExample(example);
    const taller = given.map((value) => {
      if (!Array.isArray(value) || value.length < 2) return value;
      const rows = value as unknown[][];
      return [...rows, ...Array.from({ length: 3 }, () => rows[0]!.map(() => ''))];
    });
    expect(call(name, ...taller)).toEqual(call(name, ...given));
  });
});

describe('shape in, shape out', () => {
  const rowByRow = examples.filter(
    ({ name, example }) => ROW_BY_ROW.includes(name) && Array.isArray((example as { answer: unknown }).answer),
  );

  it.each(ROW_BY_ROW)('%s is shown over a range', (name) => {
    expect(CATALOGUE.some((definition) => definition.name === name)).toBe(true);
    expect(rowByRow.some((entry) => entry.name === name)).toBe(true);
  });

  it.each(rowByRow.map((e) => [e.name, e.example.title, e.example] as const))('%s, %s', (name, _, example) => {
    const { given } = parseExample(example);
    const answer = call(name, ...given) as unknown[][];
    const tables = ['tiers', 'curve'];
    const { arguments: list } = CATALOGUE.find((definition) => definition.name === name)!;
    const isTable = (i: number) => tables.includes(list[i]!.name);
    const columns = given.filter((value, i) => !isTable(i) && isColumn(value)) as unknown[][][];
    if (columns.length === 0 || given.includes('running')) return;
    // A row of each range by itself has the row's answer.
    answer.forEach((row, r) => {
      const alone = given.map((value, i) => (!isTable(i) && isColumn(value) ? value[r]![0] : value));
      expect(call(name, ...alone)).toEqual(row[0]);
    });
    // Across instead of down, the answer runs across too.
    const across = given.map((value, i) => (!isTable(i) && isColumn(value) ? [value.map((cell) => cell[0])] : value));
    expect((call(name, ...across) as unknown[][])[0]!.slice(0, answer.length)).toEqual(answer.map(([cell]) => cell));
  });
});
