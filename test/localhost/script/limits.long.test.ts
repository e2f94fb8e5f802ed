import { openHost } from '../../../src/localhost/host';
import type { HostOptions, ControlledHost } from '../../../src/localhost/contract/host';
import { MirrorPage } from '../support/mirror-page';
import { OWNER, fixture, temporaryFolder } from '../support/sheet';

const TIMED_OUT = { error: { name: 'Exception', message: 'Exceeded maximum execution time' } };

const hosts: ControlledHost[] = [];

async function open(limits: HostOptions['limits'], file: string | null = null): Promise<ControlledHost> {
  const host = await openHost({
    project: fixture('interrupted'),
    file,
    title: 'Sample',
    ...(limits && { limits }),
  });
  hosts.push(host);
  return host;
}

afterEach(() => hosts.splice(0).forEach((host) => host.close()));

const script = (host: ControlledHost, code: string): unknown =>
  host.evaluate(`const book = SpreadsheetApp.getActive(), sheet = book.getSheets()[0]; ${code}`, OWNER);

describe('an execution that takes too long', () => {
  it.each([['loop'], ['insist'], ['sleep']])('is stopped, and the host goes on: %s', async (name) => {
    // Long enough for its first call, however slow the machine.
    const host = await open({ 'Add-on': 500 });
    expect(host.run(name, [], OWNER)).toEqual(TIMED_OUT);
    expect(host.executions.at(-1)).toMatchObject({
      kind: 'Add-on',
      status: 'Timed out',
      error: TIMED_OUT.error.message,
    });
    // What it wrote in time has stayed.
    const kept = script(host, `return sheet.getRange('A1').getValue()`);
    if (name === 'loop') expect(kept).toBe('before');
    if (name === 'insist') expect(kept).toBeGreaterThan(0);
    if (name === 'sleep') expect(kept).toBe('');
    expect(host.run('nextNumber', [], OWNER)).toEqual({ value: 1 });
  });

  it('is an error in the cell when it is a custom function', async () => {
    const host = await open({ 'Custom function': 100 });
    expect(script(host, `sheet.getRange('A1').setFormula('=LOOP()'); return sheet.getRange('A1').getValue();`)).toBe(
      '#ERROR!',
    );
    expect(host.executions.find(({ functionName }) => functionName === 'LOOP')).toMatchObject({ status: 'Timed out' });
  });

  it('is an error in every cell, and does not keep the script from its end', async () => {
    const host = await open({ 'Add-on': 1_000 });
    expect(host.run('fillWithLoops', [], OWNER)).toEqual(TIMED_OUT);
    expect(script(host, `return sheet.getRange('A1').getFormula()`)).toBe('=LOOP(1)');
  });

  it('is a simple trigger after half a minute', async () => {
    const host = await open({ 'Simple trigger': 50 });
    const page = new MirrorPage(host, OWNER);
    await page.receiveAll();
    page.actAtOnce((engine) => engine.write(engine.activeSheetId(), { 0: { 0: { value: 'typed' } } }));
    expect(host.executions.at(-1)).toMatchObject({
      functionName: 'onEdit',
      kind: 'Simple trigger',
      status: 'Timed out',
    });
    expect(script(host, `return sheet.getRange('A1').getValue()`)).toBe('typed');
  });

  it('counts the time that it waits for a lock', async () => {
    const host = await open({ Editor: 30_000 });
    host.onServiceCall = ({ method }) => {
      if (method !== 'getValue') return;
      host.onServiceCall = undefined;
      expect(() =>
        script(host, `LockService.getDocumentLock().tryLock(40000); sheet.getRange('C1').setValue('too late');`),
      ).toThrow(TIMED_OUT.error.message);
    };
    expect(host.run('nextNumber', [], OWNER)).toEqual({ value: 1 });
    expect(script(host, `return sheet.getRange('C1').getValue()`)).toBe('');
  });

  it('closes the workbook when it has to be stopped in the middle of a change, which the file does not get', async () => {
    const folder = temporaryFolder();
    const file = `${folder.path}/large.ledger`;
    const host = await open({ 'Add-on': 500 }, file);
    let writes = 0;
    host.onServiceCall = ({ kind }) => {
      if (kind === 'write') writes += 1;
      while (writes === 2);
    };
    expect(host.run('writeThree', [], OWNER)).toMatchObject({
      error: { message: expect.stringContaining('Open the workbook again') },
    });
    host.onServiceCall = undefined;
    expect(() => host.run('nextNumber', [], OWNER)).toThrow('Open the workbook again');
    expect(() => script(host, '')).toThrow('Open the workbook again');
    host.close();
    const again = await open(undefined, file);
    expect(script(again, `return sheet.getRange('A1').getValue()`)).toBe('');
    again.close();
    hosts.splice(0);
    folder.remove();
  });
});

describe('a workbook', () => {
  it('has at most 10 million cells', async () => {
    const host = await open(undefined);
    const above = 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
    script(host, `sheet.insertRowsAfter(1000, 380000);`);
    expect(() => script(host, `sheet.insertRowsAfter(1, 4000)`)).toThrow(above);
    expect(() => script(host, `sheet.insertColumnsAfter(1, 1)`)).toThrow(above);
    expect(() => script(host, `sheet.copyTo(book)`)).toThrow(above);
    expect(() => script(host, `for (let i = 0; i < 9; i++) book.insertSheet()`)).toThrow(above);
    expect(script(host, `return book.getSheets().map((one) => one.getMaxRows() * one.getMaxColumns())`)).toEqual([
      9_906_000, 26_000, 26_000, 26_000,
    ]);
  });

  it('takes all values of a call or none', async () => {
    const host = await open(undefined);
    expect(() => script(host, `sheet.getRange('A1:B1').setValues([['x', 'y'.repeat(50001)]])`)).toThrow(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    expect(script(host, `return sheet.getRange('A1').getValue()`)).toBe('');
  });
});
