import { readFileSync } from 'node:fs';
import { describeAddOn, type Hosted } from './support/describe-add-on';
import { LocalHostProcess } from './support/local-host';
import { until } from './support/until';

const host = new LocalHostProcess(undefined, undefined, ['--locale', 'de_DE']);

const inGerman = (hosted: Hosted): void => {
  const displayed = (a1: string): Promise<string> =>
    hosted.owner.page.evaluate(
      (range) =>
        window.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange(range).getDisplayValues().flat().join('|'),
      a1,
    );

  async function displays(a1: string, text: string): Promise<void> {
    await until(`${a1} displays ${text}`, async () => (await displayed(a1)) === text).catch(() => undefined);
    expect(await displayed(a1)).toBe(text);
  }

  it('reads and shows numbers with a comma, and dates with points', async () => {
    const { owner } = hosted;
    await owner.type('A1', '1,5', '1.234,50 €', '31.03.2026', '12,5%', '1.234.567', '2026,7.1');
    await owner.shows('A1:A6', [[1.5], [1234.5], [46112], [0.125], [1234567], ['2026,7.1']]);
    await displays('A1:A5', '1,5|1.234,50 €|31.03.2026|12,50%|1.234.567');
  });

  it('reads formulas with semicolons and calculates them', async () => {
    const { owner } = hosted;
    await owner.type('B1', '=SUM(1,5;A1;2)', '=COST(A1;2,5)', '=SUM(B1:B2)');
    await owner.shows('B1:B3', [[5], [3.75], [8.75]]);
    await displays('B1:B3', '5|3,75|8,75');
    expect(readFileSync(host.file, 'utf8')).toContain('=SUM(1.5,A1,2)');
  });

  it('offers them for editing as they were typed', async () => {
    const { owner } = hosted;
    await owner.select('B1');
    await owner.page.keyboard.press('F2');
    await owner.page.keyboard.press('End');
    await owner.page.keyboard.press('Backspace');
    await owner.page.keyboard.type(';0,25)', { delay: 8 });
    await owner.page.keyboard.press('Enter');
    await owner.shows('B1', [[5.25]]);
    await owner.select('A1');
    await owner.page.keyboard.press('F2');
    await owner.page.keyboard.type('5', { delay: 8 });
    await owner.page.keyboard.press('Enter');
    await owner.shows('A1', [[1.55]]);
  });
};

describeAddOn('a workbook of a German locale', inGerman, host);
