import { DEALS } from '../../../src/deals';
import { fieldKey } from '../../../src/deals/deal-form';
import type { FilledDocument } from '../../../src/actions/documents/documents';
import type { PutDocument } from '../../../src/actions/documents/put-document';
import type { Refused } from '../../../src/actions/answering';
import type { Chosen } from '../../../src/documents/fill';
import type { Filled } from '../../../src/documents/filled';
import { setAsOf, type } from '../../pages/support/pages';
import { OWNER, PARTNER, type Partnership } from '../../support/partnership';

/** What a person might type to see whether it is run. */
export const EVIL = '<img src=x onerror="document.title=1"><script>alert(1)</script>';

export const rowOf = (partnership: Partnership, tab: string, heading: string, name: string): number =>
  2 + partnership.rows(tab).findIndex((row) => row[heading] === name);
export const agree = (partnership: Partnership, topics: Record<string, string>): void => {
  for (const [topic, agreed] of Object.entries(topics)) {
    type(partnership, 'Agreement', [{ Agreed: agreed }], rowOf(partnership, 'Agreement', 'Topic', topic));
  }
};
export function submit(partnership: Partnership, form: string, values: Record<string, string>, user = OWNER): void {
  const outcome = partnership.submit(form, values, user);
  if (outcome.kind !== 'written') throw new Error(`${form}: ${JSON.stringify(outcome)}`);
}

/** A partnership of a podcaster and an ocean charity, some months in. */
export function workInIt(partnership: Partnership): void {
  agree(partnership, {
    'Joint outcome': 'Ten episodes that make people join a beach clean-up',
    Vision: 'Every coast has somebody who speaks for it',
    Audience: 'Families who live near the sea',
    'What people should do': 'Sign up for one clean-up',
    Scope: 'Ten episodes and a live show; no merchandise',
    Deliverables: 'Audio, 30 minutes, WAV and a cover',
    Roles: 'Studio makes, Brand checks facts',
    'Who decides what': 'Studio on sound, Brand on science',
    Approvals: 'Money above 500: both',
    Escalation: 'The two directors, within a week',
    Mediator: 'Dr. Silva of the press council',
    'Answering times': 'Two working days',
    'Creative freedom': 'Tone and music are Studio’s',
    Notice: 'In writing, 30 days before',
    'What stays with whom': 'The feed stays with Studio, the archive with Brand',
    'Return of data': 'Lists of listeners are deleted within 14 days',
    'Handing over': 'Two calls with whoever carries on',
    'Winding down': 'Begun episodes are finished and paid',
    'When it is paid': '30 days after publication',
    'Rounds of revision': 'Two, in one list each',
    Disclosure: 'Said in the first minute',
    'Goals of each side': EVIL,
    Tools: '=1+1',
  });
  type(partnership, 'Agreement', [
    { Decides: 'Studio', 'Up to': '500 a month', 'Asked next': 'The directors' },
    { Decides: 'both', 'Asked next': 'The directors, within a week', 'Settles it': 'Dr. Silva' },
  ]);
  submit(partnership, 'kpi', { kpi: 'Sign-ups', side: 'both', direction: 'higher', rollUp: 'sum', baseline: '100', target: '400', start: '2026-01-01', due: '2026-12-31' }); // prettier-ignore
  submit(partnership, 'reading', { kpi: 'Sign-ups', date: '2026-03-15', actual: '250' });
  partnership.log({ party: 'Studio', kind: 'hours', quantity: '30', unitValue: '50' });
  partnership.log({ party: 'Brand', kind: 'cash', quantity: '1000' });
  submit(partnership, 'item', {
    item: 'Episode 1',
    owner: 'Studio',
    stage: 'scripting',
    due: '2026-04-20',
    milestoneAmount: '300',
  });
  submit(partnership, 'decision', { kind: 'change order', date: '2026-02-10', what: 'One more episode', days: '14', money: '400', proposedBy: 'Brand' }); // prettier-ignore
  submit(partnership, 'decision', { kind: 'lesson', date: '2026-02-20', what: 'Book guests two weeks ahead' });
  submit(partnership, 'decision', {
    kind: 'diagnosis',
    date: '2026-03-01',
    what: 'Episode 0 was heard by few',
    cause: 'promotion',
  });
  submit(partnership, 'review', { ratedBy: 'Studio', date: '2026-03-30', kind: 'quarterly', communication: '4', trust: '3', valueDelivery: '5', financial: '4', strategicAlignment: '4', worked: 'Calls on Mondays', didNot: 'Late facts', nextStep: 'A list of experts', owner: 'Bo', due: '2026-04-15' }); // prettier-ignore
  submit(partnership, 'commitment', {
    side: 'Studio',
    what: 'hours',
    amount: '10',
    per: 'month',
    limit: 'at least',
    from: '2026-01-01',
  });
  submit(partnership, 'right', {
    asset: 'Theme music',
    owner: 'Studio',
    licence: 'licensed',
    to: 'Brand',
    territory: 'world',
  });
  submit(partnership, 'position', { topic: 'Exclusivity', side: 'Studio', position: 'None', mustHave: 'yes' });
  submit(partnership, 'position', { topic: 'Exclusivity', side: 'Brand', position: 'No other charity for a year' });
  submit(partnership, 'sealed', {
    side: 'Studio',
    goals: 'A second season',
    hope1: 'Sponsors',
    fear1: 'Being told what to say',
  });
  submit(
    partnership,
    'sealed',
    { side: 'Brand', goals: 'Younger listeners', hope1: 'Members', fear1: 'A scandal' },
    PARTNER,
  );
  partnership.open('sealed', OWNER);
  type(
    partnership,
    'Checklists',
    [{ Answer: 'yes' }],
    rowOf(partnership, 'Checklists', 'Question', 'The last account is settled'),
  );
  type(partnership, 'Risks', [{ Likelihood: 4, Impact: 4, Owner: 'Ana' }]);
  const fee = DEALS.find(({ id }) => id === 'fee')!;
  submit(partnership, 'deal', { kind: fee.name, party: 'Brand', payer: 'Studio', from: '2026-01-01', before: 'ends on that day', agreed: 'yes', days: '30', [fieldKey(fee, 'fee')]: '200', [fieldKey(fee, 'share')]: '30%' }); // prettier-ignore
  submit(partnership, 'revenue', { date: '2026-02-14', gross: '1,000', source: 'Sponsor', collectedBy: 'Studio' });
  submit(partnership, 'payment', { party: 'Brand', date: '2026-03-05', amount: '150', reference: 'Part of February' });
  setAsOf(partnership, '2026-03-31');
}

export function filled(partnership: Partnership, id: string, chosen: Chosen = {}, user = OWNER): FilledDocument {
  const answer = partnership.call('fillDocument', [id, chosen], user) as FilledDocument | Refused;
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer;
}

/** All that is read on paper, a line a block. */
export const textOf = ({ blocks }: Filled): string =>
  blocks
    .map((block) => {
      if (block.kind === 'points') return block.items.join('\n');
      if (block.kind === 'fact') return `${block.label}: ${block.text}`;
      if (block.kind === 'lines') return `${block.label}: ____`;
      if (block.kind === 'signatures') return block.sides.map((side) => `Signed ${side}`).join('\n');
      if (block.kind !== 'table') return block.text;
      return [block.columns.map(({ heading }) => heading), ...block.rows].map((row) => row.join(' | ')).join('\n');
    })
    .join('\n');

export const text = (partnership: Partnership, id: string, chosen?: Chosen): string =>
  textOf(filled(partnership, id, chosen).document);
export const gaps = (partnership: Partnership, id: string): Filled['gaps'] => filled(partnership, id).document.gaps;
export const put = (partnership: Partnership, id: string, chosen: Chosen = {}, user = OWNER): PutDocument | Refused =>
  partnership.call('putDocument', [id, chosen], user) as PutDocument | Refused;
