import { ENTRY_REGISTERS } from '../../../registers';
import { answers } from '../../../registers/answers';
import { contributions } from '../../../registers/contributions';
import { settings as settingsRegister } from '../../../registers/settings';
import { checkForm, type FieldErrors, type Submission } from '../../../schema/checks';
import type { Cell } from '../../../schema/column';
import {
  formModel,
  isTick,
  isTickNote,
  ITEMS_A_PAGE,
  noteOf,
  tickKey,
  TICKS_BEGIN,
  ticksIn,
  type FormModel,
  type FormValues,
  type ItemModel,
  type ItemPage,
} from '../../../schema/form';
import { answering, type Refused } from '../../answering';
import type { EntryRegister } from '../../../schema/register';
import { rowsNamed, rowsWithNames, type NamedRows } from '../../rows/named-rows';
import { whereAllowed } from '../../forbidden';
import { readSettings } from '../../settings';
import { mendHeadings } from '../../setting-up/mend-headings';
import { notePlace } from '../../refreshing/note-place';
import { takeCurrency } from '../../refreshing/take-currency';
import { readyTabs, type ReadyTabs } from '../../tabs';
import type { Workbook, WorkbookTab } from '../../workbook';
import { recall } from '../../asking/memory';
import type { Outcome } from '../../asking/outcome';
import { AGREED_COLUMNS, AgreedRows } from './agreed-rows';
import { AnsweredEntries, entries, ENTRY_COLUMNS } from './answered-entries';
import { DISPUTE, type Answered, type AnsweredRows, type Given } from './answered-rows';
import { answerForm } from './answer-form';
import { Answerers } from './answerer';
import type { Opening } from '../../asking/opening';

const [SIDE] = answerForm.fields;

/**
 * What waits for an answer: the first page, and what was ticked when the form was last closed. At once it shows the entries
 * of the log; rows of other tabs that are to be agreed on join them when it is whole.
 */
export function openAnswers(workbook: Workbook, opening: Opening): FormModel {
  const { answerers, waiting, isLookedAt } = opened(workbook, opening);
  const { draft, last } = recall(workbook, answerForm.id);
  const side = answerers.first(draft?.side || last.side);
  const items = waiting(side);
  return formModel(
    answerForm,
    workbook.locale,
    () => answerers.choices,
    { side },
    draft && { ...stillOpen(draft, items, isLookedAt), side },
    { page: pageOf(items, 0) },
  );
}

/** Another page of what waits for a side. */
export const answerPage = (workbook: Workbook, side: string, from: number): ItemPage | Refused =>
  answering(() => {
    const { answerers, waiting } = opened(workbook, 'whole');
    return pageOf(waiting(answerers.first(side)), from);
  });

function pageOf(items: readonly ItemModel[], from: number): ItemPage {
  // What was answered meanwhile may have emptied the last page.
  const last = Math.max(0, Math.ceil(items.length / ITEMS_A_PAGE) - 1) * ITEMS_A_PAGE;
  const start = Math.min(Math.max(0, Math.floor(from)), last);
  return {
    items: items.slice(start, start + ITEMS_A_PAGE),
    from: start,
    total: items.length,
    size: ITEMS_A_PAGE,
    begins: TICKS_BEGIN,
  };
}

/** The ticks of a draft whose entries still wait, as they stood when they were ticked; where nobody has looked, all. */
function stillOpen(
  draft: FormValues,
  items: readonly ItemModel[],
  isLookedAt: (registerId: string) => boolean,
): FormValues {
  const offered = new Map(items.map(({ key, answers }) => [key, answers]));
  const notes = new Map(items.map(({ key, note }) => [note, key]));
  return Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => {
      const registerId = registerIn(key);
      if (registerId !== undefined && !isLookedAt(registerId)) return true;
      if (isTick(key)) return offered.get(key)?.some((answer) => answer.value === value);
      return !isTickNote(key) || notes.has(key);
    }),
  );
}

/** What stands in the sheet for this form. Rows without a name of their own are given one, to be found again by. */
function opened(workbook: Workbook, opening: Opening) {
  const tabs = readyTabs(workbook);
  const settings = tabs(settingsRegister).read();
  const answerers = new Answerers(workbook, settings, SIDE!);
  const isLookedAt = (registerId: string): boolean => opening === 'whole' || registerId === entries.id;
  if (opening === 'whole') {
    whereAllowed(() => void takeCurrency(workbook, tabs.all, settings));
    mendHeadings(workbook, contributions, tabs(contributions));
    notePlace(workbook, tabs);
  }
  const rows = workbook.exclusively(() => answeredRows(workbook, tabs, answerers, settings, 'named', isLookedAt));
  const waiting = (side: string): ItemModel[] => [...rows.values()].flatMap((one) => one.items(side));
  return { answerers, waiting, isLookedAt };
}

/** The rows that are answered, by register; one read each. `as they are`: without naming any. */
function answeredRows(
  workbook: Workbook,
  tabs: ReadyTabs,
  answerers: Answerers,
  settings: readonly (readonly Cell[])[],
  how: 'named' | 'as they are',
  wanted: (registerId: string) => boolean = () => true,
): Map<string, AnsweredRows> {
  const found = new Map<string, AnsweredRows>();
  const read = (register: EntryRegister, tab: WorkbookTab, needed: readonly string[]): NamedRows =>
    how === 'named' ? rowsNamed(workbook, register, tab, needed) : rowsWithNames(register, tab, needed);
  if (wanted(entries.id)) {
    const tab = tabs(contributions);
    const log = read(entries, tab, ENTRY_COLUMNS);
    const { currency } = readSettings(settings);
    found.set(entries.id, new AnsweredEntries(workbook, tab, log, answerers, currency));
  }
  for (const register of ENTRY_REGISTERS) {
    if (!register.agreement || !tabs.has(register) || !tabs.has(answers) || !wanted(register.id)) continue;
    const tab = tabs(register);
    const log = read(register, tab, AGREED_COLUMNS);
    found.set(register.id, new AgreedRows(workbook, register, tab, log, tabs(answers)));
  }
  return found;
}

/**
 * Writes the answers: one write for each run of rows that follow one another. Four reads, among them Settings, because
 * it says who is known. An answer that stands already is not written again.
 */
export function answerEntries(workbook: Workbook, { locale, values: typed }: Submission): Outcome {
  const given = givenIn(typed);
  return workbook.exclusively((): Outcome => {
    const tabs = readyTabs(workbook);
    const settings = tabs(settingsRegister).read();
    const answerers = new Answerers(workbook, settings, SIDE!);
    const by = answerers.of((typed.side ?? '').trim());
    const checked = checkForm(answerForm, { side: by.side }, { locale, choices: () => answerers.choices });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
    const errors = problemsOf(given);
    if (errors) return { kind: 'errors', errors };

    const rows = answeredRows(workbook, tabs, answerers, settings, 'as they are', (id) => given.has(id));
    const done = [...given].map(([id, answers]) => {
      const to = rows.get(id);
      return to ? said(to.tabName, to.answer(answers, answerers.of(String(checked.values.side)))) : UNKNOWN;
    });
    return { kind: 'written', message: done.join(' '), where: null, next: { side: by.side } };
  });
}

const UNKNOWN = 'Some answers belong to a tab that is not there any more.';

/** The name of an answer, or of what is said with it: of which register, and which row. */
const TICKED = /^\S+ (\S+) ([^]+)$/;

const registerIn = (key: string): string | undefined => TICKED.exec(key)?.[1];

/** The answers by register. */
function givenIn(typed: FormValues): Map<string, Given[]> {
  const given = new Map<string, Given[]>();
  for (const [key, answer] of ticksIn(typed)) {
    const [, registerId = '', name = ''] = TICKED.exec(key) ?? [];
    const note = (typed[noteOf(key)] ?? '').trim();
    given.set(registerId, [...(given.get(registerId) ?? []), { name, answer, note }]);
  }
  return given;
}

const LONGEST_NOTE = contributions.columns.answerNote.longest!;

function problemsOf(given: ReadonlyMap<string, readonly Given[]>): FieldErrors | null {
  if (given.size === 0) return { side: 'Choose an answer for at least one entry below.' };
  const errors: FieldErrors = {};
  for (const [registerId, answers] of given) {
    for (const { name, answer, note } of answers) {
      const key = noteOf(tickKey(registerId, name));
      if (answer === DISPUTE && note === '') errors[key] = 'Say in a few words why you dispute it.';
      if (note.length > LONGEST_NOTE) errors[key] = `At most ${LONGEST_NOTE} characters fit; these are ${note.length}.`;
    }
  }
  return Object.keys(errors).length > 0 ? errors : null;
}

/** Of what was left open, so many are named. */
const NAMED = 5;

function said(tabName: string, { accepted, disputed, left }: Answered): string {
  const more = left.length - NAMED;
  return [
    `${accepted} accepted, ${disputed} disputed in ${tabName}.`,
    ...left.slice(0, NAMED),
    ...(more > 0 ? [`${more} more were left open.`] : []),
  ].join(' ');
}
