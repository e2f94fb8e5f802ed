import { answerForm } from '../actions/forms/answers/answer-form';
import { closeForm } from '../actions/closing/close-form';
import { reopenForm } from '../actions/closing/reopen-form';
import { sealedItem } from '../actions/forms/sealed-item';
import { shareForm } from '../actions/sharing/share-form';
import { removeForm } from '../actions/setting-up/remove-form';
import { dealForm } from '../deals/deal-form';
import { setUpForm } from '../actions/setting-up/set-up-form';
import { ENTRY_REGISTERS } from '../registers';
import { closedPeriods } from '../registers/closed-periods';
import { sealed } from '../registers/sealed';
import type { EntryRegister } from '../schema/register';
import type { FormItem } from '../schema/form';

const item = ({ title, id }: { title: string; id: string }): FormItem => ({
  title,
  form: id,
  show: `show${id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
});

/** The forms of a register's tab beside its own. */
const BESIDE: Readonly<Record<string, readonly { title: string; id: string }[]>> = { terms: [dealForm] };

const itemsOf = ({ form, id, pack }: EntryRegister): FormItem[] =>
  [...(BESIDE[id] ?? []), form].map((of) => ({ ...item(of), ...(pack !== undefined && { tab: id }) }));

/** The forms of the menu, in its order. */
export const FORM_ITEMS: readonly FormItem[] = [
  item(setUpForm),
  ...ENTRY_REGISTERS.flatMap(itemsOf),
  ...[closeForm, reopenForm].map((form) => ({ ...item(form), tab: closedPeriods.id })),
  item({ title: 'Edit the selected row', id: 'edit' }),
  { ...item(sealedItem), tab: sealed.id },
  item(answerForm),
  item(shareForm),
  item(removeForm),
];
