import { openXlsx } from '../support/open-xlsx';
import { Partnership } from '../support/partnership';

/** What the tabs show, without blank rows and columns at their ends. */
const figures = (partnership: Partnership): Record<string, string[]> =>
  Object.fromEntries(
    partnership.script(`SpreadsheetApp.flush(); return book.getSheets().map((sheet) => [sheet.getName(),
      sheet.getDataRange().getDisplayValues().map((row) => row.join(' | ').replace(/[ |]+$/, '').replace(/#gid=\\d+/g, '#gid')).filter((line) => line !== '')])`) as [
      string,
      string[],
    ][],
  );

describe('A workbook that goes out as .xlsx and comes in again', () => {
  it('shows every figure as before once it is set up, and works on', async () => {
    const before = await Partnership.open();
    expect(before.submit('set-up', { sample: 'yes' })).toMatchObject({ kind: 'written' });
    const wanted = figures(before);
    const { content } = (await before.host.download({ kind: 'xlsx' }))!;
    before.host.close();

    const after = await Partnership.open();
    await openXlsx(content, after);
    // Nothing is asked that stands in the sheet already.
    const form = after.open('set-up');
    if (form.kind !== 'form') throw new Error(form.message);
    expect(form.form.fields.map(({ key }) => key)).not.toContain('first');
    expect(after.submit('set-up', {})).toMatchObject({
      kind: 'written',
      message: expect.stringContaining('Brought up to date'),
    });
    expect(figures(after)).toEqual(wanted);
    // What Excel does not keep is there again.
    expect(
      after.script(`const locks = book.getSheetByName('Closed periods').getProtections(SpreadsheetApp.ProtectionType.SHEET);
        return [locks.length, ...['Scorecard', 'Statement'].map((name) => book.getSheetByName(name).getCharts().length)];`),
    ).toEqual([1, 3, 2]);
    expect(after.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('already set up') });
    const [side] = after.rows('Settings');
    expect(after.log({ party: String(side!.Party), unitValue: '10' })).toMatchObject({ kind: 'written' });
    after.host.close();
  });

  it('has the charts of its registers again, where their columns stand now, and no chart twice', async () => {
    const charts = (of: Partnership): unknown =>
      of.script(`return book.getSheets().flatMap((sheet) => sheet.getCharts().map((chart) => [sheet.getName(),
        String(chart.getOptions().get('title')), chart.getRanges().map((range) => String(range.getCell(1, 1).getValue()))])).sort()`);
    const before = await Partnership.withPages(['risks', 'candidates', 'exchange']);
    // A column of somebody's own moves those behind it.
    before.script(`book.getSheetByName('Risks').insertColumnsBefore(1, 1);`);
    const wanted = charts(before);
    expect(wanted).toEqual(expect.arrayContaining([expect.arrayContaining(['Risks'])]));
    const { content } = (await before.host.download({ kind: 'xlsx' }))!;
    before.host.close();

    const after = await Partnership.open();
    await openXlsx(content, after);
    expect(after.submit('set-up', {})).toMatchObject({ kind: 'written' });
    expect(charts(after)).toEqual(wanted);
    expect(after.submit('set-up', {})).toMatchObject({ kind: 'written' });
    expect(charts(after)).toEqual(wanted);
    after.host.close();
  });

  it('is left alone where its tabs only bear our names', async () => {
    const other = await Partnership.open();
    other.script(`book.insertSheet('Settings').getRange('A1:B1').setValues([['Colour', 'Size']]);
      book.insertSheet('Contributions').getRange('A1').setValue('Ours');`);
    const form = other.open('set-up');
    if (form.kind !== 'form') throw new Error(form.message);
    expect(form.form.fields.map(({ key }) => key)).toContain('first');
    expect(other.submit('set-up', { first: 'A', second: 'B', currency: 'EUR', start: '2026-01-01' })).toMatchObject({
      kind: 'written',
    });
    expect(other.cells('Contributions')).toEqual([['Ours']]);
    other.host.close();
  });
});
