import type { FilledDocument, OpenedDocuments } from '../../../src/actions/documents/documents';
import type { PutDocument } from '../../../src/actions/documents/put-document';
import type { Refused } from '../../../src/actions/answering';
import { DOCUMENTS } from '../../../src/documents';
import type { Filled } from '../../../src/documents/filled';
import type { Chosen } from '../../../src/documents/fill';
import { OWNER, PARTNER, Partnership } from '../../support/partnership';
import { agree, EVIL, rowOf, submit, workInIt } from './support';

/** Every document, filled in from a sheet that two sides have worked in. */

let partnership: Partnership;

const filled = (id: string, chosen: Chosen = {}, user = OWNER): FilledDocument => {
  const answer = partnership.call('fillDocument', [id, chosen], user) as FilledDocument | Refused;
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer;
};

/** All that is read on paper, a line a block. */
const textOf = ({ blocks }: Filled): string =>
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

const text = (id: string, chosen?: Chosen): string => textOf(filled(id, chosen).document);
const gaps = (id: string) => filled(id).document.gaps;
const put = (id: string, chosen: Chosen = {}, user = OWNER): PutDocument | Refused =>
  partnership.call('putDocument', [id, chosen], user) as PutDocument | Refused;

describe('documents of a partnership that works', () => {
  beforeAll(async () => {
    partnership = (await Partnership.started({ money: 'yes', 'first liaison': 'Ana', 'second email': PARTNER })).add();
    workInIt(partnership);
  }, 400_000);
  afterAll(() => partnership.host.close());

  it('offers all of them, with the paper of the country', () => {
    const opened = partnership.call('openDocuments', []) as OpenedDocuments;
    expect(opened.documents.map(({ id }) => id)).toEqual(DOCUMENTS.map(({ id }) => id));
    expect(opened.paper).toBe('Letter');
    partnership.script(`book.setSpreadsheetLocale('de_DE');`);
    expect(partnership.call('openDocuments', [])).toMatchObject({ paper: 'A4' });
    partnership.script(`book.setSpreadsheetLocale('en_US');`);
  });

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
      D16: [/Balance \| (not )?balanced/, 'KPIs on track | 1 of 1', /all KPIs \| 50 \|/, /Studio \| 60\.0% \| .*/],
      D17: [
        'Weakest link: trust, 3.0 of 5',
        /Studio \| \d\d \| 2026-03-30/,
        'Late facts',
        'A list of experts | Bo | 2026-04-15',
        /Studio \| hours \| 10\.00 \| month \| 0\.00 \| short/,
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
        /2026-03-05 \| .* \| .*150\.00 \| Part of February/,
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
    const read = text(id, chosen);
    for (const excerpt of Object.values(READ[id]!).flat()) {
      if (typeof excerpt === 'string') expect(read).toContain(excerpt);
      else expect(read).toMatch(excerpt);
    }
    expect(read).not.toMatch(/#(N\/A|REF!|NAME\?|VALUE!)|undefined|\{\w+\}|NaN/);
  });

  it('names the empty places with the tab and row, and shows them as not yet agreed', () => {
    const found = gaps('charter');
    expect(found).toContainEqual({
      what: 'Ownership',
      tab: 'Agreement',
      tabId: 'agreement',
      row: rowOf(partnership, 'Agreement', 'Topic', 'Ownership'),
      how: `Row ${rowOf(partnership, 'Agreement', 'Topic', 'Ownership')}: Edit the selected row`,
      add: null,
    });
    expect(text('charter')).toContain('Ownership: not yet agreed');
    const before = found.length;
    agree(partnership, { Ownership: 'Both, half each' });
    expect(gaps('charter')).toHaveLength(before - 1);
    expect(text('charter')).toContain('Ownership: Both, half each');
  });

  it('finds renamed tabs and headings, and topics with another case', () => {
    partnership.script(`const sheet = book.getSheetByName('Agreement').setName('Our deal');
      const cell = sheet.getRange(1, sheet.getRange('1:1').getValues()[0].indexOf('Agreed') + 1); cell.setValue('What we said');
      SpreadsheetApp.flush();`);
    const { document } = filled('charter');
    expect(textOf(document)).toContain('What belongs to it: Ten episodes and a live show');
    expect(document.draws).toContain('Our deal');
    expect(text('memorandum')).toContain('Topic | What we said');
    partnership.script(`const sheet = book.getSheetByName('Our deal').setName('Agreement');
      sheet.getRange(1, sheet.getRange('1:1').getValues()[0].indexOf('What we said') + 1).setValue('Agreed'); SpreadsheetApp.flush();`);
  });

  it('makes a statement for each side and month, beginning with one’s own', () => {
    const own = filled('statement', {}, PARTNER);
    expect(own.choices).toMatchObject([
      { key: 'side', options: ['Brand', 'Studio'], chosen: 'Brand' },
      { key: 'month', chosen: expect.stringMatching(/^20\d\d-\d\d$/) },
    ]);
    expect(text('statement', { side: 'Studio', month: '2026-02' })).toMatch(/Earned \| 500\.00 EUR/);
    expect(text('statement', { side: 'Nobody', month: '1999-01' })).toContain('Statement of Studio for 2026-03');
    expect(filled('statement', { side: 'Studio', month: '2026-02' }).document.title).toBe('Statement Studio 2026-02');
  });

  it('hands texts of people over as they are', () => {
    expect(text('vision')).toContain(`Goals of each side: ${EVIL}`);
  });

  it('is put into a tab, as texts, once', () => {
    expect(put('playbook')).toEqual({ kind: 'put', message: 'Playbook was written into the tab “Playbook”.' });
    const cells = partnership.cells('Playbook').flat();
    expect(cells).toEqual(
      expect.arrayContaining(['Playbook', 'How we talk', 'Two working days', '=1+1', 'Book guests two weeks ahead']),
    );
    const formulas = partnership.script(
      `return book.getSheetByName('Playbook').getDataRange().getFormulas().flat().filter(Boolean);`,
    );
    expect(formulas).toEqual([]);
    expect(partnership.script('return book.getActiveSheet().getName();')).toBe('Playbook');
    expect(partnership.calls.writes).toBeLessThan(200);
  });

  it('replaces the copy that nobody has changed', () => {
    agree(partnership, { 'Meetings and reviews': 'Mondays at ten' });
    expect(put('playbook')).toEqual({ kind: 'put', message: 'Playbook was written anew into the tab “Playbook”.' });
    expect(partnership.cells('Playbook').flat()).toContain('Mondays at ten');
    expect(
      partnership.script(`return book.getSheets().filter((one) => one.getName().startsWith('Playbook')).length;`),
    ).toBe(1);
  });

  it('keeps the copy that somebody has changed, and makes a new one; the new one is replaced then', () => {
    partnership.script(
      `book.getSheetByName('Playbook').setName('How we do it').getRange('A3').setValue('Our own words'); SpreadsheetApp.flush();`,
    );
    expect(put('playbook')).toEqual({
      kind: 'put',
      message:
        'Playbook was written into the tab “Playbook”. The earlier one was changed by somebody and stays as it is.',
    });
    expect(partnership.cells('How we do it').flat()).toContain('Our own words');
    expect(put('playbook')).toMatchObject({ message: 'Playbook was written anew into the tab “Playbook”.' });
    expect(partnership.cells('How we do it').flat()).toContain('Our own words');
  });

  it('keeps the statements of other months and sides apart', () => {
    put('statement', { side: 'Brand', month: '2026-02' });
    put('statement', { side: 'Studio', month: '2026-02' });
    const names = partnership.script('return book.getSheets().map((one) => one.getName());');
    expect(names).toEqual(expect.arrayContaining(['Statement Brand 2026-02', 'Statement Studio 2026-02']));
  });

  it('leaves forms, pages and set-up as they are', () => {
    expect(partnership.open('log')).toMatchObject({ kind: 'form' });
    expect(partnership.call('openGallery', [])).toMatchObject({ kind: 'gallery' });
    submit(partnership, 'set-up', {});
    expect(put('charter')).toMatchObject({ message: 'Charter was written into the tab “Charter”.' });
  });

  it('is read by whoever may only look, and says why it cannot be written', () => {
    partnership.script(`book.addViewer('viewer@example.com')`);
    const answer = partnership.call('fillDocument', ['charter', {}], 'viewer@example.com');
    expect(answer).toMatchObject({ kind: 'document' });
    expect(put('vision', {}, 'viewer@example.com')).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('not change it'),
    });
  });

  it('says that a document is gone', () => {
    expect(partnership.call('fillDocument', ['poem', {}])).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('does not exist'),
    });
  });
});

describe('documents of a sheet without the optional pages', () => {
  beforeAll(async () => {
    partnership = await Partnership.started();
  }, 240_000);
  afterAll(() => partnership.host.close());

  it.each(DOCUMENTS.map(({ id }) => [id]))('%s says what is missing and which page to add', (id) => {
    const { document, choices } = filled(id);
    expect(choices).toEqual([]);
    expect(document.gaps.length).toBeGreaterThan(0);
    for (const { add, tabId, how } of document.gaps) {
      expect([how, (add === null) !== (tabId === null)]).toEqual([how, true]);
    }
    expect(textOf(document)).not.toMatch(/#(N\/A|REF!|NAME\?|VALUE!)|undefined|NaN/);
    expect(put(id)).toMatchObject({ kind: 'put' });
  });

  it('fills in once the page was added', () => {
    expect(gaps('vision')).toContainEqual(
      expect.objectContaining({ what: 'Our vision', add: { id: 'agreement', name: 'Agreement' } }),
    );
    expect(partnership.call('addPage', ['agreement'])).toMatchObject({ kind: 'changed' });
    expect(gaps('vision')).toContainEqual(
      expect.objectContaining({ what: 'Our vision', add: null, tabId: 'agreement' }),
    );
  });

  it('asks for a set-up first', async () => {
    const empty = await Partnership.open();
    expect(empty.call('openDocuments', [])).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('Set up this sheet'),
    });
    empty.host.close();
  });
});
