import fc from 'fast-check';
import { Partnership } from '../support/partnership';

/**
 * Trap: the local spreadsheet calculates column formulas only in the rows that have changed. Whatever people do to the
 * sample partnership, every tab shows what it shows when each of its formulas is written anew, and so calculated as a whole.
 */

jest.setTimeout(600_000);

const EDITED = [
  ['Contributions', ['Date', 'Party', 'Kind', 'Quantity', 'Unit value', 'Status']],
  ['KPIs', ['Target', 'Baseline', 'Due']],
  ['KPI log', ['Date', 'KPI', 'Value']],
  ['Revenue', ['Date', 'Party', 'Gross', 'Item']],
  ['Payments', ['Date', 'Amount']],
  ['Settings', ['Value']],
] as const;

const value = fc.oneof(
  fc.integer({ min: -5, max: 400 }),
  fc.constantFrom('', 'x', 'Nobody', 'hours', '2026-02-28', '2027-01-01', '45%', '1:30', '=1/0', '=A3', true),
);
const edit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ tab: fc.constantFrom(...EDITED), heading: fc.nat(5), row: fc.integer({ min: 2, max: 30 }), value })
      .map(({ tab: [tab, headings], heading, row, value: typed }) => {
        const named = headings[heading % headings.length]!;
        return `type(${JSON.stringify(tab)}, ${JSON.stringify(named)}, ${row}, ${JSON.stringify(typed)});`;
      }),
  },
  fc
    .record({ tab: fc.constantFrom('Contributions', 'KPI log', 'Revenue'), row: fc.integer({ min: 2, max: 20 }) })
    .map(({ tab, row }) => `book.getSheetByName('${tab}').deleteRow(${row});`),
  fc
    .record({ tab: fc.constantFrom('Contributions', 'KPI log', 'Revenue'), row: fc.integer({ min: 2, max: 20 }) })
    .map(({ tab, row }) => `book.getSheetByName('${tab}').insertRowBefore(${row});`),
);

const TYPE = `const type = (tab, heading, row, value) => {
  const sheet = book.getSheetByName(tab);
  const column = sheet.getRange('1:1').getValues()[0].indexOf(heading) + 1;
  if (column > 0 && row <= sheet.getMaxRows()) sheet.getRange(row, column).setValue(value);
};`;

const SHOWN = `SpreadsheetApp.flush();
  return book.getSheets().map((sheet) => [sheet.getName(), sheet.getDataRange().getDisplayValues()]);`;

const ANEW = `for (const sheet of book.getSheets()) {
  sheet.getDataRange().getFormulas().forEach((line, row) => line.forEach((formula, column) => {
    if (formula) sheet.getRange(row + 1, column + 1).setFormula(formula);
  }));
}
SpreadsheetApp.flush();`;

test('whatever is typed, every tab shows what it shows when all of it is calculated as a whole', async () => {
  const partnership = await Partnership.withSample();
  try {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 4, maxLength: 12 }), (edits) => {
        // One after the other, each calculated before the next.
        for (const one of edits) partnership.script(`${TYPE} ${one} SpreadsheetApp.flush();`);
        const shown = partnership.script(SHOWN);
        partnership.script(ANEW);
        expect(shown).toEqual(partnership.script(SHOWN));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  } finally {
    partnership.host.close();
  }
});
