import { describeAddOn } from './support/describe-add-on';
import { until } from './support/until';

describeAddOn('the sample partnership in the browser', (hosted) => {
  const parties = (): Promise<string> =>
    hosted.owner.page.evaluate(() => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName('Contributions');
      const cells = sheet?.getRange(0, 7, sheet.getMaxRows(), 1).getDisplayValues() ?? [];
      const count = (name: string) => cells.filter(([shown]) => shown === name).length;
      return `${count('Tidewater Audio')} and ${count('Blue Shelf Trust')}`;
    });

  it('is loaded with one button, without an answer to any question', async () => {
    const { owner } = hosted;
    await owner.item('Set up this sheet');
    await owner.button('Start with the sample partnership').click();
    await owner.status.getByText('This is a sample').waitFor();
    await until('the entries of both sides stand in the page', async () => (await parties()) === '66 and 59');
    expect(await owner.button('Start with the sample partnership').count()).toBe(0);
  });

  it('is taken out from the menu, which then asks for one’s own sides', async () => {
    const { owner } = hosted;
    await owner.item('Remove the sample');
    await owner.sidebar.getByText('276 rows are as the sample brought them').waitFor();
    await owner.button('Remove the sample').click();
    await owner.status.getByRole('button', { name: 'Set up this sheet' }).click();
    await owner.field('first').waitFor();
    await until('the entries are gone', async () => (await parties()) === '0 and 0');
  });
});
