import { openHost } from '../../../src/localhost/host';
import type { HostOptions, ControlledHost } from '../../../src/localhost/contract/host';
import type { PageRole, ToPage } from '../../../src/localhost/contract/protocol';
import { MirrorPage } from '../support/mirror-page';
import { OWNER, fixture } from '../support/sheet';

const PARTNER = 'partner@example.com';
const AUTH = 'https://www.googleapis.com/auth/';
const SHEETS = `Required permissions: (${AUTH}spreadsheets.currentonly || ${AUTH}spreadsheets)`;

const hosts: ControlledHost[] = [];

async function open(project: string, options: Partial<HostOptions> = {}): Promise<ControlledHost> {
  const host = await openHost({ project: fixture(project), file: null, title: 'Sample', ...options });
  hosts.push(host);
  return host;
}

afterEach(() => hosts.splice(0).forEach((host) => host.close()));

/** What the last run of a trigger found out. */
function found(host: ControlledHost, name: string): Record<string, unknown> {
  const record = host.executions.filter(({ functionName }) => functionName === name).at(-1);
  return JSON.parse(record!.log!.at(-1)!) as Record<string, unknown>;
}

const join = (host: ControlledHost, user = OWNER): ToPage[] => {
  const messages: ToPage[] = [];
  host.connect({ user, send: (message) => messages.push(message) });
  return messages;
};

describe('an add-on', () => {
  it('may only put up its menu in a file in which nobody has used it', async () => {
    const host = await open('guarded', { installed: 'add-on' });
    const messages = join(host);
    expect(found(host, 'onOpen')).toEqual({
      mode: 'NONE',
      log: 'done',
      uuid: 36,
      timeZone: 'Etc/UTC',
      menu: 'done',
      read: `You do not have permission to call SpreadsheetApp.getActive. ${SHEETS}`,
      write: `You do not have permission to call SpreadsheetApp.getActive. ${SHEETS}`,
      properties: 'You do not have permission to call PropertiesService.getDocumentProperties.',
      lock: 'You do not have permission to call LockService.getDocumentLock.',
      sidebar: 'You do not have permission to call HtmlService.createHtmlOutput.',
      user: `You do not have permission to call Session.getActiveUser. Required permissions: ${AUTH}userinfo.email`,
      authorization: 'NOT_REQUIRED',
      eventUser: '',
    });
    expect(messages).toContainEqual({
      type: 'menus',
      menus: [{ place: 'addon', name: 'Sample', items: [{ caption: 'Try', functionName: 'tryAll' }] }],
    });
  });

  it('may do more for everybody once somebody has used it there', async () => {
    const host = await open('guarded', { installed: 'add-on' });
    join(host);
    host.run('tryAll', [], OWNER);
    join(host, PARTNER);
    expect(found(host, 'onOpen')).toMatchObject({ mode: 'LIMITED', read: '', write: 'done', lock: true });
  });
});

describe('a simple trigger', () => {
  it('has the file, but no dialogs and no identity', async () => {
    const host = await open('guarded');
    join(host);
    expect(found(host, 'onOpen')).toEqual({
      mode: 'LIMITED',
      log: 'done',
      uuid: 36,
      timeZone: 'Etc/UTC',
      menu: 'done',
      read: '',
      write: 'done',
      properties: 0,
      lock: true,
      sidebar: `You do not have permission to call Ui.showSidebar. Required permissions: ${AUTH}script.container.ui`,
      user: '',
      authorization: 'NOT_REQUIRED',
      eventUser: '',
    });
  });
});

describe('a custom function', () => {
  it.each([
    ['read', ''],
    ['properties', 0],
    ['user', ''],
    ['write', 'You do not have permission to call Range.setValue'],
    ['menu', 'Cannot call SpreadsheetApp.getUi() from this context.'],
    ['sidebar', 'Cannot call SpreadsheetApp.getUi() from this context.'],
  ])('tries: %s', async (attempt, expected) => {
    const host = await open('guarded');
    expect(
      host.evaluate(`const cell = SpreadsheetApp.getActive().getSheets()[0].getRange('B2');
        return cell.setFormula('=ATTEMPT("${attempt}")').getValue();`),
    ).toBe(expected);
  });
});

describe("the manifest's scopes", () => {
  it('are what a menu item may use, and nothing else', async () => {
    const host = await open('guarded');
    expect(host.run('tryAll', [], OWNER)).toMatchObject({
      value: {
        read: '',
        write: 'done',
        properties: 0,
        lock: true,
        sidebar: `Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: ${AUTH}script.container.ui`,
        user: `Specified permissions are not sufficient to call Session.getActiveUser. Required permissions: ${AUTH}userinfo.email`,
      },
    });
  });

  it('are found out by Google where the manifest lists none', async () => {
    const host = await open('basics');
    expect(host.evaluate('return Session.getActiveUser().getEmail()', OWNER)).toBe(OWNER);
  });
});

describe('a person who has not authorised the project', () => {
  it('gets the menu of an enabled add-on, which then fails', async () => {
    const host = await open('guarded', { installed: 'add-on' });
    host.run('tryAll', [], OWNER);
    host.setAuthorised(PARTNER, false);
    const messages = join(host, PARTNER);
    expect(messages).toContainEqual(expect.objectContaining({ type: 'menus', menus: [expect.anything()] }));
    expect(found(host, 'onOpen')).toMatchObject({ mode: 'LIMITED', authorization: 'REQUIRED' });
    expect(host.run('tryAll', [], PARTNER)).toEqual({
      error: { name: 'ScriptError', message: 'Authorization is required to perform that action.' },
    });
    host.setAuthorised(PARTNER, true);
    expect(host.run('tryAll', [], PARTNER)).toMatchObject({ value: { write: 'done', authorization: 'NOT_REQUIRED' } });
  });
});

describe('what a page says of its person', () => {
  it('makes them a viewer, or somebody who has authorised nothing, but never takes the file from its owner', async () => {
    const host = await open('guarded');
    const joinAs = (user: string, role: PageRole): void => host.connect({ user, role, send: () => undefined }).close();
    host.connect({ user: OWNER, send: () => undefined }).close();
    joinAs(OWNER, 'viewer');
    joinAs('viewer@example.com', 'viewer');
    joinAs(PARTNER, 'newcomer');
    const emails = (who: string): unknown =>
      host.evaluate(`return SpreadsheetApp.getActive().${who}().map((user) => user.getEmail())`, OWNER);
    expect(emails('getEditors')).toEqual([OWNER, PARTNER]);
    expect(emails('getViewers')).toContain('viewer@example.com');
    expect(host.run('tryAll', [], PARTNER)).toMatchObject({ error: { name: 'ScriptError' } });
    expect(host.run('tryAll', [], OWNER)).not.toHaveProperty('error');
  });
});

describe('a person who may only look', () => {
  it('sets off no trigger, changes nothing, and sees formulas calculate', async () => {
    const host = await open('guarded');
    host.evaluate(`SpreadsheetApp.getActive().addViewer('${PARTNER}')`, OWNER);
    const page = new MirrorPage(host, PARTNER);
    await page.receiveAll();
    page.actAtOnce((engine) => engine.write(engine.activeSheetId(), { 0: { 0: { value: 'typed' } } }));
    await page.receiveAll();
    expect(page.reasons).toEqual(['You may look at this spreadsheet, but not edit it.']);
    expect(host.executions.map(({ functionName }) => functionName)).toEqual(['(evaluate)']);
    expect(host.run('tryAll', [], PARTNER)).toMatchObject({
      value: { read: '', write: 'You do not have permission to perform that action.' },
    });
    expect(
      host.evaluate(
        `return SpreadsheetApp.getActive().getSheets()[0].getRange('A2').setFormula('=ATTEMPT("uuid")').getValue()`,
      ),
    ).toBe(36);
  });
});
