import { amount, author, choice, day, longText, moment, number, text } from '../schema/column';
import { register, watched } from '../schema/register';
import { table } from '../schema/table';
import { isNoNumber, isUnknown } from '../schema/conditions';
import { isAnyImpossible, setting } from './formulas';
import { importColumns } from './import-columns';
import { limitIn, limitTable, type Limit } from './formulas-of-limits';

const ID = 'itemLimits';

const LIMITS = {
  rounds: {
    column: number('Revision rounds', 'So many rounds are part of the deal; for more a change order is due.', {
      format: '0',
    }),
    begins: 2,
  },
  hours: {
    column: number('Hours for a review', 'A review that stays open longer needs attention.', { format: '0' }),
    begins: 48,
  },
  published: {
    column: number('Items published a month', 'How many items you have agreed to publish each month.', {
      format: '0',
    }),
    begins: '',
  },
} satisfies Record<string, Limit>;

const asOf = setting('asOf');
const start = setting('start');

const publishedFrom = (first: string, last: string): string =>
  `SUM(ISNUMBER({items.published})*({items.published}>=${first})*({items.published}<${last}+1))`;
const thisMonth = `(EOMONTH(${asOf},-1)+1)`;
const lastMonth = `(EOMONTH(${asOf},-2)+1)`;
const isCadence = `({limit}="${LIMITS.published.column.header}")*ISNUMBER({set})`;
const monthOf = (first: string): string => `YEAR(${first})&"-"&RIGHT("0"&MONTH(${first}),2)`;

const limits = watched(
  limitTable(ID, LIMITS),
  [
    {
      when: `${isCadence}*ISNUMBER(${start})*(${start}<=${lastMonth})*(${publishedFrom(lastMonth, `EOMONTH(${asOf},-1)`)}<{set})`,
      say: `"Published in "&${monthOf(lastMonth)}&": "&${publishedFrom(lastMonth, `EOMONTH(${asOf},-1)`)}&" of "&{set}&" items"`,
      weight: 64,
      since: thisMonth,
    },
    {
      when: `${isCadence}*(${publishedFrom(thisMonth, asOf)}<{set})`,
      say: `"Published so far in "&${monthOf(thisMonth)}&": "&${publishedFrom(thisMonth, asOf)}&" of "&{set}&" items"`,
      weight: 38,
      since: thisMonth,
    },
  ],
  'limits',
);

/** The way of an item, in the order of the rows; the last one is where it is done. */
const stages = table({
  id: 'itemStages',
  columns: {
    name: text('Stages of an item', 'The steps from idea to delivery. Change them to fit what you make.', {
      width: 130,
    }),
    brings: longText('What the stage brings', 'What is there when the stage is over.', { width: 260 }),
    approval: longText('Who says yes', 'Whose yes ends the stage.', { width: 220 }),
  },
  initial: [
    { name: 'ideation', brings: 'One page: idea, audience, aim', approval: 'Both sides' },
    { name: 'scripting', brings: 'Text or storyboard with facts checked', approval: 'Whoever answers for the facts' },
    { name: 'pre-production', brings: 'Dates, people, places and permissions', approval: 'Whoever pays for them' },
    { name: 'production', brings: 'Everything recorded or made', approval: 'Whoever makes it' },
    { name: 'post-production', brings: 'A version ready to be looked at', approval: 'Whoever makes it' },
    { name: 'review', brings: 'Remarks of the other side, in one list', approval: 'The side that did not make it' },
    { name: 'delivered', brings: 'The final version, handed over', approval: 'The side that accepts it' },
  ],
});

const LAST_STAGE = `IFNA(LET(names,FILTER({itemStages.name},{itemStages.name}<>""),INDEX(names,ROWS(names))),"delivered")`;
const isDelivered = `((ISNUMBER({delivered})+({stage}=${LAST_STAGE}))>0)`;
const isAccepted = 'ISNUMBER({acceptedOn})';
/** A row that was copied has the name of its original until it is edited: the fee is the original's. */
const isOriginal = 'IFERROR(XMATCH({id},{id})=ROW({id})-MIN(ROW({id}))+1,FALSE)';
/** The row of Terms that acceptance writes is named after the item; once it was written, who deletes it means it. */
const wasWritten = `({feeWritten}="T-"&{id})*${isOriginal}`;
const hasFee = `NOT(ISERROR(XMATCH("T-"&{id},{terms.id?})))*({id}<>"")*${isOriginal}`;
const ofFee = (column: string): string => `XLOOKUP("T-"&{id},{terms.id?},{terms.${column}?},"")`;
/** What stands in Terms is not what was accepted; a fee that people have ended there says something else on purpose. */
const differs =
  `IF(ISNUMBER(${ofFee('value')})*ISNUMBER({milestoneAmount}),(ROUND(${ofFee('value')}-{milestoneAmount},6)<>0)+` +
  `(LOWER(TRIM(${ofFee('party')}))<>LOWER(TRIM({owner})))+(${ofFee('effectiveFrom')}<>{acceptedOn})>0,FALSE)`;
const hasChangeOrder = 'NOT(ISERROR(XMATCH({item},IF({decisions.kind?}="change order",{decisions.item?},""))))';
const isOpenReview = 'ISNUMBER({reviewAskedAt})*({answeredAt}="")';

/** What is made together: where it stands, who has it, whether it is on time and accepted. */
export const items = register({
  id: 'items',
  name: 'Items',
  version: 4,
  rows: 200,
  pack: 'items',
  chapter: 'contribute',
  fits: ['new', 'running'],
  frameworks: ['A23', 'B9', 'B10', 'B23', 'B24', 'B31', 'D13'],
  question: 'What are we making, where does it stand, and is it on time?',
  row: { one: 'item', many: 'items' },
  named: { column: 'id', prefix: 'I-' },
  columns: {
    id: text('ID', 'Names this item for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    item: text('Item', 'The episode, event or product, as it is called in every list.', {
      longest: 100,
      width: 190,
      unique: true,
    }),
    owner: choice('Owner', 'The side that delivers it.', { table: 'parties', column: 'party' }),
    stage: choice('Stage', 'How far it is.', {
      table: 'itemStages',
      column: 'name',
      hint: { text: 'Brings:', column: 'brings' },
    }),
    due: day('Due', 'When it is to be delivered.'),
    delivered: day('Delivered', 'When it was handed over.'),
    published: day('Published', 'When people could see it.'),
    acceptedOn: day(
      'Accepted on',
      'When the other side said that it is done. Its milestone amount is then a fee in Terms.',
      {
        past: 'is still to come. Accept it by',
      },
    ),
    acceptedBy: choice(
      'Accepted by',
      'The side that accepted it.',
      { table: 'parties', column: 'party' },
      {
        differsFrom: { column: 'owner', say: 'A side does not accept its own item. Choose the other one.' },
      },
    ),
    revisionRound: number('Revision round', 'The round it is in: 0 before the first remarks.', {
      least: { value: 0 },
      format: '0',
    }),
    reviewAskedAt: day('Review asked at', 'When the other side was asked for its remarks; in the cell with the hour.', {
      format: 'yyyy-mm-dd hh:mm',
      width: 125,
    }),
    answeredAt: day('Answered at', 'When the remarks came; in the cell with the hour.', {
      format: 'yyyy-mm-dd hh:mm',
      width: 125,
      notBefore: { column: 'reviewAskedAt', say: 'It cannot be answered before it was asked.' },
    }),
    milestoneAmount: amount('Milestone amount', 'What is paid once it is accepted.', { least: { value: 0 } }),
    note: longText('Note', 'Anything the other side should know.'),
    enteredBy: author('Entered by', 'Who wrote the item, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    sourceKey: text('Source key', 'Where an imported item came from, so that it is not imported twice.', {
      filled: 'by the add-on',
    }),
    feeWritten: text('Fee written', 'The row of Terms that its acceptance has written: it is written once.', {
      filled: 'by the add-on',
    }),
    ...importColumns,
    turnaround: number('Turnaround', 'Hours from the question for remarks to the answer.', {
      format: '0.0',
      formula: 'IF(ISNUMBER({reviewAskedAt})*ISNUMBER({answeredAt}),ROUND(24*({answeredAt}-{reviewAskedAt}),1),)',
    }),
  },
  form: {
    id: 'item',
    title: 'Add an item',
    introduction: 'What will you make? The rest is filled in as it goes, by “Edit the selected row”.',
    submit: 'Add it',
    ask: {
      item: { required: true },
      owner: { half: true },
      due: { half: true },
      stage: { half: true },
      milestoneAmount: { half: true },
      note: {},
      reviewAskedAt: { half: true, seldom: true, help: 'The day on which the other side was asked for its remarks.' },
      answeredAt: { half: true, seldom: true, help: 'The day on which the remarks came.' },
      revisionRound: { seldom: true },
      delivered: { half: true, seldom: true },
      published: { half: true, seldom: true },
      acceptedOn: { half: true, seldom: true },
      acceptedBy: { half: true, seldom: true },
    },
    begins: { owner: ['own side', 'last'], stage: 'first choice' },
    keeps: ['owner', 'stage'],
    says: '{item}',
  },
  attention: [
    {
      when: isUnknown('{owner}', '{parties.party}'),
      say: '"No such side: “"&{owner}&"”. Choose one of Settings"',
      weight: 95,
      since: '{due}',
    },
    {
      when: isAnyImpossible('due', 'delivered', 'published', 'acceptedOn', 'reviewAskedAt', 'answeredAt'),
      say: '"A day is not possible: write it as 2026-03-31"',
      weight: 92,
      since: asOf,
    },
    {
      when: `((${isNoNumber('{milestoneAmount}')})+(${isNoNumber('{revisionRound}')})>0)`,
      say: '"Milestone amount and revision round have to be plain numbers"',
      weight: 90,
      since: asOf,
    },
    {
      when: `{terms.?}*${isAccepted}*ISNUMBER({milestoneAmount})*({milestoneAmount}>0)*NOT(${hasFee})*NOT(${wasWritten})`,
      say: '"Accepted, but its fee is not in Terms: choose Edit the selected row and save it. "&{item}',
      weight: 79,
      since: '{acceptedOn}',
    },
    {
      when: `${isAccepted}*${hasFee}*${differs}`,
      say: '"Its fee in Terms has another side, amount or day than what was accepted: change one of the two. "&{item}',
      weight: 77,
      since: '{acceptedOn}',
    },
    {
      when: `({acceptedOn}="")*${hasFee}`,
      say: '"Its fee stands in Terms, but it is no longer accepted: "&{item}',
      weight: 76,
      since: asOf,
    },
    {
      when: `ISNUMBER({due})*({due}<${asOf})*NOT(${isDelivered})*({item}<>"")`,
      say: `"Late by "&(${asOf}-{due})&" days: "&{item}&IF({owner}="",""," ("&{owner}&")")`,
      weight: 72,
      since: '{due}',
    },
    {
      when: `ISNUMBER({revisionRound})*({revisionRound}>${limitIn(ID, LIMITS.rounds)})*NOT(${hasChangeOrder})`,
      say: `"A change order is due: "&{item}&" is in revision round "&{revisionRound}&", "&${limitIn(ID, LIMITS.rounds)}&" were agreed"`,
      weight: 70,
      since: asOf,
    },
    {
      when: `${isOpenReview}*(24*(${asOf}-{reviewAskedAt})>${limitIn(ID, LIMITS.hours)})`,
      say: `"The review waits for more than "&${limitIn(ID, LIMITS.hours)}&" hours: "&{item}`,
      weight: 66,
      since: '{reviewAskedAt}',
    },
    {
      when: `${isDelivered}*NOT(${isAccepted})*({item}<>"")`,
      say: '"Delivered, not accepted yet: "&{item}',
      weight: 58,
      since: '{delivered}',
    },
  ],
  dates: [{ on: '{due}', say: '"Due: "&{item}', when: `NOT(${isDelivered})` }],
  followOn: {
    register: 'terms',
    noted: 'feeWritten',
    when: ['acceptedOn', 'milestoneAmount', 'owner'],
    cells: {
      party: { column: 'owner' },
      term: { text: 'fee' },
      value: { column: 'milestoneAmount' },
      effectiveFrom: { column: 'acceptedOn' },
      note: { text: 'Milestone accepted: {item}' },
    },
  },
  beside: [stages, limits],
});
