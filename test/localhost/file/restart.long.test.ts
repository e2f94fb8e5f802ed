import { join } from 'node:path';
import fc from 'fast-check';
import { normalized } from '../support/mirror-page';
import { TestSheet, temporaryFolder } from '../support/sheet';

/** Everything a page and a script can see. */
function state(book: TestSheet): unknown[] {
  let shown: unknown;
  const page = book.host.connect({
    user: 'observer@example.com',
    send: (message) => {
      if (message.type === 'snapshot') shown = normalized(message.snapshot.workbook);
    },
  });
  page.close();
  const values = book.script(`return book.getSheets().map((one) => one.getDataRange().getValues())`);
  const metadata = book.script(
    `return book.createDeveloperMetadataFinder().find().map((item) => [item.getId(), item.getKey(), item.getLocation().getRow()?.getRow()])`,
  );
  return [shown, values, metadata];
}

const place = fc.integer({ min: 1, max: 8 });
const letter = place.map((number) => 'ABCDEFGH'.charAt(number - 1));

const change = fc.oneof(
  fc
    .tuple(place, place, fc.constantFrom('1', 'x', '', '2026-01-05', '=A1+B2', '=SUM(A2:A)', '=SEQUENCE(2)'))
    .map(([row, column, value]) => `sheet.getRange(${row}, ${column}).setValue('${value}')`),
  place.map((row) => `sheet.insertRowsBefore(${row}, 1)`),
  place.map((row) => `sheet.deleteRow(${row})`),
  place.map((column) => `sheet.insertColumnsAfter(${column}, 1)`),
  place.map((column) => `sheet.deleteColumn(${column})`),
  place.map((column) => `sheet.getRange('A1:D8').sort(${(column % 4) + 1})`),
  place.map((row) => `sheet.moveRows(sheet.getRange('${row}:${row}'), ${(row % 5) + 1})`),
  letter.map((column) => `sheet.getRange('${column}:${column}').setNumberFormat('0.0')`),
  place.map((row) => `sheet.getRange('${row}:${row}').addDeveloperMetadata('row ${row}')`),
  fc
    .tuple(place, place)
    .map(([row, column]) => `sheet.getRange(${row}, ${column}).setNote('note').setBackground('#00ff00')`),
  fc
    .tuple(place, place)
    .map(
      ([row, column]) =>
        `sheet.getRange(${row}, ${column}, 2, 2).setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(0, 1).build())`,
    ),
  fc.constantFrom(
    `sheet.copyTo(book)`,
    `sheet.setFrozenRows(2)`,
    `book.insertSheet('Sheet ' + book.getNumSheets()).getRange('A1').setFormula('=Sheet1!A1')`,
    `book.setNamedRange('Figures', sheet.getRange('A1:B3')); sheet.getRange('H1').setFormula('=SUM(Figures)')`,
  ),
);

it('a workbook is the same after a restart, whatever was done to it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 5, maxLength: 25 }), async (changes) => {
      const folder = temporaryFolder();
      const path = join(folder.path, 'book.ledger');
      try {
        const first = await TestSheet.open('basics', path);
        first.script('sheet.deleteRows(40, 960)');
        changes.forEach((code) => first.script(code));
        const before = state(first);
        first.close();
        const fromChanges = await TestSheet.open('basics', path);
        expect(state(fromChanges)).toEqual(before);
        fromChanges.close();
        const fromSnapshot = await TestSheet.open('basics', path);
        expect(state(fromSnapshot)).toEqual(before);
        fromSnapshot.close();
      } finally {
        folder.remove();
      }
    }),
    { numRuns: 6 },
  );
});
