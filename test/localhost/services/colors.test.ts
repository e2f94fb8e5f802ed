import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});
afterAll(() => book.close());

it.each([
  ['red', '#ff0000'],
  ['RebeccaPurple', '#663399'],
  ['#ABCDEF', '#abcdef'],
  ['#F0a', '#ff00aa'],
  ['rgb(1, 2, 3)', '#010203'],
])('a colour is answered as Google writes it: %s', (given, answered) => {
  const colors = book.script(`sheet.clear(); sheet.setTabColor('${given}');
    sheet.getRange('A1').setBackground('${given}').setFontColor('${given}');
    const style = SpreadsheetApp.newTextStyle().setForegroundColor('${given}').build();
    return [sheet.getRange('A1').getBackground(), sheet.getRange('A1').getFontColor(), sheet.getTabColor(), style.getForegroundColor()];`);
  expect(colors).toEqual([answered, answered, answered, answered]);
});

it.each(['reddish', '#12', 'rgb(1,2,300)', 'toString'])('what is no colour is refused: %s', (given) => {
  expect(() => book.script(`sheet.getRange('A1').setBackground('${given}')`)).toThrow('is not a color');
});
