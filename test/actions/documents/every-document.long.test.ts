import { DOCUMENTS } from '../../../src/documents';
import { PARTNER, Partnership } from '../../support/partnership';
import { filled, put, text, workInIt } from './support';

/** Every document, filled in from a sheet with all pages that two sides have worked in. */

let partnership: Partnership;

describe('documents of a partnership that works', () => {
  beforeAll(async () => {
    partnership = (await Partnership.started({ money: 'yes', 'first liaison': 'Ana', 'second email': PARTNER })).add();
    workInIt(partnership);
  }, 400_000);
  afterAll(() => partnership.host.close());

  /** For each document what the guides ask of it, by their rows. */
  const READ: Record<string, Record<string, readonly (string | RegExp)[]>> = {
    charter: {
      D5: [
        'Purpose: Ten episodes that make people join a beach clean-up',
        'Roles: Studio makes, Brand checks facts',
        /Sign-ups \| both \| 100\.00 \| 400\.00 \| 2026-12-31/,
        'Who approves money and publications: Money above 500: both',
        'Disputes about form end with: Tone and music are Studio’s',
        'Days of notice: 30',
        'Signed Studio',
        'Signed Brand',
      ],
      D21: [
        'Who decides what: Studio on sound, Brand on science',
        'If we cannot settle it: The two directors, within a week',
        'Mediator: Dr. Silva',
        'Matter | Decides | Up to | Asked next | Settles it',
        'Money within the budget | Studio | 500 a month | The directors |',
        'Money beyond the budget | both |  | The directors, within a week | Dr. Silva',
      ],
    },
    memorandum: {
      D6: [
        'Scope | Ten episodes and a live show; no merchandise',
        /2026-02-10 \| change order \| One more episode \| 14 \| .*400/,
      ],
      D9: [
        'Theme music | Studio | licensed | Brand | world',
        'Notice | In writing, 30 days before',
        /Beyond control \| not yet agreed/,
      ],
      C7: ['Liability | not yet agreed', 'Confidentiality | not yet agreed', 'Disclosure | Said in the first minute'],
    },
    vision: {
      D7: [
        'Our vision: Every coast has somebody who speaks for it',
        'Audience: Families who live near the sea',
        'Sign-ups | 100.00 | 400.00',
        'Next review: 2026-',
      ],
    },
    brief: {
      D11: [
        'Objective: Ten episodes',
        'Audience: Families',
        'Format, length and number: Audio, 30 minutes',
        'Episode 1 | Studio | scripting | 2026-04-20',
        'Rounds that are part of the deal: 2',
        'Hours to answer in: 48',
        'Sign-ups | both',
        'Both sides read this brief again when half of the time is over',
        /2026-04-20 \| Due: Episode 1 \| 2026-04-17/,
      ],
    },
    playbook: {
      D12: [
        'scripting | Text or storyboard',
        'When it is paid: 30 days after publication',
        'Formats, lengths, files: Audio',
        'Book guests two weeks ahead',
        /gets 30 % of what comes in/,
      ],
      D22: ['Answering times: Two working days', 'Where we talk, file and count: =1+1'],
    },
    'kick-off': {
      D23: [
        '20 min: hopes and fears of each side',
        'Studio | Sponsors',
        'Brand | A scandal',
        'Vision: Every coast',
        'Answering times: Two working days',
        'What the others should know about us (Brand): ____',
        'It is clear who approves what, and how fast',
      ],
    },
    'review-pack': {
      D2: [
        'Side | Effort, last 3 months',
        /Studio \| 60%, steady/,
        /Studio \| hours \| 10 \| 30\.00 \| 0\.00 \| short/,
      ],
      D16: [/Balance \| (not )?balanced/, 'KPIs on track | 1 of 1', /all KPIs \| 50 \|/, /Studio \| 60\.0% \| .*/],
      D17: [
        'Weakest link: trust, 3.0 of 5',
        /Studio \| \d\d \| 2026-03-30/,
        'Late facts',
        'A list of experts | Bo | 2026-04-15',
        /Studio \| hours \| 10 \| 30\.00 \| 0\.00 \| short/,
      ],
    },
    retrospective: {
      D24: [
        'Calls on Mondays | Late facts',
        'To keep: ____',
        'To try next, by whom, by when: ____',
        'A list of experts | Bo',
      ],
      A26: ['Episode 0 was heard by few | promotion', 'We look for causes, not for guilt', 'audience fit |'],
      D34: ['Book guests two weeks ahead'],
    },
    'exit-plan': {
      D25: [
        'What happens to it: Begun episodes are finished and paid',
        'Works, names, accounts, audiences: The feed stays with Studio',
        'What is given back or deleted: Lists of listeners are deleted within 14 days',
        'Who helps whom, and how long: Two calls',
        'The last account is settled | yes',
        'Both sides thank each other',
        /Brand \| €750\.00 \| overdue since 2026-03-02/,
      ],
      B28: [
        'How it is given: In writing, 30 days before',
        'Days of notice: 30',
        'Notice given on: no notice has been given',
      ],
    },
    statement: {
      B10: [
        /Share \| 300\.00 EUR/,
        /Earned \| 500\.00 EUR/,
        /share \| .* \| 1,000\.00 EUR \| 30 % \| 300\.00 EUR \| /,
        /Due \| 20\d\d-/,
        /2026-03-05 \| €150\.00 \| Part of February/,
      ],
    },
    alignment: {
      A14: [
        'Exclusivity | Studio | None | yes',
        'Exclusivity | Brand | No other charity for a year',
        'Studio | A second season',
        'Format: Audio, 30 minutes',
      ],
      D10: ['Least pay: not yet agreed', 'Creative freedom: Tone and music', 'Budget: not yet agreed'],
      D8: ['Brand | Members', 'Studio | Being told what to say'],
    },
  };

  it('reads in each what every row of the guides asks of it', () => {
    expect(Object.entries(READ).map(([id, byRow]) => [id, Object.keys(byRow).sort()])).toEqual(
      expect.arrayContaining(DOCUMENTS.map(({ id, frameworks }) => [id, [...frameworks].sort()])),
    );
  });

  it.each(DOCUMENTS.map(({ id }) => [id]))('%s', (id) => {
    const chosen = id === 'statement' ? { side: 'Brand', month: '2026-02' } : {};
    const read = text(partnership, id, chosen);
    for (const excerpt of Object.values(READ[id]!).flat()) {
      if (typeof excerpt === 'string') expect(read).toContain(excerpt);
      else expect(read).toMatch(excerpt);
    }
    expect(read).not.toMatch(/#(N\/A|REF!|NAME\?|VALUE!)|undefined|\{\w+\}|NaN/);
  });

  it('makes a statement for each side and month, beginning with one’s own', () => {
    const own = filled(partnership, 'statement', {}, PARTNER);
    expect(own.choices).toMatchObject([
      { key: 'side', options: ['Brand', 'Studio'], chosen: 'Brand' },
      { key: 'month', chosen: expect.stringMatching(/^20\d\d-\d\d$/) },
    ]);
    expect(text(partnership, 'statement', { side: 'Studio', month: '2026-02' })).toMatch(/Earned \| 500\.00 EUR/);
    expect(text(partnership, 'statement', { side: 'Nobody', month: '1999-01' })).toContain(
      'Statement of Studio for 2026-03',
    );
    expect(filled(partnership, 'statement', { side: 'Studio', month: '2026-02' }).document.title).toBe(
      'Statement Studio 2026-02',
    );
  });

  it('keeps the statements of other months and sides apart', () => {
    put(partnership, 'statement', { side: 'Brand', month: '2026-02' });
    put(partnership, 'statement', { side: 'Studio', month: '2026-02' });
    const names = partnership.script('return book.getSheets().map((one) => one.getName());');
    expect(names).toEqual(expect.arrayContaining(['Statement Brand 2026-02', 'Statement Studio 2026-02']));
  });
});
