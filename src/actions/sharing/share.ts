import { REGISTERS } from '../../registers';
import { parties, settings as settingsRegister } from '../../registers/settings';
import { checkForm, type Submission } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import { formModel, type Choice, type Field, type FormModel } from '../../schema/form';
import { columnsToMark } from '../../schema/layout';
import { foundPlacement } from '../../schema/placement';
import { sameText } from '../../schema/same-text';
import { findColumns, readRow } from '../../schema/table';
import { recall } from '../asking/memory';
import type { Outcome } from '../asking/outcome';
import { choicesFrom } from '../asking/choices';
import { isForbidden, whereAllowed } from '../forbidden';
import { changeRows } from '../rows/change-rows';
import { addressesIn, sidesOf } from '../sides';
import { readyTabs, type ReadyTabs } from '../tabs';
import type { Workbook, WorkbookTab } from '../workbook';
import { CAN, roleChoices, shareForm, type Role } from './share-form';

const choicesIn =
  (settings: readonly (readonly Cell[])[]): ((field: Field) => Choice[]) =>
  (field) =>
    field.key === 'role' ? roleChoices() : choicesFrom((id) => (id === settingsRegister.id ? settings : []))(field);

/** The form begins with the side that nobody is known of yet. */
export function openShare(workbook: Workbook): FormModel {
  const tabs = readyTabs(workbook);
  const settings = tabs(settingsRegister).read();
  const own = sidesOf(workbook, () => settings);
  const { positions } = findColumns(parties, settings[0] ?? []);
  const sides = settings.slice(1).map((line) => readRow(parties, positions, line));
  const others = sides.filter(({ party }) => party !== null && !own.includes(party));
  const side = others.find(({ email }) => email === null) ?? others[0];
  const initial = { side: side?.party ?? '', role: 'editor', address: addressesIn(side?.email ?? null)[0] ?? '' };
  const { draft } = recall(workbook, shareForm.id);
  return formModel(shareForm, workbook.locale, choicesIn(settings), initial, draft);
}

/**
 * Lets somebody in, notes an editor's address beside their side, so that the forms know them, and asks before headings,
 * computed columns and terms are changed by hand. The sharing comes first: without it there is nothing to say.
 */
export function share(workbook: Workbook, { locale, values: typed }: Submission): Outcome {
  return workbook.exclusively((): Outcome => {
    const tabs = readyTabs(workbook);
    const settingsTab = tabs(settingsRegister);
    const settings = settingsTab.read();
    const checked = checkForm(shareForm, typed, { locale, choices: choicesIn(settings) });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
    const { side, role, address } = checked.values as { side: string; role: Role; address: string };
    if (!/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(address)) {
      return { kind: 'errors', errors: { address: 'Write one whole address, such as name@example.com.' } };
    }
    const before = workbook.roleOf(address);
    if (before === 'owner') return refused(`${address} owns this sheet: there is nothing to share.`);
    if (before === 'editor' && role === 'viewer') {
      return refused(
        `${address} is an editor already. Only Google’s own dialog takes that away: choose Share at the top right of the sheet.`,
      );
    }
    const failure = attempt(() => workbook.share(address, role));
    if (failure !== null) return refused(failure);
    const noted = role === 'editor' && noteAddress(settingsTab, settings, side, address);
    whereAllowed(() => guard(tabs));
    return {
      kind: 'written',
      message: messageOf({ address, side, role, noted }),
      where: null,
      next: { side: '', role },
    };
  });
}

const refused = (message: string): Outcome => ({ kind: 'refused', message });

/** Why Google did not share the sheet, and what to do; null where it did. */
function attempt(sharing: () => void): string | null {
  try {
    sharing();
    return null;
  } catch (error) {
    const { message } = error as Error;
    return isForbidden(error)
      ? 'You may not share this sheet. Ask whoever owns it to do so, with this form or with Share at the top right.'
      : `Google did not share the sheet: ${message} Look whether the address is right, or use Share at the top right of the sheet.`;
  }
}

/** Writes an address beside its side; one that stands there stays, and the new one goes behind it. */
function noteAddress(tab: WorkbookTab, cells: Cell[][], side: string, address: string): boolean {
  const { positions } = findColumns(parties, cells[0] ?? []);
  const row = cells.findIndex((line, at) => at > 0 && sameText(line[positions.party]!, side));
  if (row < 0 || positions.email < 0) return false;
  const { email } = readRow(parties, positions, cells[row]!);
  if (addressesIn(email).includes(address.toLowerCase())) return false;
  let noted = false;
  whereAllowed(() => {
    const written = [email, address].filter((one) => one !== null).join(', ');
    changeRows(tab, parties, 'party', cells, [{ row: row + 1, cells: { email: written } }]);
    noted = true;
  });
  return noted;
}

/** Asks before somebody changes by hand what others count on; two reads a tab, and writes only where nothing asks yet. */
function guard(tabs: ReadyTabs): void {
  for (const register of REGISTERS.filter((one) => tabs.has(one))) {
    const tab = tabs(register);
    tab.mark(columnsToMark(register, foundPlacement(register, tab, tab.headings())), false);
  }
}

function messageOf({
  address,
  side,
  role,
  noted,
}: {
  address: string;
  side: string;
  role: Role;
  noted: boolean;
}): string {
  return (
    `Shared with ${address}, who ${CAN[role]}` +
    (noted ? ` The address stands beside ${side} in Settings now: the forms know whom they write for.` : '') +
    ' Send them the link of this sheet: Google may not write to them by itself.'
  );
}
