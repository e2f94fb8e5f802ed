import { isTick, isTickNote, ticksIn, type FormValues } from '../../schema/form';

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** What would be saved: `Save 2 accepts, 1 dispute`. */
export function saveLabel(values: FormValues, otherwise: string): string {
  const ticks = ticksIn(values);
  const disputes = ticks.filter(([, answer]) => answer === 'dispute').length;
  const accepts = ticks.length - disputes;
  const parts = [
    ...(accepts > 0 ? [counted(accepts, 'accept')] : []),
    ...(disputes > 0 ? [counted(disputes, 'dispute')] : []),
  ];
  return parts.length === 0 ? otherwise : `Save ${parts.join(', ')}`;
}

/** `7 ticks`. */
export const ticksLabel = (values: FormValues): string => counted(ticksIn(values).length, 'tick');

/** Ticks and what was said with them, emptied. */
export const withoutTicks = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, isTick(key) || isTickNote(key) ? '' : value]));
