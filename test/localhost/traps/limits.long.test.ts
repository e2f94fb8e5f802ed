import { openHost } from '../../../src/localhost/host';
import type { ControlledHost } from '../../../src/localhost/contract/host';
import { MirrorPage } from '../support/mirror-page';
import { OWNER, TestSheet, fixture } from '../support/sheet';

/** Google's own limits, without a test's shorter ones; time that is waited for is skipped. Sizes: services.test.ts. */

const PARTNER = 'partner@example.com';
const TIMED_OUT = 'Exceeded maximum execution time';

const hosts: ControlledHost[] = [];

async function open(project: string): Promise<ControlledHost> {
  const host = await openHost({ project: fixture(project), file: null, title: 'Sample' });
  hosts.push(host);
  return host;
}

afterEach(() => hosts.splice(0).forEach((host) => host.close()));

/** Runs code of the owner while somebody else holds the document's lock. */
function whileLocked(host: ControlledHost, code: string): unknown {
  let answer: unknown;
  host.onServiceCall = ({ method }) => {
    if (method !== 'releaseLock') return;
    host.onServiceCall = undefined;
    answer = host.evaluate(code, OWNER);
  };
  host.evaluate(`const lock = LockService.getDocumentLock(); lock.waitLock(1000); lock.releaseLock();`, PARTNER);
  return answer;
}

const waiting = (seconds: number): string =>
  `LockService.getDocumentLock().tryLock(${seconds * 1000}); SpreadsheetApp.getActive(); return 'in time';`;

it('a script has six minutes', async () => {
  expect(whileLocked(await open('basics'), waiting(355))).toBe('in time');
  const host = await open('basics');
  expect(() => whileLocked(host, waiting(361))).toThrow(TIMED_OUT);
  expect(host.executions).toContainEqual(expect.objectContaining({ status: 'Timed out', error: TIMED_OUT }));
});

it.each([
  [25, 'Completed'],
  [31, 'Timed out'],
])('a simple trigger has half a minute: %d seconds are %s', async (seconds, status) => {
  const host = await open('patient');
  const page = new MirrorPage(host, OWNER);
  await page.receiveAll();
  host.onServiceCall = ({ method }) => {
    if (method !== 'releaseLock') return;
    host.onServiceCall = undefined;
    page.actAtOnce((engine) => engine.write(engine.activeSheetId(), { 0: { 0: { value: seconds } } }));
  };
  host.evaluate(`const lock = LockService.getDocumentLock(); lock.waitLock(1000); lock.releaseLock();`, PARTNER);
  expect(host.executions.find(({ functionName }) => functionName === 'onEdit')).toMatchObject({ status });
  page.close();
});

it('the cache keeps nothing longer than six hours, and ten minutes where nothing is said', async () => {
  const host = await open('basics');
  const HOUR = 3_600_000;
  host.evaluate(
    `const cache = CacheService.getScriptCache(); cache.put('long', 'x', 999999); cache.put('usual', 'x');`,
  );
  const left = (): unknown =>
    host.evaluate(`return ['long', 'usual'].map((key) => CacheService.getScriptCache().get(key))`);
  host.passTime(HOUR / 6 - 5_000);
  expect(left()).toEqual(['x', 'x']);
  host.passTime(10_000);
  expect(left()).toEqual(['x', null]);
  host.passTime(6 * HOUR);
  expect(left()).toEqual([null, null]);
});

describe('what the scopes and the services do not offer', () => {
  it('spreadsheets.currentonly opens no file by its id, not even this one', async () => {
    const host = await open('guarded');
    expect(() => host.evaluate(`SpreadsheetApp.openById(SpreadsheetApp.getActive().getId())`, OWNER)).toThrow(
      'Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
    );
  });

  it('there are no advanced services, and no Drive, mail or network', async () => {
    const book = await TestSheet.open();
    for (const name of ['Sheets', 'Drive', 'DriveApp', 'MailApp', 'GmailApp', 'UrlFetchApp', 'CalendarApp']) {
      expect(() => book.script(`${name}.get()`)).toThrow(`${name} is not defined`);
    }
    book.close();
  });
});
