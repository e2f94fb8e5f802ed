import { parties, settings } from '../../registers/settings';
import { sealed, WISHES } from '../../registers/sealed';
import { checkForm, type Submission } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import { fieldsOf, formModel, type Form, type FormModel } from '../../schema/form';
import { sameText } from '../../schema/same-text';
import { findColumns, isUnused, readRow, readRows } from '../../schema/table';
import { appendRow } from '../rows/append-row';
import { changeRows } from '../rows/change-rows';
import { sideOf } from '../sides';
import { readyTabs } from '../tabs';
import type { Workbook, WorkbookTab } from '../workbook';
import { choicesFrom } from '../asking/choices';
import { recall } from '../asking/memory';
import type { Outcome } from '../asking/outcome';
import type { Opening } from '../asking/opening';
import { sealedItem } from './sealed-item';

const KEYS = Object.keys(WISHES) as (keyof typeof WISHES)[];

/** *What we want*: a side's own words, which the others see only when all have given theirs. */
const sealedForm: Form = {
  ...sealedItem,
  introduction: '',
  submit: 'Seal it',
  fields: [
    { key: 'side', column: { ...sealed.columns.side, filled: 'by people' }, required: true, label: 'You speak for' },
    ...fieldsOf(WISHES, Object.fromEntries(KEYS.map((key) => [key, {}]))),
  ],
};

/** The words of a side, with the key that its seal was made with. */
interface Kept {
  key: string;
  texts: Record<string, string>;
}

interface Given {
  /** 1-based. */
  row: number;
  side: string;
  seal: string;
  isOpen: boolean;
}

/** The form; where all sides have given theirs, what this person gave is opened before it is whole. */
export function openSealed(workbook: Workbook, opening: Opening): FormModel {
  const ready = readyTabs(workbook);
  const tab = ready(sealed);
  const standing = ready(settings).read();
  const cells = tab.read();
  const opened = opening === 'whole' ? workbook.exclusively(() => reveal(workbook, tab, cells, sidesIn(standing))) : [];
  const { waiting, given } = standOf(cells, sidesIn(standing));
  const introduction =
    (opened.length > 0 ? `The text of ${opened.join(' and ')} is in the sheet now. ` : '') +
    (waiting.length > 0
      ? 'Say what you want before you know what the others say. Your text stays with your account; the sheet holds only its seal until everybody has given theirs. ' +
        (given.length > 0 ? `Given: ${given.map(({ side }) => side).join(', ')}. ` : '') +
        `Waiting for ${waiting.join(' and ')}.`
      : 'All sides have given theirs: each text is opened when whoever gave it comes here.');
  const cellsOf = (id: string): readonly (readonly Cell[])[] => (id === settings.id ? standing : []);
  const { draft } = recall(workbook, sealedForm.id);
  const initial = { side: sideOf(workbook, cellsOf) ?? '' };
  return formModel({ ...sealedForm, introduction }, workbook.locale, choicesFrom(cellsOf), initial, draft);
}

/** Keeps the text with the person and its seal in the sheet; the last side to give opens its own at once. */
export function submitSealed(workbook: Workbook, { key: submissionKey, locale, values: typed }: Submission): Outcome {
  return workbook.exclusively((): Outcome => {
    const ready = readyTabs(workbook);
    const tab = ready(sealed);
    const standing = ready(settings).read();
    const sides = sidesIn(standing);
    const checked = checkForm(sealedForm, typed, { locale, choices: choicesFrom(() => standing) });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
    const side = String(checked.values.side);
    const texts = Object.fromEntries(KEYS.map((key) => [key, String(checked.values[key])]));
    if (Object.values(texts).every((text) => text === '')) {
      return { kind: 'errors', errors: { goals: 'Say something in one of the fields.' } };
    }
    const cells = tab.read();
    const { given, waiting } = standOf(cells, sides);
    const mine = given.find((one) => sameText(one.side, side));
    if (mine && (mine.isOpen || waiting.length === 0)) {
      return {
        kind: 'errors',
        errors: { side: `${side} has given its text, and so have all others: it cannot change any more.` },
      };
    }
    const kept: Kept = { key: workbook.uuid(), texts };
    // The text first: a seal without its text could never be opened.
    workbook.memory.change({ [memoryOf(workbook, side)]: JSON.stringify(kept) }, []);
    const seal = sealOf(workbook, kept);
    const told = { seal, enteredBy: workbook.user, enteredAt: workbook.now() };
    if (mine) changeRows(tab, sealed, 'id', cells, [{ row: mine.row, cells: told }]);
    else appendRow(tab, sealed, 'id', { ...told, side, id: `W-${submissionKey}` });
    const now = tab.read();
    const opened = reveal(workbook, tab, now, sides);
    const left = standOf(now, sides).waiting;
    const message =
      left.length > 0
        ? `Sealed. The text of ${side} opens when all have given theirs; waiting for ${left.join(' and ')}.`
        : `All sides have given theirs. ${opened.join(' and ')}: in the sheet now; the others’ texts open when they come here.`;
    return { kind: 'written', message, where: null, next: { side } };
  });
}

const memoryOf = (workbook: Workbook, side: string): string => `sealed ${workbook.id} ${side.toLowerCase()}`;

const sealOf = (workbook: Workbook, { key, texts }: Kept): string =>
  workbook.sha256(`${key}\n${JSON.stringify(texts)}`);

const sidesIn = (cells: readonly (readonly Cell[])[]): string[] =>
  readRows(parties, cells).flatMap(({ party }) => party ?? []);

/** Which sides have given a text, and for which one waits. */
function standOf(cells: readonly (readonly Cell[])[], sides: readonly string[]): { given: Given[]; waiting: string[] } {
  const { positions } = findColumns(sealed, cells[0] ?? []);
  const given = cells.flatMap((line, at): Given[] => {
    if (at === 0 || isUnused(sealed, positions, line)) return [];
    const row = readRow(sealed, positions, line);
    const isOpen = KEYS.some((key) => row[key] !== null);
    return row.side === null ? [] : [{ row: at + 1, side: row.side, seal: row.seal ?? '', isOpen }];
  });
  return { given, waiting: sides.filter((side) => !given.some((one) => sameText(one.side, side))) };
}

/**
 * Puts the texts that this person has given into the sheet, if every side has given its own. A text whose seal in the
 * sheet is another one stays where it is: somebody has changed one of them.
 */
function reveal(
  workbook: Workbook,
  tab: WorkbookTab,
  cells: readonly (readonly Cell[])[],
  sides: readonly string[],
): string[] {
  const { given, waiting } = standOf(cells, sides);
  if (waiting.length > 0) return [];
  const store = workbook.memory.read();
  const own = given.flatMap(({ row, side, seal, isOpen }) => {
    const kept = isOpen ? null : keptIn(store[memoryOf(workbook, side)]);
    return kept && sealOf(workbook, kept) === seal ? [{ row, side, kept }] : [];
  });
  if (own.length === 0) return [];
  changeRows(
    tab,
    sealed,
    'id',
    cells,
    own.map(({ row, kept: { key, texts } }) => ({ row, cells: { key, ...texts } })),
  );
  workbook.memory.change(
    {},
    own.map(({ side }) => memoryOf(workbook, side)),
  );
  return own.map(({ side }) => side);
}

function keptIn(text: string | undefined): Kept | null {
  try {
    const { key, texts } = JSON.parse(text ?? '') as Partial<Kept>;
    return typeof key === 'string' && typeof texts === 'object' ? { key, texts } : null;
  } catch {
    return null;
  }
}
