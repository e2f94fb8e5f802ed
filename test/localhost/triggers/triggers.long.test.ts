import { openHost } from '../../../src/localhost/host';
import type { HostOptions, ControlledHost } from '../../../src/localhost/contract/host';
import { MirrorPage } from '../support/mirror-page';
import { OWNER, fixture, temporaryFolder } from '../support/sheet';

const PARTNER = 'partner@example.com';
const HOUR = 3_600_000;

const closing: { close(): void }[] = [];

async function open(options: Partial<HostOptions> = {}): Promise<ControlledHost> {
  const host = await openHost({ project: fixture('alarm'), file: null, title: 'Sample', ...options });
  closing.push(host);
  host.evaluate('', OWNER);
  return host;
}

async function page(host: ControlledHost, user = OWNER): Promise<MirrorPage> {
  const joined = new MirrorPage(host, user);
  closing.push(joined);
  await joined.receiveAll();
  return joined;
}

afterEach(() =>
  closing
    .splice(0)
    .reverse()
    .forEach((one) => one.close()),
);

const type = (at: MirrorPage, row: number, values: unknown[]): void =>
  at.actAtOnce((engine) =>
    engine.write(engine.activeSheetId(), {
      [row]: Object.fromEntries(values.map((value, column) => [column, { value: value as string }])),
    }),
  );

/** What the handlers of that name wrote down. */
const notes = (host: ControlledHost, name: string): unknown[] =>
  host.executions
    .filter(({ functionName }) => functionName === name)
    .map(({ log }) => JSON.parse(log?.[0] ?? 'null') as unknown);

const script = (host: ControlledHost, code: string, user = OWNER): unknown => host.evaluate(code, user);

describe('a simple trigger', () => {
  it('onEdit has the range, and for one cell both values', async () => {
    const host = await open();
    const owner = await page(host);
    type(owner, 0, ['first']);
    type(owner, 0, [42]);
    type(owner, 0, [true]);
    type(owner, 1, ['two', 'cells']);
    const common = { name: 'onEdit', authMode: 'LIMITED', me: '', user: '', source: 'Untitled spreadsheet' };
    expect(notes(host, 'onEdit')).toEqual([
      { ...common, range: 'Sheet1!A1', value: 'first' },
      { ...common, range: 'Sheet1!A1', value: 42, oldValue: 'first' },
      { ...common, range: 'Sheet1!A1', value: 'TRUE', oldValue: 42 },
      { ...common, range: 'Sheet1!A2:B2' },
    ]);
    expect(host.executions.find(({ functionName }) => functionName === 'onEdit')).toMatchObject({
      kind: 'Simple trigger',
      status: 'Completed',
      user: OWNER,
    });
  });

  it('is not set off by scripts', async () => {
    const host = await open();
    host.run('write', [], OWNER);
    expect(notes(host, 'onEdit')).toEqual([]);
  });

  it('onSelectionChange has the range', async () => {
    const host = await open();
    const session = host.connect({ user: OWNER, send: () => undefined });
    const sheetId = sheetIdOf(host);
    session.receive({ type: 'selection', sheetId, a1: 'B2:C3' });
    session.receive({ type: 'selection', sheetId: 'gone', a1: 'B2' });
    expect(notes(host, 'onSelectionChange')).toEqual([
      {
        name: 'onSelectionChange',
        authMode: 'LIMITED',
        me: '',
        user: '',
        source: 'Untitled spreadsheet',
        range: 'Sheet1!B2:C3',
      },
    ]);
  });

  it('of an add-on waits until somebody uses it in the file; onInstall is such a use, with everything', async () => {
    const host = await open({ installed: 'add-on' });
    const partner = await page(host, PARTNER);
    type(partner, 0, ['before']);
    expect(notes(host, 'onEdit')).toEqual([]);
    host.install(OWNER);
    expect(notes(host, 'onInstall')).toMatchObject([{ authMode: 'FULL', me: OWNER, user: OWNER }]);
    type(partner, 0, ['after']);
    expect(notes(host, 'onEdit')).toMatchObject([{ value: 'after', oldValue: 'before' }]);
  });
});

describe('an installable trigger', () => {
  it('is made, listed and deleted by whoever it belongs to', async () => {
    const host = await open();
    script(
      host,
      `ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create();
      ScriptApp.newTrigger('tick').timeBased().everyHours(6).create();`,
    );
    const list = `return ScriptApp.getProjectTriggers().map((one) => [one.getHandlerFunction(), String(one.getEventType()),
      String(one.getTriggerSource()), one.getTriggerSourceId() === SpreadsheetApp.getActive().getId(), one.getUniqueId() !== ''])`;
    expect(script(host, list)).toEqual([
      ['edited', 'ON_EDIT', 'SPREADSHEETS', true, true],
      ['tick', 'CLOCK', 'CLOCK', false, true],
    ]);
    expect(script(host, list, PARTNER)).toEqual([]);
    script(host, `ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one))`);
    expect(host.triggersInstalled()).toEqual([]);
  });

  it('runs as its creator, with everything, for what others do', async () => {
    const host = await open();
    const partner = await page(host, PARTNER);
    script(
      host,
      `const sheet = SpreadsheetApp.getActive();
      ScriptApp.newTrigger('edited').forSpreadsheet(sheet).onEdit().create();
      ScriptApp.newTrigger('changed').forSpreadsheet(sheet).onChange().create();
      ScriptApp.newTrigger('opened').forSpreadsheet(sheet).onOpen().create();`,
    );
    await partner.receiveAll();
    type(partner, 0, ['typed']);
    partner.actAtOnce((engine) => engine.insertLines(engine.activeSheetId(), 'row', 0, 2));
    await page(host, PARTNER);
    const common = { authMode: 'FULL', me: OWNER, user: '', source: 'Untitled spreadsheet' };
    expect(notes(host, 'edited')).toEqual([{ ...common, name: 'edited', range: 'Sheet1!A1', value: 'typed' }]);
    expect(notes(host, 'changed')).toEqual([
      { ...common, name: 'changed', changeType: 'EDIT' },
      { ...common, name: 'changed', changeType: 'INSERT_ROW' },
    ]);
    expect(notes(host, 'opened')).toEqual([{ ...common, name: 'opened' }]);
    expect(host.executions.find(({ functionName }) => functionName === 'edited')).toMatchObject({
      kind: 'Trigger',
      user: OWNER,
    });
  });

  it('runs when its time has come, again and again, and scripts see that time', async () => {
    const host = await open();
    script(
      host,
      `ScriptApp.newTrigger('tick').timeBased().everyHours(6).create();
      ScriptApp.newTrigger('failing').timeBased().after(1000).create();`,
    );
    host.passTime(HOUR);
    expect(notes(host, 'tick')).toEqual([]);
    host.passTime(24 * HOUR);
    expect(notes(host, 'tick')).toHaveLength(4);
    expect(notes(host, 'tick')[0]).toMatchObject({ authMode: 'FULL', me: OWNER, timezone: 'UTC' });
    const times = host.executions
      .filter(({ functionName }) => functionName === 'tick')
      .map(({ log }) => Date.parse(log![1]!));
    expect(Math.round((times[3]! - times[0]!) / HOUR)).toBe(18);
    expect(times[0]! - Date.now()).toBeGreaterThan(5 * HOUR);
    expect(host.executions.filter(({ functionName }) => functionName === 'failing')).toMatchObject([
      { kind: 'Time-driven', status: 'Failed', error: 'no tick', line: expect.any(Number) },
    ]);
  });

  it("runs at an hour of the day in the manifest's time zone, on the day of the week", async () => {
    const host = await open();
    script(
      host,
      `ScriptApp.newTrigger('tick').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(9).nearMinute(30).create();`,
    );
    // Two weeks hold two Mondays, whatever day it is today.
    host.passTime(14 * 24 * HOUR);
    // Half past nine in Tokyo is half past midnight in UTC.
    expect(notes(host, 'tick')).toEqual(
      [1, 2].map(() => expect.objectContaining({ hour: 0, 'day-of-week': 1, timezone: 'UTC' }) as unknown),
    );
  });

  it('is run by hand, and has no user interface when it is time-driven', async () => {
    const host = await open();
    script(host, `ScriptApp.newTrigger('ask').timeBased().everyDays(1).create();`);
    host.runTrigger(host.triggersInstalled()[0]!.id);
    expect(host.executions.at(-1)).toMatchObject({
      functionName: 'ask',
      kind: 'Time-driven',
      error: 'Cannot call SpreadsheetApp.getUi() from this context.',
    });
    expect(() => host.runTrigger('none')).toThrow('There is no trigger none.');
  });

  it('is one of a kind for each person of an add-on, and hourly at most', async () => {
    const host = await open({ installed: 'add-on' });
    const create = `ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();`;
    script(host, create);
    expect(() => script(host, create)).toThrow(
      'This add-on has created too many time-based triggers in this document for this Google user account.',
    );
    script(host, create, PARTNER);
    script(host, `ScriptApp.newTrigger('edited').forSpreadsheet('x').onEdit().create();`);
    expect(() =>
      script(host, `ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create();`, 'third@example.com'),
    ).toThrow('at most once an hour');
  });

  it.each([
    [
      `for (let i = 0; i < 21; i++) ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();`,
      'too many triggers',
    ],
    [`ScriptApp.newTrigger('tick').timeBased().everyMinutes(7).create();`, 'It must be one of 1, 5, 10, 15 or 30.'],
    [`ScriptApp.newTrigger('tick').timeBased().create();`, 'The schedule of the trigger is missing.'],
    [`ScriptApp.newTrigger('tick').forSpreadsheet('x').create();`, 'The event type of the trigger is missing.'],
    [`ScriptApp.newTrigger('tick').timeBased().at('tomorrow').create();`, "don't match the method signature"],
  ])('is refused: %s', async (code, message) => {
    expect(() => script(shared, code)).toThrow(message);
  });

  it('is kept in the file', async () => {
    const folder = temporaryFolder();
    const file = `${folder.path}/kept.ledger`;
    const host = await open({ file });
    script(host, `ScriptApp.newTrigger('tick').timeBased().everyHours(6).create();`);
    const before = host.triggersInstalled();
    host.close();
    const again = await open({ file });
    expect(again.triggersInstalled()).toEqual(before);
    again.close();
    closing.splice(0);
    folder.remove();
  });
});

let shared: ControlledHost;

beforeAll(async () => {
  shared = await openHost({ project: fixture('alarm'), file: null, title: 'Sample' });
});

afterAll(() => shared.close());

/** The id by which pages know the first sheet. */
function sheetIdOf(host: ControlledHost): string {
  let id = '';
  host.connect({
    user: OWNER,
    send: (message) => {
      if (message.type === 'snapshot') id = (message.snapshot.workbook as { sheetOrder: string[] }).sheetOrder[0]!;
    },
  });
  return id;
}
