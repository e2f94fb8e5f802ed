import type { FieldModel } from '../../src/schema/form';

/** Something that may stand in a field, for tests of all forms. */
export function anything({ input, choices, initial }: FieldModel, called: string): string {
  if (input === 'choice') return choices[0]?.value ?? '';
  if (input === 'day') return initial || '2027-12-31';
  if (input === 'number' || input === 'rating') return '2';
  return input === 'link' ? 'https://example.com/' : called;
}

/** What the other cells of a row leave open. */
export const FITTING: Record<string, Record<string, string>> = {
  revenue: { refundOf: '' },
  terms: { term: 'bonus', item: '', threshold: '', mode: '', per: '' },
  items: { acceptedOn: '2026-03-01', acceptedBy: 'Brand' },
  payments: { party: 'Studio', from: 'Brand' },
};
