import { join } from 'node:path';
import { openHost } from '../../src/localhost/host';
import { OWNER, PARTNER, Partnership } from '../support/partnership';
import { MirrorPage } from '../localhost/support/mirror-page';
import { fixture, temporaryFolder } from '../localhost/support/sheet';

/** Trap: people see the file who have never authorised the add-on, may not edit, or no longer have it. */

// Whole partnerships are set up, on a machine that may be busy.
jest.setTimeout(120_000);

const folder = temporaryFolder();
const file = join(folder.path, 'shared.ledger');
let partnership: Partnership;

beforeAll(async () => {
  partnership = await Partnership.started({}, file, { installed: 'add-on' });
  partnership.log({ unitValue: '10' });
});

afterAll(() => {
  partnership.host.close();
  folder.remove();
});

const menusOf = (user: string): unknown => {
  let menus: unknown;
  partnership.host
    .connect({
      user,
      send: (message) => {
        if (message.type === 'menus') menus = message.menus;
      },
    })
    .close();
  return menus;
};

const failed = (): unknown[] => partnership.host.executions.filter(({ status }) => status !== 'Completed');

it('a partner who has authorised it has the menu and can log', () => {
  expect(menusOf(PARTNER)).toMatchObject([{ place: 'addon' }]);
  expect(partnership.log({ unitValue: '20' }, PARTNER)).toMatchObject({ kind: 'written' });
  expect(failed()).toEqual([]);
});

it('a partner who has not has the menu, which says that it has to be authorised, and breaks nothing by opening', () => {
  partnership.host.setAuthorised(PARTNER, false);
  expect(menusOf(PARTNER)).toMatchObject([{ place: 'addon' }]);
  expect(partnership.host.run('showLog', [], PARTNER)).toMatchObject({
    error: { message: 'Authorization is required to perform that action.' },
  });
  expect(failed()).toEqual([]);
  partnership.host.setAuthorised(PARTNER, true);
});

it('somebody who may only look sees the same numbers and no menu', async () => {
  const guest = 'guest@example.com';
  partnership.script(`book.addViewer('${guest}')`);
  expect(menusOf(guest)).toEqual([]);
  const page = new MirrorPage(partnership.host, guest);
  const owner = new MirrorPage(partnership.host, OWNER);
  await page.receiveAll();
  await owner.receiveAll();
  expect(page.shown).toEqual(owner.shown);
  page.close();
  owner.close();
  expect(failed()).toEqual([]);
});

const SHOWN = `const book = SpreadsheetApp.getActive();
  return book.getSheets().flatMap((sheet) => { const range = sheet.getDataRange(), values = range.getDisplayValues();
    return range.getFormulas().flatMap((row, i) => row.map((formula, j) => [formula, values[i][j]])); })`;

it('where the add-on is gone its kept values stand in the place of its formulas, and the rest stays', async () => {
  const isUnknown = ([formula, shown]: [string, string]): boolean => formula !== '' && shown === '#NAME?';
  const before = partnership.host.evaluate(SHOWN, OWNER) as [string, string][];
  partnership.host.close();
  const without = await openHost({ project: fixture('guarded'), file, title: 'Another one' });
  const after = without.evaluate(SHOWN, OWNER) as [string, string][];
  without.close();
  partnership = await Partnership.open(file, { installed: 'add-on' });
  expect(before.filter(isUnknown)).toEqual([]);
  expect(after.filter(isUnknown)).toEqual([]);
  expect(after).toContainEqual(['', 'Studio']);
});
