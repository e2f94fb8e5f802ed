import { choice, day, fraction, number, yesNo } from '../schema/column';
import { AS_OF } from '../schema/conditions';
import { CURRENCIES } from '../schema/currency';

/** The rhythms that PARTNER_NEXT_REVIEW knows by name. */
const RHYTHMS = ['weekly', 'bi-weekly', 'monthly', 'quarterly', 'six-monthly', 'annual'] as const;

/** The settings of a partnership: one value a row, named as people see them. */
export const SETTINGS = {
  currency: choice('Currency', 'Of all amounts: its three letters, such as EUR.', {
    listed: CURRENCIES,
  }),
  start: day('Partnership start', 'The first day of the partnership.'),
  asOf: day(AS_OF, 'The day that figures are computed for. Partner Ledger writes today here whenever it is opened.', {
    filled: 'by the add-on',
  }),
  countProposed: yesNo(
    'Count proposed entries',
    'yes: an entry counts until somebody disputes it. no: it counts only once the other side has accepted it.',
  ),
  tolerance: fraction(
    'Tolerance',
    'How far a side’s share of the reward may be from its share of the effort: 10% is usual.',
  ),
  rhythm: choice('Review rhythm', 'How often both sides rate the partnership.', { listed: RHYTHMS }),
  anchor: day('Reviews counted from', 'The day from which the rhythm counts. Empty: the partnership start.'),
  knownOnly: yesNo(
    'Only known people answer',
    'yes: only people whose address stands beside a side accept or dispute. no: others choose their side, and the row says “not identified”.',
  ),
  agreeTerms: yesNo(
    'Terms need agreement',
    'yes: a term holds for the statement once every side has accepted it with Answer entries. no: every term holds as it is written.',
  ),
  waiting: number('Days an entry may wait', 'An entry that waits longer for an answer needs attention.', {
    least: { value: 0 },
    format: '0',
  }),
  atRisk: fraction('At risk from', 'A KPI with this attainment or pace is at risk; below it is off track.', {
    most: 2,
  }),
  onTrack: fraction('On track from', 'A KPI with this attainment or pace is on track.', { most: 2 }),
  healthGap: number(
    'Gap in health to talk about',
    'How many points of 100 the sides may differ in how they see the partnership before they should talk about it.',
    { least: { value: 0 }, most: 100, format: '0' },
  ),
  coverage: fraction('Coverage needed', 'A score is shown only when this much of its weight has been rated.'),
  firstSteps: yesNo('Show first steps', 'no takes the steps of getting started off the Scorecard.'),
  shared: yesNo('Shared', 'yes once the other side can open this sheet. Partner Ledger notes it.'),
  pilotDays: number(
    'Days of the pilot',
    'How long the pilot lasts from the partnership start; 90 is usual. Empty: there is none.',
    { least: { value: 0, above: true }, format: '0' },
  ),
  noticeGiven: day('Notice given on', 'The day on which a side said that it wants to end the partnership.'),
  noticeDays: number('Days of notice', 'From the notice to the end.', { least: { value: 0 }, format: '0' }),
  bufferDays: number('Buffer days', 'How many days before a day in the Calendar things should be ready.', {
    least: { value: 0 },
    format: '0',
  }),
  stageDays: number(
    'Days in a stage',
    'A partnership that stays longer in a stage of the lifecycle needs attention. Empty: it is not watched.',
    { least: { value: 0, above: true }, format: '0' },
  ),
};

export type SettingKey = keyof typeof SETTINGS;
