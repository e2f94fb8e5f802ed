import { findColumn, isPersonal, type Heading } from './file/headings';
import { sourceNamed } from './sources';
import type { FieldColumn, Source } from './sources/source';
import { targetNamed } from './targets';
import { digest } from './values/digest';

/** Instead of a side or a KPI: rows and metrics that are left out. */
export const NOBODY = '(leave out)';

/** What was asked about a file, by the doubt's key, and answered. */
export type Answers = Readonly<Record<string, string>>;

/**
 * How a file is taken: which column is what, what stands for every row, what was answered. Plain data that does not depend
 * on the order of columns, so that it can be kept for next month's file.
 */
export interface Plan {
  source: string;
  /** Names of headings by the register's column; several are put together. */
  columns: Readonly<Record<string, readonly string[]>>;
  constants: Readonly<Record<string, string>>;
  answers: Answers;
}

/** What the source says about these headings. */
export function planFor(source: Source, headings: readonly Heading[]): Plan {
  const columns: Record<string, readonly string[]> = {};
  for (const { id, kind } of targetNamed(source.target).fields) {
    const column = source.fields[id];
    if (column === undefined) continue;
    const found = namesIn(column, headings).filter((name) => {
      const heading = headings.find((one) => one.name === name)!;
      // A person is turned into a side and does not reach the sheet.
      return kind === 'side' || source.knownBy.length === 0 || !isPersonal(heading) || isSaid(source, name);
    });
    if (found.length > 0) columns[id] = found;
  }
  return { source: source.id, columns, constants: { ...source.constants }, answers: {} };
}

/** A column that the source's definition takes by its very name, such as Shopify's *Name* of an order. */
const isSaid = (source: Source, name: string): boolean =>
  source.knownBy.some((known) => [known].flat().some((one) => one.toLowerCase() === name));

function namesIn(column: FieldColumn, headings: readonly Heading[]): string[] {
  const each = typeof column === 'object' && 'joined' in column ? column.joined : [column];
  return each.flatMap((names) => headings[findColumn(headings, names)]?.name ?? []);
}

/** Files of the same headings are taken alike, whatever their order. */
export const signatureOf = (headings: readonly Heading[]): string =>
  digest(
    headings
      .map(({ name }) => name)
      .sort()
      .join('\n'),
  );

/** What is only true of one file. */
const OF_ONE_FILE = /^(day|year|rate:)/;

/** With what was answered for fields that no column was known for: it stands for every row, or names the column. */
export function completed({ source, columns, constants, answers }: Plan): Pick<Plan, 'columns' | 'constants'> {
  const more: Record<string, readonly string[]> = {};
  const fixed: Record<string, string> = {};
  for (const { id, kind } of targetNamed(sourceNamed(source).target).fields) {
    const answer = answers[`field:${id}`];
    if (answer === undefined || answer === '' || columns[id] || constants[id]) continue;
    if (['side', 'kpi', 'choice'].includes(kind)) fixed[id] = answer;
    else more[id] = [answer];
  }
  const day = answers.day && !columns.date ? { date: answers.day } : {};
  return { columns: { ...columns, ...more }, constants: { ...constants, ...fixed, ...day } };
}

/** The part of a plan that holds for the next file as well. */
export const remembered = (plan: Plan): Plan => ({
  ...plan,
  answers: Object.fromEntries(Object.entries(plan.answers).filter(([key]) => !OF_ONE_FILE.test(key))),
});

/** A plan that was kept, if it still fits; null where it names columns or a source that are not there. */
export function recalled(kept: unknown, headings: readonly Heading[]): Plan | null {
  const plan = kept as Partial<Plan> | null;
  if (!plan || typeof plan.source !== 'string' || !plan.columns || !plan.constants || !plan.answers) return null;
  try {
    sourceNamed(plan.source);
  } catch {
    return null;
  }
  const names = new Set(headings.map(({ name }) => name));
  return Object.values(plan.columns)
    .flat()
    .every((name) => names.has(name))
    ? (plan as Plan)
    : null;
}
