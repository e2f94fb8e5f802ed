import type { WebSocketRoute } from 'playwright-core';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

/** A change that no page can take: it asks for a new snapshot. */
const MISFIT = { type: 'mutations', sequence: 0, mutations: [{ id: 'sheet.mutation.no-such-thing', params: {} }] };

describeInBrowser('a page that waits for a new snapshot', (browser) => {
  const host = new LocalHostProcess();
  let owner: SheetPage;
  let partner: SheetPage;
  let socket: WebSocketRoute;
  /** Snapshots that the host has sent and the page has not yet got; undefined where they go through. */
  let held: (string | Buffer)[] | undefined;

  beforeAll(async () => {
    await host.start();
    [owner, partner] = await Promise.all([
      SheetPage.open(browser(), host.address),
      SheetPage.open(browser(), host.address, 'partner@example.com'),
    ]);
    await owner.page.routeWebSocket(/^ws:/, (route) => {
      socket = route;
      const server = route.connectToServer();
      server.onMessage((message) => {
        if (held && String(message).startsWith('{"type":"snapshot"')) held.push(message);
        else route.send(message);
      });
    });
    await owner.page.reload();
    await owner.ready();
  });

  afterAll(async () => {
    await Promise.all([owner.close(), partner.close()]);
    await host.dispose();
  });

  /** Does something while a snapshot is asked for and not yet there. */
  async function meanwhile(act: () => Promise<unknown>): Promise<void> {
    held = [];
    socket.send(JSON.stringify(MISFIT));
    await until('the snapshot is on its way', () => Promise.resolve(held!.length > 0));
    await act();
    const late = held;
    held = undefined;
    for (const message of late) socket.send(message);
    await owner.saved();
  }

  const put = (a1: string, value: string): Promise<void> =>
    owner.page.evaluate(
      ([at, text]) => {
        window.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange(at!).setValue(text!);
      },
      [a1, value],
    );

  it('keeps what is typed meanwhile, and hands it on', async () => {
    await meanwhile(async () => {
      await put('B2', 'meanwhile');
      await put('B3', '=1+1');
    });
    await owner.shows('B2:B3', [['meanwhile'], [2]]);
    await partner.shows('B2:B3', [['meanwhile'], [2]]);
  });

  it('goes on with what is typed afterwards', async () => {
    await put('B4', 'after');
    await owner.saved();
    await partner.shows('B2:B4', [['meanwhile'], [2], ['after']]);
  });

  it('says so where somebody has moved the cells meanwhile, and writes nothing elsewhere', async () => {
    await meanwhile(async () => {
      await partner.page.evaluate(() => {
        window.univerAPI.getActiveWorkbook()!.getActiveSheet().insertRowsBefore(0, 1);
      });
      await partner.saved();
      await put('C2', 'too late');
    });
    await owner.page.getByText('Your last edit was not written').waitFor();
    await owner.saved();
    await owner.shows('B3:C5', [
      ['meanwhile', null],
      [2, null],
      ['after', null],
    ]);
    expect(await partner.values('C1:C4')).toEqual([[null], [null], [null], [null]]);
  });
});
