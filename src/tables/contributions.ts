import { amount, choice, day, link, longText, moment, number, text } from './column';
import { settingIn } from './settings';
import { defineTable, type FormulasOf } from './table';

/** Where an entry stands, in the words of the State column. */
export const STATE = {
  open: 'open',
  accepted: 'accepted',
  changed: 'changed since accepted',
  disputed: 'disputed',
  unvalued: 'no value yet',
} as const;

/**
 * The contribution log: who put in what, when, and what it is worth.
 * Value is quantity × unit value × multiplier; Counts is the part of it that enters the shares.
 */
export const contributionsTable = defineTable({
  id: 'contributions',
  tab: 'contributions',
  columns: {
    id: text('ID', 'Names this entry for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    date: day('Date', 'The day of the contribution.'),
    party: choice('Party', 'The side that contributed.', { table: 'parties', column: 'party' }),
    kind: choice('Kind', 'What was contributed.', {
      table: 'kinds',
      column: 'kind',
      hint: { text: 'Quantity is counted in', column: 'unit' },
    }),
    quantity: number('Quantity', 'How much, in the unit of the kind: hours, pieces, an amount of cash.', {
      least: { value: 0, above: true },
      hours: true,
    }),
    unitValue: amount('Unit value', 'What one unit is worth. Empty: the usual unit value of the kind in Settings.', {
      least: { value: 0 },
    }),
    multiplier: number('Multiplier', 'Weight of this entry. Empty: the multiplier of the kind in Settings.', {
      least: { value: 0 },
    }),
    item: text('Item', 'The episode, event or product it belongs to.'),
    note: longText('Note', 'Anything the other side should know.'),
    evidence: link('Evidence', 'Link to something that shows it: a document, a receipt, a calendar entry.'),
    enteredBy: text('Entered by', 'Who wrote the entry, where the address is visible.', {
      filled: 'by the add-on',
      width: 170,
    }),
    enteredAt: moment('Entered at', 'When the entry was written.'),
    sourceKey: text('Source key', 'Where an imported row came from, so that it is not imported twice.', {
      filled: 'by the add-on',
    }),
    status: choice('Status', 'Proposed until another side has accepted or disputed it.', {
      listed: ['proposed', 'accepted', 'disputed'],
    }),
    acceptedValue: amount('Accepted value', 'The value the other side has agreed to.', { least: { value: 0 } }),
    answeredBy: text('Answered by', 'Who accepted or disputed it.', { filled: 'by the add-on', width: 170 }),
    answeredAt: moment('Answered at', 'When it was answered.'),
    answerNote: longText('Answer note', 'Why it was disputed, or anything said with the answer.'),
    value: amount('Value', 'Quantity × unit value × multiplier. Empty while one of them is missing.', {
      filled: 'by formula',
    }),
    counts: amount('Counts', 'What enters the shares: the accepted value; for a proposed entry see Settings.', {
      filled: 'by formula',
    }),
    state: text('State', 'Where the entry stands, in words.', { filled: 'by formula', width: 170 }),
  },
});

export const contributionsFormulas: FormulasOf<typeof contributionsTable> = {
  value: (to) => {
    const ofKind = (column: string): string =>
      `XLOOKUP(${to('contributions.kind')},${to('kinds.kind')},${to(`kinds.${column}`)},)`;
    const entered = (column: string): string =>
      `IF(${to(`contributions.${column}`)}="",${ofKind(column)},${to(`contributions.${column}`)})`;
    return (
      `LET(quantity,${to('contributions.quantity')},unit,${entered('unitValue')},weight,${entered('multiplier')},` +
      `IF(ISNUMBER(quantity)*ISNUMBER(unit)*ISNUMBER(weight),ROUND(quantity*unit*weight,2),))`
    );
  },
  counts: (to) => {
    return (
      `IF(${to('contributions.status')}="disputed",,` +
      `IF(ISNUMBER(${to('contributions.acceptedValue')}),${to('contributions.acceptedValue')},` +
      `IF(${settingIn(to, 'countProposed')}="yes",${to('contributions.value')},)))`
    );
  },
  state: (to) => {
    const value = to('contributions.value');
    const accepted = to('contributions.acceptedValue');
    return (
      `IF((${to('contributions.date')}="")*(${to('contributions.party')}="")*(${to('contributions.quantity')}=""),,` +
      `IF(${to('contributions.status')}="disputed","${STATE.disputed}",IF(ISNUMBER(${accepted}),` +
      `IF(${value}=${accepted},"${STATE.accepted}","${STATE.changed}"),` +
      `IF(ISNUMBER(${value}),"${STATE.open}","${STATE.unvalued}"))))`
    );
  },
};
