import * as z from './zod';
import { dayOfIso } from '../calc/day';
import { asShown } from '../calc/decimal';
import type { Cell, Column } from './column';
import { meansCurrency } from './currency';
import { isShown, LONGEST, type Choice, type Field, type Form, type FormValues } from './form';
import { isPercentUnit } from './percent';
import { sameText } from './same-text';
import { currencyIn, plainCharacters, readTypedNumber } from './typed-number';
import { numberText, readTypedTime } from './typed-time';

// Without code generation zod starts faster, and Apps Script starts afresh for every call.
z.config({ jitless: true });

/** What was found wrong, by field, in words for the person who typed it. */
export type FieldErrors = Record<string, string>;

export type Checked = { values: Record<string, Cell> } | { errors: FieldErrors };

/** What the checks need to know of the workbook. */
export interface CheckContext {
  locale: string;
  choices: (field: Field) => readonly Choice[];
  /** What a number is counted in, where a column says so. */
  unitOf?: (field: Field) => Cell;
  /** The currency of all amounts, where one is set. */
  currency?: string | null | undefined;
}

/** What a form sends: a key that is the same when it tries again, and what was typed. */
const submissionSchema = z.object({
  key: z.string().check(z.regex(/^[0-9A-Z]{8}$/)),
  locale: z.string().check(z.maxLength(20)),
  values: z.record(z.string(), z.string()),
});

export type Submission = z.infer<typeof submissionSchema>;

/**
 * Reads what came from the sidebar.
 * @throws Error in words for the person at work, where it is no submission; fields that are too long are none of it
 */
export function readSubmission(received: unknown): Submission {
  const read = z.safeParse(submissionSchema, received);
  if (read.success) return read.data;
  throw new Error(
    'The form did not arrive as it was filled in. Close the sidebar, open the form again and send it anew.',
  );
}

/** Checks what was typed into the fields that are asked for and turns it into cells; blank fields become blank cells. */
export function checkForm(form: Form, typed: FormValues, context: CheckContext): Checked {
  const fields = form.fields.filter((field) => isShown(field, typed));
  const shape = Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field, context)]));
  const trimmed = Object.fromEntries(fields.map(({ key }) => [key, (typed[key] ?? '').trim()]));
  const result = z.safeParse(z.object(shape), trimmed);
  if (result.success) return { values: result.data };
  const errors: FieldErrors = {};
  for (const issue of result.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { errors };
}

function fieldSchema(field: Field, context: CheckContext): z.ZodMiniType<Cell, string> {
  return z.pipe(
    z.string(),
    z.transform((typed: string, report): Cell => {
      // A zero-width space alone is nothing, too.
      const outcome = sameText(typed, '') ? blank(field) : readField(field, typed, context);
      if ('cell' in outcome) return outcome.cell;
      report.issues.push({ code: 'custom', message: outcome.problem, input: typed });
      return z.NEVER;
    }),
  );
}

type Outcome = { cell: Cell } | { problem: string };

const blank = ({ required, column, label }: Field): Outcome =>
  required ? { problem: `${label ?? column.header} is needed.` } : { cell: '' };

function readField({ column, ...field }: Field, typed: string, context: CheckContext): Outcome {
  if (typed.length > (column.longest ?? LONGEST)) {
    return { problem: `At most ${column.longest ?? LONGEST} characters fit; these are ${typed.length}.` };
  }
  switch (column.input) {
    case 'number':
    case 'rating': {
      const word = column.orWords?.find((one) => sameText(one, typed));
      return word === undefined ? readNumber({ column, ...field }, typed, context) : { cell: word };
    }
    case 'day':
      return readDay(typed);
    case 'choice': {
      const known = context.choices({ column, ...field });
      const found = known.find(({ value }) => sameText(value, typed));
      return found ? { cell: found.value } : { problem: `Choose one of: ${known.map((one) => one.value).join(', ')}.` };
    }
    case 'link':
      return /^https?:\/\/[^\s]+$/i.test(typed)
        ? { cell: typed }
        : { problem: 'Paste the whole address, beginning with https://' };
    default:
      return column.address && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(typed)
        ? { problem: 'Write an e-mail address such as name@example.com, or leave it empty.' }
        : { cell: typed };
  }
}

/** Browsers send a year of two digits that somebody typed as 0026, and let people type six. */
function readDay(typed: string): Outcome {
  const year = Number(/^\d{4,6}(?=-\d\d-\d\d$)/.exec(typed)?.[0] ?? 2000);
  if (year < 1900 || year > 2100) {
    return { problem: `The year ${year} is not possible. Write all four digits, such as 2026.` };
  }
  const day = dayOfIso(typed);
  return day === null ? { problem: 'Choose a day that exists.' } : { cell: day };
}

const AS_PERCENTAGE = 'Write it as a percentage from 0% to 100%, such as 60%.';

function readNumber(field: Field, typed: string, { locale, currency, unitOf }: CheckContext): Outcome {
  const { column } = field;
  // Turkish and Basque write the sign first.
  const [, first, bare, last] = /^(% ?)?(.*?)( ?%)?$/.exec(plainCharacters(typed, locale))!;
  const percent = first !== undefined || last !== undefined;
  const isFraction = column.format.endsWith('%');
  const inPercent = column.countedIn !== undefined && isPercentUnit(unitOf?.(field));
  if (percent && !isFraction && !inPercent && !column.percent) {
    return {
      problem: `A plain number is expected here, without %.${column.countedIn ? ' For a percentage, % has to be the unit of the KPI.' : ''}`,
    };
  }
  if ((isFraction || inPercent) && /\p{Sc}/u.test(typed)) return { problem: AS_PERCENTAGE };
  const number = readTypedNumber(percent ? bare! : typed, locale);
  if ('problem' in number) {
    const words = (column.orWords ?? []).map((word) => `, or write ${word}`).join('');
    return asTime(column, typed, locale) ?? { problem: `${number.problem}${words}` };
  }
  const mark = currency ? currencyIn(typed, locale) : null;
  if (mark !== null && !meansCurrency(mark, currency!)) {
    return {
      problem: `All amounts here are in ${currency!}, not in ${mark}. Convert it, and write the amount without a currency.`,
    };
  }
  const size = Math.abs(number.value);
  if (inPercent && !percent && size > 0 && size <= 1) {
    const [asIs, asPart] = [number.value, asShown(number.value * 100)].map((value) => numberText(value, locale));
    return { problem: `It is counted in %: write ${asIs}% or ${asPart}%, whichever is meant.` };
  }
  // What is more than the whole can only be meant as a percentage: 60. A plain 1 stays the whole.
  const most = column.most ?? 1;
  const isPercentage = percent || inPercent || (isFraction && number.value > most && number.value <= 100 * most);
  // Typed percentages are read as decimals: 33.3 % becomes 0.333 without a binary remainder.
  const value = isPercentage ? Number((number.value / 100).toPrecision(15)) : number.value;
  return withinLimits(column, value);
}

/** A text that is no number but a time: hours where the column takes them. */
function asTime(column: Column<unknown>, typed: string, locale: string): Outcome | null {
  const time = readTypedTime(typed, locale);
  if (!time) return null;
  if (column.hours) return 'hours' in time ? withinLimits(column, time.hours) : time;
  const example = 'hours' in time ? time.hours : 1.5;
  return { problem: `A plain number is expected here, not a time, such as ${numberText(example, locale)}` };
}

function withinLimits(column: Column<unknown>, value: number): Outcome {
  const { least, most } = column;
  if (least && (least.above ? value <= least.value : value < least.value)) {
    return {
      problem: least.above ? `More than ${least.value} is expected.` : `It cannot be less than ${least.value}.`,
    };
  }
  if (most !== undefined && value > most) {
    return { problem: column.format.endsWith('%') ? AS_PERCENTAGE : `At most ${most}.` };
  }
  return { cell: value };
}
