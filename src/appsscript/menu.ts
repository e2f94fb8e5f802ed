import { answerForm } from '../actions/forms/answers/answer-form';
import { closeForm } from '../actions/closing/close-form';
import { reopenForm } from '../actions/closing/reopen-form';
import { sealedItem } from '../actions/forms/sealed-item';
import { shareForm } from '../actions/sharing/share-form';
import { removeForm } from '../actions/setting-up/remove-form';
import { dealForm } from '../deals/deal-form';
import { setUpForm } from '../actions/setting-up/set-up-form';
import { ENTRY_REGISTERS, REGISTERS } from '../registers';
import { closedPeriods } from '../registers/closed-periods';
import { CHAPTERS } from '../registers/packs';
import { sealed } from '../registers/sealed';
import type { Chapter, EntryRegister } from '../schema/register';
import type { FormItem } from '../schema/form';

const item = ({ title, id }: { title: string; id: string }): FormItem => ({
  title,
  form: id,
  show: `show${id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
});

/** The forms of a register's tab beside its own. */
const BESIDE: Readonly<Record<string, readonly { title: string; id: string }[]>> = { terms: [dealForm] };

/** Money is shared by many; what stands in the gallery by itself has a submenu for its chapter, with what comes with it. */
const chapterOf = ({ chapter, pack }: EntryRegister): Chapter | undefined =>
  chapter ?? REGISTERS.find(({ id }) => id === pack)?.chapter;

const itemsOf = (register: EntryRegister): FormItem[] => {
  const { form, id, pack } = register;
  const chapter = chapterOf(register);
  return [...(BESIDE[id] ?? []), form].map((of) => ({
    ...item(of),
    ...(pack !== undefined && { tab: id }),
    ...(chapter && { chapter }),
  }));
};

/** The submenus, in their order. */
export const SUBMENUS: readonly { chapter: Chapter; title: string }[] = CHAPTERS.map(({ id, name }) => ({
  chapter: id,
  title: name,
}));

/** The forms of the menu, in its order. */
export const FORM_ITEMS: readonly FormItem[] = [
  item(setUpForm),
  ...ENTRY_REGISTERS.flatMap(itemsOf),
  ...[closeForm, reopenForm].map((form) => ({ ...item(form), tab: closedPeriods.id })),
  item({ title: 'Edit the selected row', id: 'edit' }),
  { ...item(sealedItem), tab: sealed.id, chapter: 'align' },
  item(answerForm),
  item(shareForm),
  item(removeForm),
];
