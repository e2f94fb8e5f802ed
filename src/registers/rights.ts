import { amount, author, choice, day, link, moment, number, text, yesNo } from '../schema/column';
import { register } from '../schema/register';
import { isNoNumber, isYes } from '../schema/conditions';
import { isAnyImpossible, setting } from './formulas';
import { limitIn, limitTable, type Limit } from './formulas-of-limits';

const ID = 'rightLimits';

const LIMITS = {
  expires: {
    column: number('Days before the end', 'So many days before a licence ends it needs attention.', { format: '0' }),
    begins: 60,
  },
} satisfies Record<string, Limit>;

const asOf = setting('asOf');
const ahead = limitIn(ID, LIMITS.expires, '-1');
const isGiven = '(({licence}="licensed")+({licence}="bought out")>0)';

/** Who may use what was made: where, how, how long, and for what. */
export const rights = register({
  id: 'rights',
  name: 'Rights',
  version: 1,
  rows: 200,
  pack: 'rights',
  chapter: 'govern',
  frameworks: ['D32', 'B37', 'D33'],
  question: 'Who may use what, where and until when?',
  row: { one: 'right', many: 'rights' },
  named: { column: 'id', prefix: 'G-' },
  columns: {
    id: text('ID', 'Names this row for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    asset: text('Asset', 'What was made: a film, a text, a logo, music, data.', { width: 190 }),
    item: text('Item', 'The item that it belongs to, as it is called in Items.'),
    owner: text('Owner', 'Whose it is: a side, or somebody else.'),
    licence: choice('Licence', 'The owner keeps it, lets others use it, or sells it.', {
      listed: ['owner keeps', 'licensed', 'bought out'],
    }),
    to: text('To', 'Who may use it.'),
    territory: text('Territory', 'Where: a country, the world.', { width: 110 }),
    channels: text('Channels', 'How: web, television, print, fairs.'),
    mayChange: yesNo('May be changed', 'yes: whoever may use it may cut and change it.', { width: 90 }),
    exclusive: yesNo('Exclusive', 'yes: nobody else may use it, the owner included.'),
    fee: amount('Fee for it', 'What is paid for the use: more for exclusive or endless rights.', {
      least: { value: 0 },
    }),
    from: day('From', 'From when.'),
    expires: day('Expires', 'Until when. Empty: without end.', {
      notBefore: { column: 'from', say: 'It cannot end before it begins.' },
    }),
    othersWork: yesNo('Work of others in it', 'yes: music, pictures or texts of somebody else are part of it.', {
      width: 110,
    }),
    proof: link('Proof', 'Link to the licence of what others made.'),
    enteredBy: author('Entered by', 'Who wrote it, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    state: text('State', 'Whether it may be used as of today.', {
      width: 110,
      formula:
        `IF({asset}="",,IF(ISNUMBER({from})*({from}>${asOf}),"not yet",IF(ISNUMBER({expires}),` +
        `IF({expires}<${asOf},"over",IF({expires}-${asOf}<=${ahead},"ends soon","in force")),"in force")))`,
    }),
  },
  form: {
    id: 'right',
    title: 'Add rights',
    introduction: 'Who may use what, and how long?',
    submit: 'Add it',
    ask: {
      asset: { required: true },
      owner: { required: true, half: true },
      licence: { required: true, half: true },
      to: { half: true },
      fee: { half: true },
      from: { half: true },
      expires: { half: true },
      territory: { half: true },
      channels: { half: true },
      exclusive: { half: true },
      mayChange: { half: true },
      othersWork: { half: true },
      item: { half: true },
      proof: {},
    },
    begins: { owner: ['own side', 'last'], licence: ['last', 'first choice'], from: 'today' },
    keeps: ['owner', 'licence', 'to', 'territory', 'channels', 'from', 'expires'],
    says: '{asset}',
  },
  attention: [
    {
      when: isAnyImpossible('from', 'expires'),
      say: '"A day is not possible: write it as 2026-03-31"',
      weight: 95,
      since: asOf,
    },
    { when: isNoNumber('{fee}'), say: '"The fee has to be a plain number"', weight: 92, since: asOf },
    {
      when: 'ISNUMBER({from})*ISNUMBER({expires})*({expires}<{from})',
      say: '"It ends before it begins: "&{asset}',
      weight: 90,
      since: '{from}',
    },
    {
      when: `({asset}<>"")*ISNUMBER({expires})*({expires}<${asOf})`,
      say: '"No longer licensed: take it down or renew it. "&{asset}',
      weight: 82,
      since: '{expires}',
    },
    {
      when: `({asset}<>"")*${isYes('{othersWork}')}*({proof}="")`,
      say: '"No proof for the work of others: "&{asset}',
      weight: 73,
      since: asOf,
    },
    {
      when: `({asset}<>"")*ISNUMBER({expires})*({expires}-${asOf}<=${ahead})`,
      say: `"Ends in "&({expires}-${asOf})&" days: "&{asset}`,
      weight: 63,
      since: '{expires}',
    },
    {
      when: `({asset}<>"")*${isYes('{exclusive}')}*(IF(ISNUMBER({fee}),{fee},0)=0)`,
      say: '"Exclusive without a fee: "&{asset}',
      weight: 61,
      since: asOf,
    },
    {
      when: `({asset}<>"")*${isGiven}*({to}="")`,
      say: '"Nobody is named who may use it: "&{asset}',
      weight: 48,
      since: asOf,
    },
  ],
  dates: [{ on: '{expires}', say: '"Rights end: "&{asset}' }],
  beside: [limitTable(ID, LIMITS)],
});
