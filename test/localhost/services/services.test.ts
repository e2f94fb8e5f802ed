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

  it.each([
    ['2026-01-05 10:00', 'GMT', 'yyyy-MM-dd HH:mm', '2026-01-05T10:00:00.000Z'],
    ['5 Mar 2026 3:07 PM', 'America/New_York', 'd MMM yyyy h:mm a', '2026-03-05T20:07:00.000Z'],
    ['12:30 am', 'GMT', 'h:mm a', '1970-01-01T00:30:00.000Z'],
    ['20260105', 'Europe/Berlin', 'yyyyMMdd', '2026-01-04T23:00:00.000Z'],
    ['29/03/2026 03:00', 'Europe/Berlin', 'dd/MM/yyyy HH:mm', '2026-03-29T01:00:00.000Z'],
    ['05/01/26', 'GMT', 'dd/MM/yy', '2026-01-05T00:00:00.000Z'],
    ['05/01/99', 'GMT', 'dd/MM/yy', '1999-01-05T00:00:00.000Z'],
    ['2026-01-05T10:00:00Z', 'GMT', "yyyy-MM-dd'T'HH:mm:ss'Z'", '2026-01-05T10:00:00.000Z'],
    ['2026-01-05T10:00:00+0200', 'GMT', "yyyy-MM-dd'T'HH:mm:ssZ", '2026-01-05T08:00:00.000Z'],
    ['Mon, 5 January 2026 and more', 'GMT', 'EEE, d MMMM yyyy', '2026-01-05T00:00:00.000Z'],
    ['32.1.2026', 'GMT', 'd.M.yyyy', '2026-02-01T00:00:00.000Z'],
  ])('read the date %s in %s as %s', (text, zone, pattern, expected) => {
    const given = [text, zone, pattern].map((one) => JSON.stringify(one)).join();
    expect(
      book.script(`const date = Utilities.parseDate(${given}); return date instanceof Date && date.toISOString()`),
    ).toBe(expected);
  });

  it('read no date out of what is none', () => {
    for (const text of ['soon', '', '5 Foo 2026'])
      expect(() => book.script(`Utilities.parseDate('${text}', 'GMT', 'd MMM yyyy')`)).toThrow('Unparseable date');
    expect(() => book.script(`Utilities.parseDate('5', 'GMT', 'q')`)).toThrow("Illegal pattern character 'q'");
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
