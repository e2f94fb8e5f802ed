import { describeAddOn } from './support/describe-add-on';
import { until } from './support/until';

describeAddOn('the gallery of pages in the browser', (hosted) => {
  it('says what to do before the sheet is set up', async () => {
    const { owner } = hosted;
    await owner.item('Pages');
    await owner.sidebar.getByRole('alert').getByText('Set up this sheet').waitFor();
    await owner.setUp();
  });

  it('adds a page with one click, opens it, and the menu has its form', async () => {
    const { owner } = hosted;
    await owner.item('Pages');
    await owner.button('Add Opportunities').click();
    await owner.sidebar.getByText('Opportunities is there now.').waitFor();
    expect(await owner.problems()).toEqual([]);
    await owner.show('Settings');
    await owner.button('Open Opportunities').click();
    await until('the page is in front', async () => (await owner.inFront()) === 'Opportunities');
    await owner.item('Align', 'Add an opportunity');
    await owner.field('idea').fill('A live tour');
    await owner.button('Add it').click();
    await owner.sidebar.getByText('A live tour: written to Opportunities, row 2.').waitFor();
  });

  it('asks before rows are lost, and keeps or removes them', async () => {
    const { owner } = hosted;
    await owner.item('Pages');
    await owner.button('Remove Opportunities').click();
    await owner.sidebar.getByText('Opportunities holds 1 idea.').waitFor();
    await owner.button('Keep it').click();
    await owner.button('Remove Opportunities').click();
    await owner.button('Remove it with its rows').click();
    await owner.button('Add Opportunities').waitFor();
  });
});
