import { OWNER, PARTNER, Partnership } from '../support/partnership';

/** Trap: the document lock may be null, and it may be taken. */

// Whole partnerships are set up, on a machine that may be busy.
jest.setTimeout(120_000);

it('a script without a file has no document lock, cache or properties', async () => {
  const partnership = await Partnership.open(null, { installed: 'standalone' });
  expect(
    partnership.script(
      `return [LockService.getDocumentLock(), CacheService.getDocumentCache(), PropertiesService.getDocumentProperties()]`,
    ),
  ).toEqual([null, null, null]);
  partnership.host.close();
});

it('the add-on writes without a document lock', async () => {
  const partnership = await Partnership.started({}, null, { installed: 'standalone' });
  expect(partnership.log({ unitValue: '10' })).toMatchObject({ kind: 'written' });
  partnership.host.close();
});

it('a second entry waits in vain while a first one is being written, and neither spoils the other', async () => {
  const partnership = await Partnership.started();
  const { host } = partnership;
  const before = partnership.rows('Contributions').length;
  const held: unknown[] = [];
  host.onServiceCall = ({ method, user }) => {
    if (method !== 'releaseLock' || user !== OWNER) return;
    const reply = host.run('submitForm', ['log', entry('PARTNER1')], PARTNER);
    held.push('error' in reply ? reply.error.message : reply.value);
  };
  expect(host.run('submitForm', ['log', entry('OWNER111')], OWNER)).toMatchObject({ value: { kind: 'written' } });
  host.onServiceCall = undefined;
  expect(JSON.stringify(held)).toContain('Somebody else is writing to this sheet right now');
  expect(partnership.rows('Contributions')).toHaveLength(before + 1);
  expect(host.run('submitForm', ['log', entry('PARTNER1')], PARTNER)).toMatchObject({ value: { kind: 'written' } });
  expect(partnership.rows('Contributions')).toHaveLength(before + 2);
  host.close();
});

const entry = (key: string): object => ({
  key,
  locale: 'en_US',
  values: { date: '2026-03-31', party: 'Studio', kind: 'hours', quantity: '2', unitValue: '10' },
});
