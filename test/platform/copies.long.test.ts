import { join } from 'node:path';
import { openHost } from '../../src/localhost/host';
import { OWNER, PARTNER, Partnership } from '../support/partnership';
import { TestSheet, fixture, temporaryFolder } from '../localhost/support/sheet';

/** Trap: "Make a copy" loses document properties, and "Duplicate" gives two tabs one id. */

// Whole partnerships are set up, on a machine that may be busy.
jest.setTimeout(120_000);

const folder = temporaryFolder();

afterAll(() => folder.remove());

it('a copy of the file is another file without document properties, triggers and partners', async () => {
  const book = await TestSheet.open('alarm');
  book.script(`book.rename('Ledger'); book.addEditor('${PARTNER}').addDeveloperMetadata('version', '3');
    sheet.addDeveloperMetadata('tab', 'log').getRange('A1:A2').setValues([[1], ['=A1+1']]);
    sheet.getRange('A1').protect();
    PropertiesService.getDocumentProperties().setProperty('key', 'of the file');
    PropertiesService.getScriptProperties().setProperty('key', 'of the script');
    PropertiesService.getUserProperties().setProperty('key', 'of the person');
    ScriptApp.newTrigger('tick').timeBased().everyHours(6).create();`);
  const path = join(folder.path, 'copy.ledger');
  book.host.makeCopy(path, OWNER);
  expect(() => book.host.makeCopy(path, OWNER)).toThrow('exists already');
  const copy = await openHost({ project: fixture('alarm'), file: path, title: 'Sample' });
  const found = `const book = SpreadsheetApp.getActive(), sheet = book.getSheets()[0];
    return [book.getName(), book.getEditors().map((one) => one.getEmail()), sheet.getRange('A2').getValue(),
      book.getDeveloperMetadata().map((one) => one.getValue()), sheet.getDeveloperMetadata().map((one) => one.getValue()),
      sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length,
      PropertiesService.getDocumentProperties().getProperty('key'), PropertiesService.getScriptProperties().getProperty('key'),
      PropertiesService.getUserProperties().getProperty('key'), ScriptApp.getProjectTriggers().length]`;
  expect(book.host.evaluate(found, OWNER)).toEqual([
    ...['Ledger', [OWNER, PARTNER], 2, ['3'], ['log'], 1],
    ...['of the file', 'of the script', 'of the person', 1],
  ]);
  expect(copy.evaluate(found, OWNER)).toEqual([
    ...['Copy of Ledger', [OWNER], 2, ['3'], ['log'], 1],
    ...[null, null, 'of the person', 0],
  ]);
  const id = `return SpreadsheetApp.getActive().getId()`;
  expect(copy.evaluate(id, OWNER)).not.toBe(book.host.evaluate(id, OWNER));
  copy.close();
  book.close();
});

it('an add-on must be used in the copy before it may do more there', async () => {
  const book = await openHost({ project: fixture('guarded'), file: null, title: 'Sample', installed: 'add-on' });
  book.run('tryAll', [], OWNER);
  const path = join(folder.path, 'enabled.ledger');
  book.makeCopy(path, OWNER);
  book.close();
  const copy = await openHost({ project: fixture('guarded'), file: path, title: 'Sample', installed: 'add-on' });
  copy.connect({ user: OWNER, send: () => undefined }).close();
  const [log = '{}'] = copy.executions.find(({ functionName }) => functionName === 'onOpen')?.log?.slice(-1) ?? [];
  expect(JSON.parse(log)).toMatchObject({ mode: 'NONE' });
  copy.close();
});

it('the add-on goes on in a copy of the file, and drafts stay with the file they belong to', async () => {
  const original = await Partnership.started();
  original.log({ unitValue: '10' });
  original.call('keepDraft', ['log', { note: 'of the original' }, 'DRAFT001']);
  const path = join(folder.path, 'partnership.ledger');
  original.host.makeCopy(path, PARTNER);
  const copy = await Partnership.open(path);
  expect(copy.open('log', OWNER)).toMatchObject({ form: { draft: null } });
  expect(copy.log({ unitValue: '20' }, PARTNER)).toMatchObject({ kind: 'written' });
  expect(copy.rows('Contributions').map(({ Value }) => Value)).toEqual([20, 40]);
  expect(original.rows('Contributions').map(({ Value }) => Value)).toEqual([20]);
  copy.host.close();
  original.host.close();
});

it('a tab that somebody duplicates has the id of the first: the add-on asks which, and goes on when one is gone', async () => {
  const partnership = await Partnership.started();
  partnership.log({ unitValue: '10' });
  partnership.script(`book.getSheetByName('Contributions').copyTo(book).setName('Backup').activate();`);
  const marks = partnership.script(`return ['Contributions', 'Backup'].map((name) =>
    JSON.stringify(book.getSheetByName(name).getDeveloperMetadata().map((one) => [one.getKey(), one.getValue()])))`);
  expect(new Set(marks as string[]).size).toBe(1);
  expect(partnership.log({ unitValue: '20' })).toEqual({
    kind: 'refused',
    message: expect.stringMatching(/^Two tabs are both Contributions: .*Backup.*: it asks which one counts/),
  });
  expect(partnership.rows('Settings')[0]).toMatchObject({ 'Contributed value': 20 });
  partnership.script(`book.deleteSheet(book.getSheetByName('Backup'))`);
  expect(partnership.log({ unitValue: '20' })).toMatchObject({ kind: 'written' });
  expect(partnership.rows('Contributions').map(({ Value }) => Value)).toEqual([20, 40]);
  partnership.host.close();
});
