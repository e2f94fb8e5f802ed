import { accessibilityProblems } from './support/accessibility';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

describeInBrowser('menus, sidebars and messages', (browser) => {
  const host = new LocalHostProcess();
  let sheet: SheetPage;

  // The first start of all bundles the grid.
  beforeAll(() => host.start(), 120_000);
  afterAll(() => host.dispose());

  beforeEach(async () => {
    sheet = await SheetPage.open(browser(), host.address);
  });

  afterEach(async () => {
    await sheet.close();
    sheet.expectNothingWrong();
  });

  const sidebar = () => sheet.page.getByRole('complementary', { name: 'Add an item' });
  const form = () => sheet.page.frameLocator('.sidebar iframe');

  it('shows the project’s menus under Extensions and in the bar', async () => {
    const bar = sheet.page.getByRole('menubar');
    await bar.getByRole('menuitem', { name: 'Extensions' }).click();
    await bar.getByRole('menuitem', { name: 'Pantry' }).click();
    await bar.getByRole('menuitem', { name: 'Add an item' }).waitFor();
    expect(await accessibilityProblems(sheet.page, '#top-bar')).toEqual([]);
    await sheet.page.keyboard.press('Escape');
    await sheet.choose('Tools', 'Who am I');
    await sheet.page.getByText('owner@example.com', { exact: true }).waitFor();
  });

  it('is worked by keyboard alone, as the ARIA menu bar says', async () => {
    const { keyboard } = sheet.page;
    const focused = () => sheet.page.evaluate(() => document.activeElement?.textContent);
    const press = async (...keys: string[]) => {
      for (const key of keys) await keyboard.press(key);
      return focused();
    };
    await sheet.page.getByRole('menuitem', { name: 'Extensions' }).focus();
    expect(await press('ArrowRight')).toBe('Tools');
    expect(await press('ArrowRight')).toBe('File');
    expect(await press('ArrowRight')).toBe('Extensions');
    expect(await press('ArrowDown')).toBe('Pantry');
    expect(await press('ArrowRight')).toBe('Add an item');
    expect(await press('End')).toBe('More');
    expect(await press('ArrowRight')).toBe('Ask');
    expect(await press('t')).toBe('Tell');
    expect(await press('ArrowLeft')).toBe('More');
    expect(await press('c')).toBe('Count');
    expect(await press('Escape')).toBe('Pantry');
    expect(await press('ArrowRight', 'ArrowDown', 'Enter')).not.toBe('Count');
    await sheet.page.getByText('Counted').waitFor();
    expect(await sheet.page.getByRole('menu').count()).toBe(0);
  });

  it('writes a row from a sidebar form and says so', async () => {
    await sheet.choose('Extensions', 'Pantry', 'Add an item');
    const box = await sidebar().locator('iframe').boundingBox();
    expect(box?.width).toBe(300);
    await form().getByLabel('Item').fill('Tea');
    await form().getByLabel('Quantity').fill('12');
    await form().getByRole('button', { name: 'Add' }).click();
    await form().getByText('Added in row 1').waitFor();
    await sheet.shows('A1:B1', [['Tea', 12]]);
    expect(await accessibilityProblems(sheet.page, '#top-bar', '.sidebar')).toEqual([]);
  });

  it('lets a sidebar ask, and hand out a file, and no more than that', async () => {
    await sheet.choose('Extensions', 'Pantry', 'Add an item');
    await form().getByLabel('Item').waitFor();
    expect(await sheet.page.locator('.sidebar iframe').getAttribute('sandbox')).toBe(
      'allow-scripts allow-forms allow-popups allow-modals allow-downloads',
    );
    const content = sheet.page.frames().find((frame) => frame.url().includes('/content/'))!;
    sheet.page.once('dialog', (dialog) => void dialog.accept());
    expect(await content.evaluate(() => confirm('Really?'))).toBe(true);
    const download = sheet.page.waitForEvent('download');
    await content.evaluate(() => {
      const link = document.createElement('a');
      link.download = 'items.csv';
      link.href = URL.createObjectURL(new Blob(['Tea,12'], { type: 'text/csv' }));
      link.click();
    });
    expect((await download).suggestedFilename()).toBe('items.csv');
  });

  it('hands a thrown message to the form’s failure handler', async () => {
    await sheet.choose('Extensions', 'Pantry', 'Add an item');
    await form().getByRole('button', { name: 'Add' }).click();
    await form().getByText('Which item?').waitFor();
  });

  it('shows one sidebar at a time and gives the keyboard back to the grid when it is closed', async () => {
    await sheet.choose('Extensions', 'Pantry', 'Add an item');
    await form().getByLabel('Item').fill('draft');
    await sheet.choose('Extensions', 'Pantry', 'Add an item');
    await until('the new sidebar is empty', async () => (await form().getByLabel('Item').inputValue()) === '');
    expect(await sheet.page.locator('.sidebar').count()).toBe(1);
    await sheet.select('D4');
    await sidebar().getByRole('button', { name: 'Close sidebar' }).click();
    expect(await sheet.page.locator('.sidebar').count()).toBe(0);
    await sheet.page.keyboard.type('typed');
    await sheet.page.keyboard.press('Enter');
    await sheet.shows('D4', [['typed']]);
  });

  it('shows a modal dialog, which its content can close', async () => {
    await sheet.choose('Extensions', 'Pantry', 'More', 'Ask');
    const dialog = sheet.page.getByRole('dialog', { name: 'A question' });
    await dialog.waitFor();
    expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
    await sheet.page.frameLocator('dialog iframe').getByRole('button', { name: 'Yes' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('shows a dialog beside which the grid can be used', async () => {
    await sheet.choose('Extensions', 'Pantry', 'More', 'Show hints');
    const dialog = sheet.page.getByRole('dialog', { name: 'Hints' });
    await dialog.waitFor();
    await sheet.page.frameLocator('dialog iframe').getByText('Prices are in euros.').waitFor();
    const hints = sheet.page.frameLocator('dialog iframe');
    await hints.getByRole('button', { name: 'Larger' }).click();
    const frame = sheet.page.locator('dialog iframe');
    await until('it has the size that its content wants', async () => {
      const box = await frame.boundingBox();
      return box?.height === 200 && box.width === 420;
    });
    await sheet.select('G1');
    await hints.getByRole('button', { name: 'Back' }).click();
    await until('the cells have the keyboard', () =>
      sheet.page.evaluate(() => document.activeElement?.tagName !== 'IFRAME'),
    );
    await sheet.page.keyboard.type('back', { delay: 8 });
    await sheet.page.keyboard.press('Enter');
    await sheet.shows('G1', [['back']]);
    await sheet.type('F1', 'beside');
    await sheet.shows('F1', [['beside']]);
    await dialog.getByRole('button', { name: 'Close dialog' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('shows an alert', async () => {
    await sheet.choose('Extensions', 'Pantry', 'More', 'Tell');
    const alert = sheet.page.getByRole('alertdialog', { name: 'The pantry' });
    await alert.getByText('Everything is in its place.').waitFor();
    expect(await accessibilityProblems(sheet.page, 'dialog')).toEqual([]);
    await sheet.page.keyboard.press('Enter');
    await alert.waitFor({ state: 'detached' });
  });

  it('asks, and waits for the answer', async () => {
    const alert = sheet.page.getByRole('alertdialog', { name: 'Empty the pantry' });
    const ask = async () => {
      await sheet.choose('Extensions', 'Pantry', 'More', 'Empty');
      await alert.getByText('Is everything eaten?').waitFor();
    };
    await ask();
    expect(await accessibilityProblems(sheet.page, 'dialog')).toEqual([]);
    await alert.getByRole('button', { name: 'No' }).click();
    await sheet.page.getByText('You said NO', { exact: true }).waitFor();
    await ask();
    await sheet.page.keyboard.press('Enter');
    await sheet.page.getByText('You said YES', { exact: true }).waitFor();
    await ask();
    await sheet.page.keyboard.press('Escape');
    await sheet.page.getByText('You said CLOSE', { exact: true }).waitFor();
  });

  it('asks for a text', async () => {
    await sheet.choose('Extensions', 'Pantry', 'More', 'Rename');
    const prompt = sheet.page.getByRole('alertdialog', { name: 'A new name' });
    await prompt.getByRole('textbox', { name: 'What is the pantry called?' }).waitFor();
    expect(await accessibilityProblems(sheet.page, 'dialog')).toEqual([]);
    await sheet.page.keyboard.type('Larder');
    await sheet.page.keyboard.press('Enter');
    await sheet.shows('H1', [['Larder']]);
  });

  it('says what a menu item’s function has thrown', async () => {
    await sheet.choose('Extensions', 'Pantry', 'More', 'Fail');
    const alert = sheet.page.getByRole('alertdialog', { name: '“Fail” failed' });
    await alert.getByText('The pantry is locked.').waitFor();
  });

  it('goes where the project sends it', async () => {
    await sheet.choose('Extensions', 'Pantry', 'More', 'Go to the end');
    await until('C9 is selected', () =>
      sheet.page.evaluate(() => window.univerAPI.getActiveWorkbook()?.getActiveRange()?.getA1Notation() === 'C9'),
    );
  });

  it('counts what is still being typed as typed when a menu item is chosen', async () => {
    await sheet.select('A20');
    await sheet.page.keyboard.type('not yet entered');
    await sheet.choose('Extensions', 'Pantry', 'Count');
    await sheet.page.getByText('20 rows').waitFor();
  });

  it('shows a message at the bottom right, which can be closed', async () => {
    await sheet.choose('Extensions', 'Pantry', 'Count');
    const toast = sheet.page.getByRole('status').filter({ hasText: 'Counted' });
    await toast.waitFor();
    const box = await toast.locator('.toast').boundingBox();
    expect(box!.x).toBeGreaterThan(800);
    expect(box!.y).toBeGreaterThan(500);
    await toast.getByRole('button', { name: 'Close message' }).click();
    expect(await sheet.page.getByText('Counted').count()).toBe(0);
  });

  it('lets the person be somebody else', async () => {
    const select = sheet.page.getByLabel('You are');
    const expected = { 'partner@example.com': 'partner@example.com', '': 'nobody in particular' };
    for (const [email, greeting] of Object.entries(expected)) {
      await Promise.all([sheet.page.waitForURL(`**/?user=${encodeURIComponent(email)}`), select.selectOption(email)]);
      await sheet.ready();
      expect(await select.inputValue()).toBe(email);
      await sheet.choose('Tools', 'Who am I');
      await sheet.page.getByRole('status').getByText(greeting, { exact: true }).waitFor();
    }
  });

  it('keeps the content of a sidebar away from the page, the server and the outside', async () => {
    await sheet.choose('Extensions', 'Pantry', 'Add an item');
    await form().getByLabel('Item').waitFor();
    const frame = sheet.page.frames().find((candidate) => candidate.url().includes('/content/'))!;
    const attempts = await frame.evaluate(async (address) => {
      const outcome = async (attempt: () => unknown) => {
        try {
          await attempt();
          return 'allowed';
        } catch {
          return 'refused';
        }
      };
      return {
        origin: window.origin,
        page: await outcome(() => window.parent.document.title),
        server: await outcome(() => fetch(`${address}run`, { method: 'POST', body: '{}' })),
        socket: await outcome(
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket(address.replace('http', 'ws'));
              socket.onopen = resolve;
              socket.onerror = reject;
            }),
        ),
        outside: await outcome(() => fetch('https://example.com/')),
      };
    }, host.address);
    expect(attempts).toEqual({
      origin: 'null',
      page: 'refused',
      server: 'refused',
      socket: 'refused',
      outside: 'refused',
    });
  });

  it('takes what a sidebar has called at the moment in which it is closed', async () => {
    await sheet.choose('Extensions', 'Pantry', 'Add an item');
    await form().getByLabel('Item').waitFor();
    const content = sheet.page.frames().find((frame) => frame.url().includes('/content/'))!;
    await content.evaluate(() => {
      const { google } = window as unknown as { google: { script: { run: { addItem(form: object): void } } } };
      addEventListener('message', () => google.script.run.addItem({ item: 'Called at the end', quantity: 1 }));
    });
    await sheet.page.evaluate(() => {
      document.querySelector<HTMLIFrameElement>('.sidebar iframe')!.contentWindow!.postMessage('go', '*');
      // Long enough for the frame, which has a process of its own; this page hears of nothing meanwhile.
      const end = performance.now() + 1_000;
      while (performance.now() < end);
      document.querySelector<HTMLButtonElement>('[aria-label="Close sidebar"]')!.click();
    });
    await until('the row is written', async () => (await sheet.values('A1:A30')).flat().includes('Called at the end'));
  });

  it('answers only its own frames', async () => {
    const before = await sheet.values('A1:B30');
    await sheet.page.evaluate(() => {
      const { port1, port2 } = new MessageChannel();
      window.postMessage({ googleScript: 'connect' }, '*', [port2]);
      port1.postMessage({ googleScript: 'run', id: 1, functionName: 'addItem', args: [{ item: 'x', quantity: 1 }] });
    });
    await sheet.choose('Extensions', 'Pantry', 'Count');
    await sheet.page.getByText('Counted').waitFor();
    expect(await sheet.values('A1:B30')).toEqual(before);
  });
});
