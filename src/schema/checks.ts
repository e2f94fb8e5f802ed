import * as z from './zod';
import { dayOfIso, FIRST_YEAR, LAST_YEAR } from '../calc/day';
import type { Cell } from './column';
import { isShown, LONGEST, type Choice, type Field, type Form, type FormValues } from './form';
import { readNumber, type ReadCell } from './read-number';
import { sameText } from './same-text';

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

const blank = ({ required, column, label }: Field): ReadCell =>
  required ? { problem: `${label ?? column.header} is needed.` } : { cell: '' };

function readField({ column, ...field }: Field, typed: string, context: CheckContext): ReadCell {
  if (typed.length > (column.longest ?? LONGEST)) {
    return { problem: `At most ${column.longest ?? LONGEST} characters fit; these are ${typed.length}.` };
  }
  switch (column.input) {
    case 'number':
    case 'rating': {
      const word = column.orWords?.find((one) => sameText(one, typed));
      if (word !== undefined) return { cell: word };
      const { locale, currency = null, unitOf } = context;
      return readNumber(column, typed, {
        locale,
        currency,
        get unit() {
          return unitOf?.({ column, ...field });
        },
      });
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
function readDay(typed: string): ReadCell {
  const year = Number(/^\d{4,6}(?=-\d\d-\d\d$)/.exec(typed)?.[0] ?? 2000);
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return { problem: `The year ${year} is not possible. Write all four digits, such as 2026.` };
  }
  const day = dayOfIso(typed);
  return day === null ? { problem: 'Choose a day that exists.' } : { cell: day };
}
