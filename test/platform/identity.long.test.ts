import { LocalState } from '../../src/localhost/workbook/local-state';
import { Partnership } from '../support/partnership';
import { MirrorPage } from '../localhost/support/mirror-page';
import { OWNER, TestSheet } from '../localhost/support/sheet';

/** Trap: who somebody is may be unknown, and what is theirs belongs to all their files. */

// Whole partnerships are set up, on a machine that may be busy.
jest.setTimeout(120_000);

const NOBODY = '';

describe('a blank identity', () => {
  it('is what onEdit and its event have, even for somebody known', async () => {
    const book = await TestSheet.open('guarded');
    const page = new MirrorPage(book.host, OWNER);
    await page.receiveAll();
    page.actAtOnce((engine) => engine.write(engine.activeSheetId(), { 0: { 0: { value: 'typed' } } }));
    const [log = '{}'] =
      book.host.executions.find(({ functionName }) => functionName === 'onEdit')?.log?.slice(-1) ?? [];
    expect(JSON.parse(log)).toMatchObject({ user: '', eventUser: '' });
    page.close();
    book.close();
  });

  it('is good enough for every form', async () => {
    const partnership = await Partnership.open();
    const setUp = { first: 'Studio', second: 'Brand', firstSplit: '60%', currency: 'EUR', start: '2026-01-01' };
    expect(partnership.submit('set-up', setUp, NOBODY)).toMatchObject({ kind: 'written' });
    expect(partnership.log({ unitValue: '10' }, NOBODY)).toMatchObject({ kind: 'written' });
    for (const form of ['set-up', 'log', 'reading', 'answer', 'review']) {
      expect(partnership.open(form, NOBODY)).toHaveProperty('form');
    }
    partnership.host.close();
  });
});

describe('user properties', () => {
  it('are one store for all files of a person, in which drafts do not mix', async () => {
    const userProperties = new LocalState(() => undefined);
    const [one, other] = await Promise.all([
      Partnership.started({}, null, { userProperties }),
      Partnership.started({}, null, { userProperties }),
    ]);
    one.call('keepDraft', ['log', { note: 'of the first file' }, 'DRAFT001']);
    expect(other.script(`return PropertiesService.getUserProperties().getKeys().length`)).toBeGreaterThan(0);
    expect(other.open('log')).toMatchObject({ form: { draft: null } });
    expect(one.open('log')).toMatchObject({ form: { draft: { note: 'of the first file' } } });
    one.host.close();
    other.host.close();
  });
});
