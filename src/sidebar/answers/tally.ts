import type { FormValues, ItemPage } from '../../schema/form';

type Page = Pick<ItemPage, 'begins'>;

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** What belongs to the things that are answered, among a form's values. */
export const isOfItem = ({ begins }: Page, key: string): boolean =>
  key.startsWith(begins.tick) || key.startsWith(begins.note);

/** What was answered, without what was left open. */
export const ticksIn = ({ begins }: Page, values: FormValues): string[] =>
  Object.entries(values).flatMap(([key, answer]) => (key.startsWith(begins.tick) && answer !== '' ? [answer] : []));

/** What would be saved: `Save 2 accepts, 1 dispute`. */
export function saveLabel(page: Page, values: FormValues, otherwise: string): string {
  const ticks = ticksIn(page, values);
  const disputes = ticks.filter((answer) => answer === 'dispute').length;
  const accepts = ticks.length - disputes;
  const parts = [
    ...(accepts > 0 ? [counted(accepts, 'accept')] : []),
    ...(disputes > 0 ? [counted(disputes, 'dispute')] : []),
  ];
  return parts.length === 0 ? otherwise : `Save ${parts.join(', ')}`;
}

/** `7 ticks`. */
export const ticksLabel = (page: Page, values: FormValues): string => counted(ticksIn(page, values).length, 'tick');

/** Ticks and what was said with them, emptied. */
export const withoutTicks = (page: Page, values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, isOfItem(page, key) ? '' : value]));
