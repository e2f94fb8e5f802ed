import { LONGEST } from '../schema/form';

/**
 * Anybody who has the sheet open can call what the sidebar calls, with anything. What stands here is between that and
 * the people who read the answer: nothing but words that say what to do reaches them.
 */

/** A kind of argument. What is nested is checked where it is read. */
type Kind = 'text' | 'count' | 'row' | 'yes or no' | 'values' | 'anything';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST;

const FITS: Record<Kind, (value: unknown) => boolean> = {
  text: isText,
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  row: (value) => Number.isSafeInteger(value) && (value as number) >= 1,
  'yes or no': (value) => typeof value === 'boolean',
  values: (value) => isRecord(value) && Object.values(value).every(isText),
  anything: () => true,
};

/** What is given to the functions that take something, in its order. */
const TAKES: Readonly<Record<string, readonly Kind[]>> = {
  showForm: ['text'],
  openForm: ['text'],
  completeForm: ['text'],
  submitForm: ['text', 'anything'],
  answerPage: ['text', 'count'],
  keepDraft: ['text', 'values', 'text'],
  outcomeOf: ['text', 'text'],
  outcomeSeen: ['text', 'text'],
  undoEntry: ['text', 'text', 'text'],
  showRow: ['text', 'row'],
  addPage: ['text'],
  removePage: ['text', 'yes or no'],
  standingImports: ['text'],
  beginImport: ['anything'],
  endImport: ['text'],
  importBlock: ['text', 'text', 'anything', 'anything'],
  takeImportBack: ['text', 'text'],
  keepImportPlan: ['text', 'anything'],
  exportRows: ['text', 'row'],
  fillDocument: ['text', 'values'],
  printDocument: ['text', 'values'],
  putDocument: ['text', 'values'],
  insertExample: ['anything'],
  insertFormula: ['text'],
};

const AGAIN = 'Close the sidebar, open it again from the menu Extensions › Partner Ledger, and try once more.';
const UNFIT = `That is nothing that a page of Partner Ledger sends. ${AGAIN}`;
const FAULT = `Partner Ledger has met something that it does not know how to handle. ${AGAIN} If it happens again, tell whoever looks after the add-on what you did.`;

/** Names of the errors that the language throws by itself, and that the checks do: their texts are for programmers. */
const RAW = /^(?:Type|Range|Reference|Syntax|Eval|URI)Error$|zod/i;

/**
 * Calls one of the functions that Google calls.
 * @throws Error in words for the person at work; what the language itself says goes to the log of executions
 */
export function guarded<T>(name: string, given: readonly unknown[], work: (...given: readonly unknown[]) => T): T {
  const kinds = TAKES[name] ?? [];
  if (!kinds.every((kind, at) => FITS[kind](given[at]))) throw new Error(UNFIT);
  try {
    return work(...given);
  } catch (error) {
    if (error instanceof Error && !RAW.test(error.name)) throw error;
    throw fault(error);
  }
}

function fault(error: unknown): Error {
  console.error(error instanceof Error ? error.stack : error);
  return new Error(FAULT);
}
