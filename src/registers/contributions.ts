import { amount, AUTOMATIC, author, choice, day, link, longText, moment, number, text } from '../schema/column';
import { register } from '../schema/register';
import { HOURS } from './settings';
import { decimals } from './formulas-of-deal';
import { importColumns } from './import-columns';
import {
  hoursIn,
  hoursWhere,
  isImpossibleDay,
  isMisread,
  isOutside,
  isUnknown,
  isYes,
  unitOfChoice,
} from '../schema/conditions';
import { setting } from './formulas';

/** Where an entry stands, in the words of the State column. */
export const STATE = {
  open: 'open',
  accepted: 'accepted',
  changed: 'changed since accepted',
  disputed: 'disputed',
  unvalued: 'no value yet',
} as const;

/** After a status that somebody has typed into the cell: a formula cannot keep what was agreed, so it does not count. */
export const NOT_RECORDED = ', not yet recorded';

/** The words of a state that waits because its status was only typed. */
const isTyped = `RIGHT({state},${NOT_RECORDED.length})="${NOT_RECORDED}"`;

const SAID = 'LOWER(TRIM({status}))';
/** What was answered by the form. Rows that an older version has answered do not say it apart from their status. */
const RECORDED = `IF({recorded}="",IF({answeredBy}="","",${SAID}),{recorded})`;
const HOLDS = '(recorded="accepted")*ISNUMBER({acceptedValue})*({acceptedValue}>=0)';

/** The row's own figure, or else the one of its kind. */
const entered = (column: string): string => `IF({${column}}="",${ofKind(column)},{${column}})`;

const ofKind = (column: string): string => `XLOOKUP({kind},{kinds.kind},{kinds.${column}},)`;

/** What is counted in hours is worth the side's hourly rate, where it has one. */
const UNIT_VALUE =
  `IF({unitValue}="",LET(rate,IF(${ofKind('unit')}="${HOURS}",XLOOKUP({party},{parties.party},{parties.hourlyRate},),),` +
  `IF(rate="",${ofKind('unitValue')},rate)),{unitValue})`;

/** More hours than four years have: `1.5` was typed where a point stands between day and month, and is the first of May. */
const isDayAsHours = `(${ofKind('unit')}="${HOURS}")*ISNUMBER({quantity})*({quantity}>=DATE(1996,1,1))`;

/** What is asked before an accepted entry is changed. */
const ACCEPTED =
  'This entry was accepted at {acceptedValue} ({answeredBy}). That value goes on counting until your change is accepted, and the entry is shown as changed.';

const quantityOf = (table: string): string =>
  hoursWhere(`{${table}quantity}`, unitOfChoice(`{${table}kind}`, '{kinds.kind}', '{kinds.unit}'));

const QUANTITY = quantityOf('');
/** The quantities of the log as numbers: what is counted in hours may also stand as a time. */
export const QUANTITIES = quantityOf('contributions.');

/** As people read it: of 10 minutes, 0.1667 and not fifteen digits. */
const READ = `LET(size,${hoursIn('{quantity}')},IF(ISNUMBER(size),ROUND(size,4),size))`;
const ENTRY = `{party}&": "&${READ}&IF({kind}="",""," "&{kind})&IF({item}="","",", "&{item})`;

/**
 * The contribution log: who put in what, when, and what it is worth.
 * Value is quantity × unit value × multiplier; Counts is the part of it that enters the shares.
 */
export const contributions = register({
  id: 'contributions',
  name: 'Contributions',
  version: 8,
  rows: 300,
  question: 'Who put in what, when, and what is it worth?',
  row: { one: 'entry', many: 'entries' },
  named: { column: 'id', prefix: 'C-' },
  columns: {
    id: text('ID', 'Names this entry for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    date: day('Date', 'The day of the contribution.', { past: 'is still to come. Log what was put in by' }),
    party: choice('Party', 'The side that contributed.', { table: 'parties', column: 'party' }),
    kind: choice('Kind', 'What was contributed.', {
      table: 'kinds',
      column: 'kind',
      hint: { text: 'Quantity is counted in', column: 'unit' },
    }),
    quantity: number('Quantity', 'How much, in the unit of the kind: hours, pieces, an amount of cash.', {
      least: { value: 0, above: true },
      hours: { beside: 'kind', column: 'unit' },
      // 1:30 that is typed into a cell with a format of numbers loses its look, and nobody could tell it from 0.0625.
      format: AUTOMATIC,
    }),
    unitValue: amount(
      'Unit value',
      'What one unit is worth. Empty: the side’s hourly rate, or the usual unit value of the kind in Settings.',
      {
        least: { value: 0 },
        otherwise: [
          { beside: 'party', column: 'hourlyRate', where: { beside: 'kind', column: 'unit', is: HOURS } },
          { beside: 'kind', column: 'unitValue' },
        ],
      },
    ),
    multiplier: number('Multiplier', 'Weight of this entry. Empty: the multiplier of the kind in Settings.', {
      least: { value: 0 },
      otherwise: { beside: 'kind', column: 'multiplier' },
      untilWanted: true,
    }),
    item: text('Item', 'The episode, event or product it belongs to.', { completes: true, width: 185 }),
    note: longText('Note', 'Anything the other side should know.'),
    evidence: link('Evidence', 'Link to something that shows it: a document, a receipt, a calendar entry.'),
    enteredBy: author('Entered by', 'Who wrote the entry, where the address is visible.'),
    enteredAt: moment('Entered at', 'When the entry was written.'),
    sourceKey: text('Source key', 'Where an imported row came from, so that it is not imported twice.', {
      filled: 'by the add-on',
    }),
    status: choice(
      'Status',
      'Proposed until another side has accepted or disputed it.',
      { listed: ['proposed', 'accepted', 'disputed'] },
      { otherwise: { value: 'proposed' } },
    ),
    acceptedValue: amount('Accepted value', 'The value the other side has agreed to.', { least: { value: 0 } }),
    answeredBy: text('Answered by', 'Who accepted or disputed it.', {
      filled: 'by the add-on',
      inView: true,
      width: 170,
    }),
    answeredAt: { ...moment('Answered at', 'When it was answered.'), inView: true, otherwise: { value: '' } },
    answerNote: longText('Answer note', 'Why it was disputed, or anything said with the answer.'),
    recorded: text(
      'Recorded answer',
      'What Answer entries has recorded. A status that says something else was typed.',
      {
        filled: 'by the add-on',
        inView: true,
        outOfView: true,
        width: 110,
        // Older versions noted nothing of it: what was accepted then stays accepted.
        takesOver: 'status',
      },
    ),
    ...importColumns,
    value: amount('Value', 'Quantity × unit value × multiplier. Empty while one of them is missing.', {
      formula:
        `LET(quantity,${QUANTITY},unit,${UNIT_VALUE},weight,${entered('multiplier')},` +
        `IF(ISNUMBER(quantity)*ISNUMBER(unit)*ISNUMBER(weight)*(quantity>=0)*(unit>=0)*(weight>=0)*NOT(${isDayAsHours}),` +
        `ROUND(quantity*unit*weight,MAX(2,${decimals})),))`,
    }),
    counts: amount('Counts', 'What enters the shares: the accepted value; for a proposed entry see Settings.', {
      formula:
        `LET(said,${SAID},recorded,${RECORDED},IF(recorded="disputed",,IF(${HOLDS},{acceptedValue},` +
        `IF(((said="")+(said="proposed"))*${isYes(setting('countProposed'))},{value},))))`,
    }),
    state: text('State', 'Where the entry stands, in words.', {
      width: 170,
      formula:
        `LET(said,${SAID},recorded,${RECORDED},IF(({date}="")*({party}="")*({quantity}=""),,` +
        `IF((said<>"")*(said<>"proposed")*(said<>recorded),said&"${NOT_RECORDED}",` +
        `IF(recorded="disputed","${STATE.disputed}",IF(${HOLDS},` +
        `IF({value}={acceptedValue},"${STATE.accepted}","${STATE.changed}"),` +
        `IF(ISNUMBER({value}),"${STATE.open}","${STATE.unvalued}"))))))`,
    }),
  },
  form: {
    id: 'log',
    title: 'Log a contribution',
    introduction: 'What did a side put in?',
    submit: 'Log it',
    ask: {
      date: { required: true, half: true },
      party: { required: true, half: true },
      kind: { required: true },
      quantity: {
        required: true,
        half: true,
        help: 'How much, in the unit of the kind: hours, pieces, an amount of cash. 1:30, 1 h 30 and 90 min are read as hours.',
      },
      unitValue: { half: true },
      item: {},
      note: {},
      evidence: { seldom: true },
      multiplier: { seldom: true },
    },
    begins: { date: 'today', party: ['own side', 'last'], kind: ['last', 'first choice'], item: 'last' },
    keeps: ['date', 'party', 'kind', 'item'],
    product: { factors: ['quantity', 'unitValue', 'multiplier'], unit: { beside: 'kind', column: 'unit' } },
    says: '{quantity} × {kind} by {party} on {date}',
  },
  asksFirst: {
    column: 'state',
    words: { [STATE.accepted]: ACCEPTED, [STATE.changed]: ACCEPTED },
  },
  attention: [
    {
      when: isUnknown('{party}', '{parties.party}'),
      say: '"No such side: “"&{party}&"”. Left out until it is one of Settings"',
      weight: 95,
      since: '{date}',
    },
    {
      when: `${isMisread('{quantity}', QUANTITY)}*NOT(${isDayAsHours})`,
      say:
        '"No value: "&IF(ISNUMBER({quantity}),"a time stands there, and "&{kind}&" is not counted in hours. Write the quantity as a plain number",' +
        '"“"&{quantity}&"” is not a number. Write the quantity as a plain number, hours as 1.5 or 1:30")',
      weight: 90,
      since: '{date}',
    },
    {
      when: isDayAsHours,
      say: '"No value: the sheet has read the hours as a day. Write them as 1:30"',
      weight: 88,
      since: '{date}',
    },
    {
      when: isOutside('{quantity}', 0, undefined),
      say: '"Left out: the quantity is below zero. Write what was put in without a sign"',
      weight: 85,
      since: '{date}',
    },
    {
      when: isImpossibleDay('{date}'),
      say: '"The day is not possible: write it as 2026-03-31"',
      weight: 80,
      since: '{date}',
    },
    { when: `{state}="${STATE.disputed}"`, say: `"Disputed: "&${ENTRY}`, weight: 70, since: '{date}' },
    { when: `{state}="${STATE.changed}"`, say: `"Changed since accepted: "&${ENTRY}`, weight: 65, since: '{date}' },
    {
      when: isTyped,
      say: `"Typed, not yet recorded in Answer entries: "&${ENTRY}`,
      weight: 62,
      since: '{date}',
    },
    {
      when: '({date}="")*({party}<>"")*({quantity}<>"")',
      say: `"The day is missing: "&${ENTRY}`,
      weight: 61,
      since: '0',
    },
    {
      when: `{state}="${STATE.unvalued}"`,
      say:
        `"No value yet: "&IF(({party}="")+({quantity}="")>0,"fill in who has put in how much",${ENTRY}&` +
        '". Fill in its "&IF({kind}="","kind",IF({unitValue}="","unit value","multiplier")))',
      weight: 60,
      since: '{date}',
    },
    {
      when: `({state}="${STATE.open}")*ISNUMBER({date})*(${setting('asOf')}-{date}>${setting('waiting')})`,
      say: `"Waits for an answer: "&${ENTRY}`,
      weight: 50,
      since: '{date}',
    },
  ],
});
