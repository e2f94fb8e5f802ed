import { join } from 'node:path';
import { type DrawnBanding, bandColorAt } from '../../../src/localhost/contract/band-colors';
import type { ToPage } from '../../../src/localhost/contract/protocol';
import { OWNER, TestSheet, temporaryFolder } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

beforeEach(() => book.reset());

afterAll(() => book.close());

/** What a page that joins now is told to draw in a block of cells of the first sheet. */
function drawn(rows: number, columns: number): (string | null)[][] {
  const messages: ToPage[] = [];
  book.host.connect({ user: OWNER, send: (message) => messages.push(message) }).close();
  const bandings = messages.flatMap((message): DrawnBanding[] => (message.type === 'bandings' ? message.bandings : []));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const banding = bandings.find(
        ({ area }) =>
          row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
      );
      return banding ? bandColorAt(banding, row, column) : null;
    }),
  );
}

const [GREY, WHITE, LIGHT] = ['#bdbdbd', '#ffffff', '#f3f3f3'];

describe('banding', () => {
  it('colours rows in turn, with a header and perhaps a footer', () => {
    book.script(`sheet.getRange('A1:A4').applyRowBanding()`);
    expect(drawn(5, 1).flat()).toEqual([GREY, WHITE, LIGHT, WHITE, null]);
    expect(() => book.script(`sheet.getRange('A4:B5').applyColumnBanding()`)).toThrow(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
    book.script(`sheet.getBandings()[0].remove();
      sheet.getRange('A1:A4').applyRowBanding(SpreadsheetApp.BandingTheme.CYAN, false, true)`);
    expect(drawn(5, 1).flat()).toEqual([WHITE, '#e0f7fa', WHITE, '#a2e8f1', null]);
  });

  it('colours columns in turn', () => {
    book.script(`sheet.getRange('B1:E2').applyColumnBanding(SpreadsheetApp.BandingTheme.PINK)`);
    expect(drawn(2, 5)).toEqual(Array(2).fill([null, '#e91d63', WHITE, '#fddce8', WHITE]));
  });

  it('has colours of its own, and moves with its cells', () => {
    expect(
      book.script(`const banding = sheet.getRange('A1:B3').applyRowBanding(SpreadsheetApp.BandingTheme.BLUE);
        banding.setHeaderRowColor(null).setFirstRowColor('#111111').setSecondRowColor('#222222').setHeaderColumnColor('#333333');
        sheet.insertRowBefore(1); sheet.insertRowAfter(3);
        return [banding.getRange().getA1Notation(), banding.getHeaderRowColor(), banding.getFirstRowColor(), banding.getFooterRowColor(),
          banding.getHeaderColumnColor(), sheet.getRange('B2').getBandings().length, sheet.getRange('C2').getBandings().length]`),
    ).toEqual(['A2:B5', null, '#111111', null, '#333333', 1, 0]);
    expect(drawn(5, 2).map(([, second]) => second)).toEqual([null, '#111111', '#222222', '#111111', '#222222']);
    expect(drawn(5, 1).flat()).toEqual([null, ...Array<string>(4).fill('#333333')]);
  });

  it('is moved, copied with its colours and copied with its sheet', () => {
    expect(
      book.script(`const banding = sheet.getRange('A1:B3').applyRowBanding(SpreadsheetApp.BandingTheme.TEAL);
        banding.setRange(sheet.getRange('C1:D9')); const other = banding.copyTo(sheet.getRange('A1:B2'));
        const copy = sheet.copyTo(book); other.remove();
        return [banding.getRange().getA1Notation(), copy.getBandings().map((one) => one.getRange().getA1Notation()).sort(),
          copy.getBandings()[0].getHeaderRowColor(), sheet.getBandings().length]`),
    ).toEqual(['C1:D9', ['A1:B2', 'C1:D9'], '#26a69a', 1]);
    expect(() => book.script(`const [banding] = sheet.getBandings(); banding.remove(); banding.getRange()`)).toThrow(
      'The banding does not exist any more.',
    );
  });
});

it('banding is in the file when it is opened again', async () => {
  const folder = temporaryFolder();
  try {
    for (const round of [1, 2]) {
      const opened = await TestSheet.open('basics', join(folder.path, 'banded.json'));
      if (round === 1) opened.script(`sheet.getRange('A1:B3').applyRowBanding(); sheet.insertRowBefore(1);`);
      expect(opened.script(`return sheet.getBandings().map((one) => one.getRange().getA1Notation())`)).toEqual([
        'A2:B4',
      ]);
      opened.close();
    }
  } finally {
    folder.remove();
  }
});
