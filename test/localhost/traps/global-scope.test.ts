import { openHost } from '../../../src/localhost/host';
import type { ExecutionRecord, Installation, ControlledHost } from '../../../src/localhost/contract/host';
import type { Menu } from '../../../src/localhost/contract/protocol';
import { OWNER, fixture } from '../support/sheet';

/** Trap: a service call at global scope that the mode forbids breaks onOpen, and only "Help" is left of the menu. */

let host: ControlledHost;

afterEach(() => host.close());

async function open(project: string, installed: Installation): Promise<void> {
  host = await openHost({ project: fixture(project), file: null, title: 'Counter', installed });
}

/** The menus of somebody who opens the file. */
function menus(user = OWNER): Menu[] {
  let shown: Menu[] = [];
  const send = (message: { type: string; menus?: Menu[] }): void => void (shown = message.menus ?? shown);
  host.connect({ user, send }).close();
  return shown;
}

const lastOnOpen = (): ExecutionRecord | undefined =>
  host.executions.filter(({ functionName }) => functionName === 'onOpen').at(-1);

const COUNT = [{ place: 'addon', name: 'Counter', items: [{ caption: 'Count', functionName: 'count' }] }];

const help = (reason: string): object[] => [
  { place: 'addon', name: 'Counter', items: [{ caption: 'Help', help: expect.stringContaining(reason) }] },
];

it('the file, before anybody has used the add-on in it', async () => {
  await open('hasty', 'add-on');
  const reason = 'You do not have permission to call SpreadsheetApp.getActive. Required permissions: (https://';
  expect(menus()).toEqual(help(reason));
  expect(lastOnOpen()).toMatchObject({
    kind: 'Simple trigger',
    status: 'Failed',
    error: expect.stringContaining(reason),
    line: 3,
  });
});

it('the file is no trouble once somebody has used it', async () => {
  await open('hasty', 'add-on');
  expect(menus()).not.toEqual(COUNT);
  expect(host.run('count', [], OWNER)).toEqual({ value: 1 });
  expect(menus()).toEqual(COUNT);
  expect(menus('partner@example.com')).toEqual(COUNT);
  expect(lastOnOpen()).toMatchObject({ status: 'Completed' });
});

it('what is of an account, even in a script of the file', async () => {
  await open('eager', 'bound');
  const reason = 'You do not have permission to call ScriptApp.getProjectTriggers.';
  expect(menus()).toEqual(help(reason));
  expect(lastOnOpen()).toMatchObject({ status: 'Failed', error: expect.stringContaining(reason), line: 3 });
  expect(host.run('count', [], OWNER)).toEqual({ value: 0 });
});

it('a project that leaves its global scope alone keeps its menu', async () => {
  await open('guarded', 'add-on');
  expect(menus()).toMatchObject([{ items: [{ caption: 'Try' }] }]);
});
