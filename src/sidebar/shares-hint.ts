import { asShown } from '../calc/decimal';
import type { FieldModel, FormModel, FormValues } from '../schema/form';
import { percentText } from '../schema/percent';
import { sameText } from '../schema/same-text';
import { numberTyped } from './understood';

/**
 * What the share that is typed into a field makes with those that stand: who has what is left, or that it is more than the
 * whole. It never is an error: what cannot be is refused when the form is sent. Empty where the field holds no share.
 */
export function sharesHint(
  { shares, locale }: Pick<FormModel, 'shares' | 'locale'>,
  field: FieldModel,
  values: FormValues,
): string {
  if (!shares?.fields.includes(field.key)) return '';
  if (shares.where && !shares.where.is.includes(values[shares.where.key] ?? '')) return '';
  const part = numberTyped(field, values[field.key] ?? '', values, locale);
  if (part === null || part > 1) return '';
  const side = (values[shares.side] ?? '').trim();
  const rest = (shares.rest === undefined ? shares.restOf : (values[shares.rest] ?? '')).trim();
  // Whoever has the rest has no share besides.
  if (rest !== '' && sameText(side, rest)) return '';
  const others = Object.entries(shares.standing).filter(([name]) => !sameText(name, side) && !sameText(name, rest));
  const all = asShown(others.reduce((sum, [, share]) => sum + share, part));
  const shown = (share: number): string => percentText(asShown(share), locale);
  const left = asShown(1 - all);
  const whose = rest === '' ? 'the other side’s' : `${rest}’s`;
  const told = others.map(([name, share]) => `${name}’s ${shown(share)}`).join(' and ');
  const makes = told === '' ? '' : `With ${told} the shares make ${shown(all)}`;
  if (left < 0) return `${makes}, and there is 100% to give: one of them has to be smaller.`;
  if (left === 0) return `${makes || 'That is all of it'}: nothing is left for ${rest || 'the other side'}.`;
  return `${makes && `${makes}. `}The other ${shown(left)} is ${whose}.`;
}
