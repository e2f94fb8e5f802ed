import { OWNER, TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterAll(() => book.close());

const TOO_LARGE = 'Argument too large: value';
const OVER = 'You have exceeded the property storage quota.';

describe('properties', () => {
  it('are texts, kept by store and by user', () => {
    book.script(`PropertiesService.getScriptProperties().setProperty('key', 1).setProperties({ other: true });
      PropertiesService.getDocumentProperties().setProperty('key', 'document');
      PropertiesService.getUserProperties().setProperty('key', 'owner');`);
    expect(
      book.script(
        `return [PropertiesService.getScriptProperties().getProperties(), PropertiesService.getDocumentProperties().getProperty('key'), PropertiesService.getUserProperties().getProperty('key')]`,
      ),
    ).toEqual([{ key: '1', other: 'true' }, 'document', 'owner']);
    expect(
      book.script(`return PropertiesService.getUserProperties().getProperty('key')`, 'second@example.com'),
    ).toBeNull();
    expect(
      book.script(`const store = PropertiesService.getScriptProperties(); store.deleteProperty('key'); const keys = store.getKeys();
        store.setProperties({ new: 'x' }, true); return [keys, store.getKeys(), store.deleteAllProperties().getKeys()];`),
    ).toEqual([['other'], ['new'], []]);
  });

  it('have their quotas: 9 KB a value, 500 KB a store', () => {
    book.script(`PropertiesService.getUserProperties().setProperty('k', 'x'.repeat(9 * 1024 - 1));`);
    expect(() => book.script(`PropertiesService.getUserProperties().setProperty('k', 'x'.repeat(9 * 1024))`)).toThrow(
      TOO_LARGE,
    );
    expect(() => book.script(`PropertiesService.getUserProperties().setProperty('k', 'ä'.repeat(5000))`)).toThrow(
      TOO_LARGE,
    );
    expect(() =>
      book.script(
        `for (let i = 0; i < 60; i++) PropertiesService.getUserProperties().setProperty('n' + i, 'x'.repeat(9000))`,
      ),
    ).toThrow(OVER);
    expect(
      book.script(`return PropertiesService.getUserProperties().getKeys().filter((key) => key.startsWith('n')).length`),
    ).toBe(55);
  });
});

describe('the cache', () => {
  it('keeps texts for a while, by user where it is the user’s', () => {
    book.script(
      `CacheService.getScriptCache().put('a', 'one'); CacheService.getUserCache().putAll({ a: 'mine', b: 'two' });`,
    );
    expect(
      book.script(
        `return [CacheService.getScriptCache().get('a'), CacheService.getUserCache().getAll(['a', 'b', 'c']), CacheService.getDocumentCache().get('a')]`,
      ),
    ).toEqual(['one', { a: 'mine', b: 'two' }, null]);
    expect(book.script(`return CacheService.getUserCache().get('a')`, 'second@example.com')).toBeNull();
    expect(() => book.script(`CacheService.getScriptCache().put('a', 'x'.repeat(100 * 1024 + 1))`)).toThrow(
      'Argument too large',
    );
  });

  it('forgets', () => {
    jest.useFakeTimers({ now: 0, doNotFake: ['performance'] });
    try {
      book.script(
        `CacheService.getScriptCache().put('short', 'x', 10); CacheService.getScriptCache().put('long', 'x');`,
      );
      jest.setSystemTime(11_000);
      expect(book.script(`return ['short', 'long'].map((key) => CacheService.getScriptCache().get(key))`)).toEqual([
        null,
        'x',
      ]);
      jest.setSystemTime(601_000);
      expect(book.script(`return CacheService.getScriptCache().get('long')`)).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('locks', () => {
  it('are taken, held and given back, at the latest when the execution ends', () => {
    const take = `const lock = LockService.getDocumentLock(); const before = lock.hasLock();
      return [before, lock.tryLock(1000), lock.hasLock(), LockService.getDocumentLock().hasLock(), LockService.getScriptLock().hasLock()];`;
    expect(book.script(take)).toEqual([false, true, true, true, false]);
    expect(book.script(take)).toEqual([false, true, true, true, false]);
    expect(
      book.script(
        `const lock = LockService.getUserLock(); lock.waitLock(1); lock.releaseLock(); return lock.hasLock()`,
      ),
    ).toBe(false);
  });
});

describe('the session', () => {
  it('knows the user, or nobody', () => {
    const who = `return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getActiveUserLocale()]`;
    expect(book.script(who)).toEqual([OWNER, OWNER, 'en']);
    expect(book.script(who, '')).toEqual(['', '', 'en']);
  });
});

describe('utilities', () => {
  it.each([
    ['yyyy-MM-dd', 'UTC', '2026-03-05'],
    ['yyyy-MM-dd HH:mm:ss.SSS', 'Asia/Tokyo', '2026-03-05 18:04:05.006'],
    ["EEE, d MMM yy 'at' h:mm a", 'America/New_York', 'Thu, 5 Mar 26 at 4:04 AM'],
    ['EEEE d MMMM', 'UTC', 'Thursday 5 March'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", 'Asia/Kolkata', '2026-03-05T14:34:05+05:30'],
    ["HHmmss'Z' Z z", 'UTC', '090405Z +0000 UTC'],
    ['HH:mm Z z', 'GMT+5', '14:04 +0500 GMT+05:00'],
    ['HH:mm XXX', 'GMT+05:30', '14:34 +05:30'],
    ['yyyy-MM-dd HH:mm Z', 'GMT-0330', '2026-03-05 05:34 -0330'],
    ['HH:mm', 'GMT+5:75', '09:04'],
    ['D w u k K', 'UTC', '64 10 4 9 9'],
    ['G W F MMM LLLL', 'UTC', 'AD 1 1 Mar March'],
    ["'''quoted''' ''", 'UTC', "'quoted' '"],
    ['z, zzzz', 'America/New_York', 'EST, Eastern Standard Time'],
    ['z', 'Europe/Berlin', 'CET'],
    ['HH z, zzzz', 'GMT-3', '06 GMT-03:00, GMT-03:00'],
    ["o''clock", 'no such zone', undefined],
  ])('format a date as %s in %s', (pattern, zone, expected) => {
    const code = `return Utilities.formatDate(new Date('2026-03-05T09:04:05.006Z'), ${JSON.stringify(zone)}, ${JSON.stringify(pattern)})`;
    if (expected === undefined) expect(() => book.script(code)).toThrow("Illegal pattern character 'o'");
    else expect(book.script(code)).toBe(expected);
  });

  it('refuses a pattern whose quotes do not end', () => {
    expect(() => book.script(`Utilities.formatDate(new Date(), 'UTC', "yyyy 'open")`)).toThrow('Unterminated quote');
    expect(() => book.script(`Utilities.formatDate(new Date(), 'UTC')`)).toThrow('method signature');
  });

  it('encode, decode and digest', () => {
    expect(
      book.script(`return [Utilities.base64Encode('ä'), Utilities.base64Decode('w6Q='), Utilities.base64EncodeWebSafe([-1, -2, -3]),
        Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '').slice(0, 4), Utilities.getUuid().length]`),
    ).toEqual(['w6Q=', [-61, -92], '__79', [-44, 29, -116, -39], 36]);
  });

  it('sleep', () => {
    const started = performance.now();
    book.script(`Utilities.sleep(30)`);
    expect(performance.now() - started).toBeGreaterThan(29);
  });
});
