import type { Frame } from 'playwright-core';
import { describeAddOn } from './support/describe-add-on';
import { until } from './support/until';

describeAddOn('documents in the browser', (hosted) => {
  const EVIL = '<img src=x onerror="parent.postMessage(1)"><b>Bold</b>';

  /** The page of a frame by itself, as a printer has it: what is left of it on paper, and on how many sheets. */
  async function printed(frame: Frame): Promise<{ heads: string[]; pages: number }> {
    const html = await frame.evaluate(() => {
      const styles = [...document.querySelectorAll('style')].map((style) => style.outerHTML).join('');
      return `<!doctype html><html><head>${styles}</head><body>${document.querySelector('main')!.outerHTML}</body></html>`;
    });
    const paper = await hosted.owner.page.context().newPage();
    await paper.setContent(html);
    await paper.emulateMedia({ media: 'print' });
    expect(await paper.locator('.bar').isVisible()).toBe(false);
    const heads = await paper.locator('.paper h1:visible').allTextContents();
    const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1');
    await paper.close();
    return { heads, pages: pdf.match(/\/Type\s*\/Page(?!s)/g)!.length };
  }

  it('says what to do before the sheet is set up', async () => {
    const { owner } = hosted;
    await owner.item('Documents');
    await owner.sidebar.getByRole('alert').getByText('Set up this sheet').waitFor();
    await owner.setUp();
  });

  it('names what is empty, adds the page that is missing, and leads to the row', async () => {
    const { owner } = hosted;
    await owner.item('Documents');
    await owner.button('Charter').click();
    await owner.button('Add Agreement').click();
    await owner.button('Purpose').waitFor();
    expect(await owner.problems()).toEqual([]);
    await owner.button('Purpose').click();
    await until('the row is in front', async () => (await owner.inFront()) === 'Agreement');
    await owner.page.evaluate((text) => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName('Agreement')!;
      const headings = sheet.getRange('A1:Z1').getValues()[0]!;
      sheet.getRange(1, headings.indexOf('Agreed')).setValue(text);
    }, EVIL);
    await owner.saved();
    await owner.button('Look again').click();
    await owner.button('Purpose').waitFor({ state: 'detached' });
  });

  it('shows it on paper, where a person’s words are text, and prints it on A4 or Letter', async () => {
    const { owner } = hosted;
    await owner.button('Print or save as PDF').click();
    await owner.dialog.getByText(EVIL).waitFor();
    expect(await owner.dialog.locator('.paper img, .paper b').count()).toBe(0);
    const frame = await owner.frame('dialog');
    expect(await owner.problems('dialog')).toEqual([]);
    await owner.dialog.getByLabel('Paper').selectOption('A4');
    expect(await frame.evaluate(() => [...document.querySelectorAll('style')].at(-1)!.textContent)).toContain(
      'size: A4',
    );
    await frame.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', document.title);
    });
    await owner.dialog.getByRole('button', { name: 'Print or save as PDF' }).click();
    await until('it is printed', async () => (await frame.evaluate(() => document.body.dataset.printed)) === 'Charter');
    const { heads, pages } = await printed(frame);
    expect([heads, pages]).toEqual([['Charter'], 1]);
    await owner.page.getByRole('button', { name: 'Close dialog' }).click();
  });

  it('puts it into a tab, which comes to the front', async () => {
    const { owner } = hosted;
    await owner.button('Put into a tab').click();
    await owner.sidebar.getByText('Charter was written into the tab “Charter”.').waitFor();
    await until('the tab is in front', async () => (await owner.inFront()) === 'Charter');
    expect((await owner.values('A1:A1'))[0]).toEqual(['Charter']);
  });
});
