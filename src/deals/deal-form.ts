import { terms } from '../registers/terms';
import { choice, number } from '../schema/column';
import type { Field, Form } from '../schema/form';
import type { Deal } from './deal';
import { DEALS } from './index';

const { party, effectiveFrom, item, note } = terms.columns;

/** What becomes of what was agreed before with the same side. */
export const BEFORE = { ends: 'ends on that day', stays: 'goes on beside it' } as const;

const only = (is: (deal: Deal) => boolean): Pick<Field, 'shown'> => ({
  shown: { key: 'kind', is: DEALS.filter(is).map(({ name }) => name) },
});

/** The name of a deal's field among those of all kinds. */
export const fieldKey = ({ id }: Deal, key: string): string => `${id}_${key}`;

const own = (deal: Deal): Field[] =>
  Object.entries(deal.fields).map(([key, column]) => ({
    key: fieldKey(deal, key),
    column,
    required: false,
    ...deal.ask?.[key],
    ...only((one) => one === deal),
  }));

/** Fields that become a side's part of what comes in. */
const shares = DEALS.flatMap((deal) =>
  deal.rows.flatMap(({ term, value }) => {
    const [, key] = /^\{(\w+)\}$/.exec(value) ?? [];
    return (term === 'share' || term === 'tier') && key !== undefined ? [fieldKey(deal, key)] : [];
  }),
);

/** *Terms*: a kind of deal and its few numbers, which become rows of Terms. */
export const dealForm: Form = {
  id: 'deal',
  title: 'Terms',
  introduction: 'What did you agree on? See it in words and worked through before it is written.',
  submit: 'See what it comes to',
  looks: true,
  shares: { fields: shares, side: 'party', rest: 'payer' },
  fields: [
    {
      key: 'kind',
      column: choice('Kind of deal', 'What fits your agreement best. Several can be added one after another.', {
        listed: DEALS.map(({ name }) => name),
      }),
      required: true,
    },
    { key: 'party', column: party, required: true, half: true, label: 'Who gets it', help: 'The side that is paid.' },
    {
      key: 'payer',
      column: party,
      required: true,
      half: true,
      label: 'Who pays',
      help: 'Pays the others and keeps the rest; one for all deals of this sheet.',
    },
    ...DEALS.flatMap(own),
    {
      key: 'from',
      column: effectiveFrom,
      required: true,
      label: 'From',
      help: 'The day from which it holds, or on which it is due. A later deal is a new version.',
    },
    { key: 'item', column: item, required: false, label: 'Only for this item', ...only((deal) => deal.item === true) },
    {
      key: 'before',
      column: choice('What you agreed on before', 'Shares, tiers, fees, caps and guarantees of this side.', {
        listed: Object.values(BEFORE),
      }),
      required: true,
      ...only((deal) => deal.whole === true),
    },
    {
      key: 'days',
      column: number('Paid within, days', 'Counted from the month’s end. Empty: as agreed so far.', {
        least: { value: 0 },
        format: '0',
      }),
      required: false,
      seldom: true,
    },
    { key: 'note', column: note, required: false, seldom: true },
  ],
};
