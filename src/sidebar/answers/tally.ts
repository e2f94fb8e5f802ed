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

/** Of the ticks that were set before, by the values that the form began with: those that still stand as they did. */
export const ticksKept = ({ begins }: Page, before: FormValues, now: FormValues): string[] =>
  Object.keys(before).filter((key) => key.startsWith(begins.tick) && before[key] !== '' && before[key] === now[key]);

/** `7 ticks`. */
export const ticksLabel = (ticks: readonly string[]): string => counted(ticks.length, 'tick');

/** These ticks and what was said with them, emptied. */
export const cleared = ({ begins }: Page, ticks: readonly string[]): FormValues =>
  Object.fromEntries(
    ticks.flatMap((key) => [
      [key, ''],
      [begins.note + key.slice(begins.tick.length), ''],
    ]),
  );
