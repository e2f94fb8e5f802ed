import { Partnership } from '../support/partnership';

const GROUPED = `const headings = sheet.getRange('1:1').getValues()[0];
  return headings.flatMap((heading, at) => sheet.getColumnGroupDepth(at + 1) > 0
    ? [[String(heading), sheet.getColumnGroupDepth(at + 1), sheet.getColumnGroup(at + 1, sheet.getColumnGroupDepth(at + 1)).isCollapsed()]] : []);`;

/** Columns that nobody needs to look at, on sheets that were set up before they were folded away. */
describe('A sheet that was set up when weight and since stood open at its end', () => {
  let partnership: Partnership;
  const tab = (code: string): unknown =>
    partnership.script(`const sheet = book.getSheetByName('Contributions'); ${code}`);
  const grouped = (): unknown => tab(GROUPED);

  beforeAll(async () => {
    partnership = await Partnership.started();
    partnership.log({ unitValue: '50' });
    tab(`
      sheet.expandAllColumnGroups();
      sheet.getRange('1:1').shiftColumnGroupDepth(-8);
      const at = (heading) => sheet.getRange('1:1').getValues()[0].indexOf(heading) + 1;
      for (const heading of ['Weight of attention', 'Attention since']) {
        const letter = sheet.getRange(1, at(heading)).getA1Notation().replace(/[0-9]/g, '');
        sheet.moveColumns(sheet.getRange(letter + ':' + letter), sheet.getMaxColumns() + 1);
      }
      // Folded away by somebody who looks at other things.
      sheet.getRange(1, at('Note'), 1, 2).shiftColumnGroupDepth(1);
      const [mark] = sheet.createDeveloperMetadataFinder().withKey('partner-ledger-tab').find();
      const { folded, ...older } = JSON.parse(mark.getValue());
      mark.setValue(JSON.stringify(older));`);
  });
  afterAll(() => partnership.host.close());

  it('has them folded away where they stand, and every figure and every group of people’s own is as it was', () => {
    const before = partnership.cells('Contributions').map((row) => [...row, '']);
    expect(partnership.submit('set-up', {})).toMatchObject({
      message: 'Brought up to date: Contributions; what you entered is as it was. Everything can be changed in Settings at any time.',
    }); // prettier-ignore
    expect(grouped()).toEqual([
      ...['ID', 'Entered by', 'Entered at', 'Source key', 'Import', 'Row digest'].map((heading) => [heading, 1, true]),
      ...['Note', 'Evidence'].map((heading) => [heading, 1, false]),
      ...['Recorded answer', 'Multiplier', 'Weight of attention', 'Attention since'].map((heading) => [
        heading,
        1,
        true,
      ]),
    ]);
    // The button of the last group stands in the column after it.
    expect(tab(`return sheet.getMaxColumns() - sheet.getLastColumn();`)).toBe(1);
    expect(partnership.cells('Contributions').map((row) => [...row, ''])).toEqual(before);
    expect(partnership.log({ unitValue: '50' })).toMatchObject({ kind: 'written' });
  });

  it('leaves open what somebody has unfolded since', () => {
    tab(`sheet.expandAllColumnGroups();`);
    expect(partnership.submit('set-up', {})).toMatchObject({
      message: 'This sheet is already set up. Nothing was changed.',
    });
    expect(partnership.calls.writes).toBe(0);
  });
});
