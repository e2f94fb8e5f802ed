import { TERM_NAMES, TERMS, type TermName, type ValueKind } from '../calc/statement/terms';
import { amount, author, choice, day, longText, moment, numberOr, text } from '../schema/column';
import { cleaned } from '../schema/names';
import { register } from '../schema/register';
import { closedColumn } from './closed-column';
import { isImpossibleDay, isNoneOf, isNoNumber, isUnknown, isYes } from '../schema/conditions';
import { setting } from './formulas';
import { isLeftOut, leftOut } from './formulas-of-deal';

/** What a term means, in words around its value. */
const WORDS: Record<TermName, readonly [before: string, after: string]> = {
  payer: ['pays the others and takes the rest', ''],
  deduction: ['', ' of gross less refunds comes off before the split'],
  share: ['gets ', ' of what comes in'],
  tier: ['gets ', ' of what comes in'],
  'monthly fee': ['gets ', ' a month'],
  'item fee': ['gets ', ' for each item'],
  'monthly cap': ['gets at most ', ' a month'],
  'total cap': ['gets at most ', ' in all'],
  guarantee: ['gets at least ', ' a month'],
  reserve: ['has ', ' of share and bonus held back'],
  'recoup rate': ['pays back an advance with ', ' of earnings'],
  'cost-plus': ['gets expenses and ', ' on top'],
  'minimum payout': ['is paid from ', ' on'],
  'payment days': ['is paid within ', ' days of the month’s end'],
  bonus: ['gets a bonus of ', ''],
  fee: ['gets a fee of ', ''],
  expense: ['has expenses of ', ''],
  advance: ['has an advance of ', ''],
  'opening balance': ['begins with a balance of ', ''],
  'opening count': ['begins its tiers at ', ''],
};

/** How the values of each kind are shown. */
const SHOWN: Record<ValueKind, 'part' | 'amount' | 'number' | ''> = {
  ...{ rate: 'part', margin: 'part', amount: 'amount', balance: 'amount', days: 'number', blank: '' },
};

/** What is a part of one: 60 is 60 %. */
const PARTS = Object.fromEntries(
  TERM_NAMES.filter((name) => SHOWN[TERMS[name].value] === 'part').map((name) => [name, '%']),
);

const ofTerms = (of: (name: TermName) => string): string =>
  `VSTACK(${TERM_NAMES.map((name) => `"${of(name)}"`).join(',')})`;
/** Cleaned as what is typed is: the two are compared. */
const NAMES = `LOWER(${cleaned(ofTerms((name) => name))})`;
const found = (of: (name: TermName) => string): string => `XLOOKUP(name,names,${ofTerms(of)},"")`;
const isNone = `LOWER(TRIM({value}))="none"`;
const isoDay = (at: string): string => `YEAR(${at})&"-"&RIGHT("0"&MONTH(${at}),2)&"-"&RIGHT("0"&DAY(${at}),2)`;

/** `Partner gets 40 % of what comes in above 10000 a month, from 2026-01-01`. */
const IN_WORDS =
  `LET(name,LOWER(${cleaned('{term}')}),names,${NAMES},currency,${setting('currency')},` +
  `shown,${found((name) => SHOWN[TERMS[name].value])},` +
  `said,IF(ISNUMBER({value}),IF(shown="part",ROUND(100*{value},6)&" %",IF(shown="amount",{value}&" "&currency,IF(shown="",,{value}))),""),` +
  `what,IF(${isNone},{term}&" ends",${found((name) => WORDS[name][0])}&said&${found((name) => WORDS[name][1])}),` +
  `above,IF(ISNUMBER({threshold})," above "&{threshold}&" "&currency&IF({per}="contract"," in all"," a month")&IF({mode}="cliff",", then of everything",""),""),` +
  `held,IF((name="reserve")*ISNUMBER({per})," for "&{per}&" months",""),` +
  `from,IF(ISNUMBER({effectiveFrom}),IF(${found((name) => TERMS[name].holds)}="dated"," on ",", from ")&${isoDay('{effectiveFrom}')},""),` +
  `IF({term}="",,IF({party}="","",{party}&" ")&what&above&held&IF({item}="",""," for "&{item})&from))`;

/**
 * Whether a row holds today: what holds of one party, term and item is the latest row that is not to come. The rows are
 * sorted once, and not looked through for each row.
 */
const HOLDS =
  `LET(asOf,${setting('asOf')},name,LOWER(${cleaned('{term}')}),names,${NAMES},key,${cleaned('{party}')}&"|"&name&"|"&${cleaned('{item}')},` +
  `kind,${found((name) => TERMS[name].holds)},day,IF(ISNUMBER({effectiveFrom}),{effectiveFrom},0),` +
  `begun,FILTER(day,day<=asOf),latest,IFNA(XLOOKUP(key,SORT(FILTER(key,day<=asOf),begun,TRUE),SORT(begun,begun,TRUE),0,0,-1),0),` +
  `IF(kind="",,IF(kind="dated",IF(day>asOf,"to come","once"),` +
  `IF(day>asOf,"later",IF(day<latest,"replaced",IF(${isNone},"ended","today"))))))`;

/** What the sides have agreed on about money, a term a row; a later row of the same kind replaces an earlier one. */
export const terms = register({
  id: 'terms',
  name: 'Terms',
  version: 3,
  rows: 100,
  pack: 'money',
  guarded: true,
  deal: { table: 'terms', blame: 'term' },
  agreement: {
    on: ['party', 'term', 'value', 'effectiveFrom', 'item', 'threshold', 'mode', 'per'],
    title: 'inWords',
    since: 'effectiveFrom',
    unless: `NOT(${isYes(setting('agreeTerms'))})`,
  },
  question: 'Who gets how much, and from when?',
  row: { one: 'term', many: 'terms' },
  named: { column: 'id', prefix: 'T-' },
  columns: {
    id: text('ID', 'Names this term for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    party: choice('Party', 'Whose term it is. Empty for a deduction: it concerns all.', {
      table: 'parties',
      column: 'party',
    }),
    term: choice('Term', 'What was agreed. Exactly one row has the term payer.', { listed: TERM_NAMES }),
    value: numberOr(
      'Value',
      'A part such as 30%, an amount, or days, as the term has it; none ends a term.',
      ['none'],
      { percent: true, width: 100, countedIn: { column: 'term', units: PARTS } },
    ),
    effectiveFrom: day('Effective from', 'From when it holds; of a bonus, fee, expense or advance, its day.', {
      width: 115,
    }),
    item: text('Item', 'Only for this item, where a term may be agreed for one.', { untilWanted: true }),
    threshold: amount('Threshold', 'Of a tier: the amount from which its rate holds.', {
      least: { value: 0, above: true },
      untilWanted: true,
    }),
    mode: choice(
      'Mode',
      'Of a tier: marginal counts what is above the threshold, cliff everything once it is reached. Empty: marginal.',
      { listed: ['marginal', 'cliff'] },
      { width: 90, untilWanted: true },
    ),
    per: numberOr(
      'Per',
      'Of a tier: month or contract, what counts towards the threshold. Of a reserve: months until it is released.',
      ['month', 'contract'],
      { least: { value: 1 }, width: 90, untilWanted: true },
    ),
    note: longText('Note', 'Anything the other side should know.', { width: 130, wraps: true }),
    enteredBy: author('Entered by', 'Who wrote the term, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    sourceKey: text('Source key', 'Where an imported row came from, so that it is not imported twice.', {
      filled: 'by the add-on',
    }),
    holds: text('Holds', 'today, or why not: later, replaced, ended. What happens on one day holds once.', {
      formula: HOLDS,
      width: 80,
    }),
    inWords: longText('In words', 'How this row is understood.', { formula: IN_WORDS, width: 270, wraps: true }),
    leftOut: longText('Not possible because', 'Why there is no statement with this row; empty where it fits.', {
      formula: leftOut('terms'),
    }),
    closed: closedColumn('terms'),
  },
  form: {
    id: 'terms',
    title: 'Add a single term',
    introduction: 'What did you agree on? A later row of the same kind replaces an earlier one from its day on.',
    submit: 'Write it down',
    ask: {
      term: { required: true, half: true },
      party: { half: true },
      value: { half: true },
      effectiveFrom: { half: true },
      item: { seldom: true },
      threshold: { seldom: true },
      mode: { seldom: true },
      per: { seldom: true },
      note: {},
    },
    begins: { party: 'last' },
    shares: { fields: ['value'], where: { key: 'term', is: ['share'] }, side: 'party' },
    keeps: ['party', 'effectiveFrom'],
    says: '{party} {term} {value}',
  },
  reasons: 'leftOut',
  attention: [
    {
      when: isUnknown('{party}', '{parties.party}'),
      say: '"No such side: “"&{party}&"”. Choose one of Settings"',
      weight: 97,
      since: '{effectiveFrom}',
    },
    {
      when: `({term}<>"")*ISNA(XMATCH(LOWER(${cleaned('{term}')}),${NAMES}))`,
      say: '"No such term: “"&{term}&"”. Choose one of the list"',
      weight: 96,
      since: '{effectiveFrom}',
    },
    {
      when: `${isNoNumber('{value}')}*${isNoneOf('{value}', ['none'])}`,
      say: '"“"&{value}&"” is not a number. Write the value as 30%, as a plain number, or as none"',
      weight: 92,
      since: '{effectiveFrom}',
    },
    {
      when: isImpossibleDay('{effectiveFrom}'),
      say: '"The day is not possible: write it as 2026-03-31"',
      weight: 91,
      since: '{effectiveFrom}',
    },
    { when: isLeftOut, say: '"There is no statement with this row: "&{leftOut}', weight: 89, since: '{effectiveFrom}' },
  ],
});
