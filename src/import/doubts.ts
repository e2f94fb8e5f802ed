import type { FileTable } from './file/file-table';
import { completed, NOBODY, type Plan } from './plan';
import { metricsIn } from './rows/metrics';
import type { SheetFacts } from './sheet';
import { sourceNamed } from './sources';
import type { Source } from './sources/source';
import { targetNamed, type TargetField } from './targets';
import { sameText } from '../schema/same-text';
import { meansCurrency } from '../schema/currency';
import { wayOfBefore } from './rows/keys';
import { currenciesIn, numbersOf, peopleIn, textsOf } from './rows/looks';
import { seenIn, type Look } from './rows/seen';
import { decimalMarkIn } from './values/numbers';
import { Days } from './values/days';
import { monthNames } from './values/month-names';
import { plainText } from './values/plain-text';

/** Something that the file itself does not settle. */
export interface Doubt {
  /** Under which the answer is kept. */
  key: string;
  question: string;
  input: 'choice' | 'day' | 'number' | 'text';
  choices: readonly { value: string; label: string }[];
  /** Nothing is read without an answer. */
  needed: boolean;
  /** What holds while nobody says otherwise; empty where nothing may be guessed. */
  proposed: string;
}

const MOST_PEOPLE = 200;

/**
 * Every question about a file under a plan, answered or not, in the order in which they are asked.
 * @param keys source keys of the register: what was put together in one way goes on in that way
 */
export function doubtsOf(plan: Plan, table: FileTable, sheet: SheetFacts, keys: Iterable<string> = []): Doubt[] {
  const source = sourceNamed(plan.source);
  const { fields } = targetNamed(source.target);
  const missing = source.metrics ? missingDay(plan) : fields.filter((field) => isMissing(plan, field));
  return [
    ...missing.map((field) => missingField(source, field, table, sheet)),
    ...fields.filter(({ kind }) => kind === 'side').flatMap((field) => people(plan, field, table, sheet)),
    ...kpis(plan, table, sheet),
    ...writing(plan, table, sheet),
    ...rates(plan, table, sheet),
    ...grouping(plan, keys),
  ];
}

/** What is answered, or else proposed. */
export function answerTo(plan: Plan, { key, input, choices, proposed }: Doubt): string {
  const answer = plan.answers[key];
  const isOffered = input !== 'choice' || choices.some(({ value }) => value === answer);
  return answer !== undefined && isOffered ? answer : proposed;
}

/** Doubts without which nothing can be read. */
export const unanswered = (plan: Plan, doubts: readonly Doubt[]): Doubt[] =>
  doubts.filter((doubt) => doubt.needed && answerTo(plan, doubt) === '');

/** The plan with what was proposed as answers, so that reading needs no doubts. */
export const settledPlan = (plan: Plan, doubts: readonly Doubt[]): Plan => ({
  ...plan,
  answers: { ...plan.answers, ...Object.fromEntries(doubts.map((doubt) => [doubt.key, answerTo(plan, doubt)])) },
});

const isMissing = (plan: Plan, { id, needed }: TargetField): boolean =>
  needed === true && !plan.columns[id] && !plan.constants[id];

const missingDay = (plan: Plan): TargetField[] =>
  plan.columns.date || plan.constants.date ? [] : [{ id: 'date', label: 'Date', kind: 'day', needed: true }];

function missingField(source: Source, field: TargetField, table: FileTable, sheet: SheetFacts): Doubt {
  const { id, label, kind } = field;
  // Of a table that nobody knows, some column may well be the day.
  if (kind === 'day' && source.knownBy.length > 0) {
    return ask('day', 'The file names no day. Which day is it of, or the last one of its time?', 'day', sheet.today);
  }
  const asked = {
    side: sheet.sides.map(({ name }) => name),
    kpi: sheet.kpis.map(({ name }) => name),
    choice: sheet.kinds,
  }[kind as string];
  if (asked) return choose(`field:${id}`, `${label} of every row`, asked.map(same));
  return choose(
    `field:${id}`,
    `Which column is ${label}?`,
    table.headings.map(({ name, text }) => ({ value: name, label: text })),
  );
}

const same = (value: string) => ({ value, label: value });

const ask = (key: string, question: string, input: Doubt['input'], proposed = '', needed = true): Doubt => ({
  key,
  question,
  input,
  choices: [],
  needed,
  proposed,
});

const choose = (key: string, question: string, choices: Doubt['choices'], proposed = '', needed = true): Doubt => ({
  ...ask(key, question, 'choice', proposed, needed),
  choices,
});

/** Whose side each person is on. */
function people(plan: Plan, field: TargetField, table: FileTable, sheet: SheetFacts): Doubt[] {
  const look = peopleIn(plan, table, field.id);
  if (!look) return [];
  const names = [...seenIn(table, look)].slice(0, MOST_PEOPLE + 1);
  const choices = [...sheet.sides.map(({ name }) => same(name)), { value: NOBODY, label: 'Leave these rows out' }];
  return names.map((name) => {
    const side = sheet.sides.find((one) =>
      [one.name, one.liaison, one.email].some((is) => is !== '' && sameText(is, name)),
    );
    return choose(`side:${name}`, `Which side is ${name}?`, choices, side?.name ?? '');
  });
}

function kpis(plan: Plan, table: FileTable, sheet: SheetFacts): Doubt[] {
  const choices = [...sheet.kpis.map(({ name }) => same(name)), { value: NOBODY, label: 'Leave it out' }];
  return metricsIn(plan, table).map(({ name }) => {
    const known = sheet.kpis.find((kpi) => sameText(kpi.name, name));
    return choose(`kpi:${name}`, `Which KPI is ${name}?`, choices, known?.name ?? NOBODY);
  });
}

/** How days and numbers are written, where the file can be read in two ways. */
function writing(plan: Plan, table: FileTable, sheet: SheetFacts): Doubt[] {
  const source = sourceNamed(plan.source);
  const doubts: Doubt[] = [];
  const days = new Days(monthNames(sheet.locale));
  if (!source.order) {
    const all = everyText(table, textsOf(plan, table, ['day']));
    if (days.orderIn(all) === 'unclear') {
      const example = all.find((text) => days.textOf(text)?.is === 'either') ?? '03/04/2026';
      doubts.push(
        choose('order', `How is ${plainText(example)} meant?`, [
          { value: 'day first', label: 'Day first, then the month' },
          { value: 'month first', label: 'Month first, then the day' },
        ]),
      );
    }
    if (all.some((text) => days.textOf(text)?.is === 'yearless')) {
      doubts.push(
        ask('year', 'The days have no year. Which year is the latest of them in?', 'number', sheet.today.slice(0, 4)),
      );
    }
  }
  if (!source.decimal) {
    const all = everyText(table, numbersOf(plan, table));
    if (decimalMarkIn(all) === 'unclear') {
      const example = all.find((text) => decimalMarkIn([text]) === 'unclear') ?? '1,234';
      doubts.push(
        choose('decimal', `How is ${plainText(example)} meant?`, [
          { value: '.', label: 'A comma stands between thousands: 1,234.50' },
          { value: ',', label: 'A comma is the decimal mark: 1.234,50' },
        ]),
      );
    }
  }
  return doubts;
}

const everyText = (table: FileTable, looks: readonly Look[]): string[] =>
  looks.flatMap((look) => [...seenIn(table, look)]);

/** What other currencies are worth; without an answer their rows are left out. */
function rates(plan: Plan, table: FileTable, { currency }: SheetFacts): Doubt[] {
  if (currency === null) return [];
  const others = [...seenIn(table, currenciesIn(plan, table))].filter((found) => !meansCurrency(found, currency));
  return others.map((other) =>
    ask(
      `rate:${other}`,
      `How much is 1 ${other} in ${currency}? Empty: rows in ${other} are left out.`,
      'text',
      '',
      false,
    ),
  );
}

function grouping(plan: Plan, keys: Iterable<string>): Doubt[] {
  const source = sourceNamed(plan.source);
  const { columns } = completed(plan);
  if (!columns.date) return [];
  const before = wayOfBefore(source.id, keys);
  const ways = (question: string, key: string, choices: Doubt['choices']): Doubt => {
    const same = choices.filter(({ value }) => value === before);
    const offered = same.length > 0 ? same : choices;
    return choose(key, question, offered, offered[0]!.value);
  };
  if (source.metrics) {
    return [
      ways('A reading for', 'period', [
        { value: 'day', label: 'each day' },
        { value: 'month', label: 'each month' },
      ]),
    ];
  }
  if (source.target !== 'contributions' || !columns.quantity) return [];
  return [
    ways('How are the entries written?', 'rows', [
      { value: 'entry', label: 'One row for each entry' },
      { value: 'day', label: 'One row for each day, person and item' },
    ]),
  ];
}
