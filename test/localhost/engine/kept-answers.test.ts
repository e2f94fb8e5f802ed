import fc from 'fast-check';
import { openHost } from '../../../src/localhost/host';
import type { ControlledHost } from '../../../src/localhost/contract/host';
import { PROJECT } from '../../support/project';

/** Enough for columns to be kept from one calculation to the next. */
const ROWS = 70;

/** Formulas of whole columns, over what is typed into A to D and over one another. */
const FORMULAS = [
  '=ARRAYFORMULA(VSTACK("Sum", INDEX(A1:A,2):INDEX(A1:A,ROWS(A1:A))+INDEX(B1:B,2):INDEX(B1:B,ROWS(B1:B))*2))',
  '=ARRAYFORMULA(IF(ROW(A1:A)=1,"Text",IF(A1:A="",,TRIM(LOWER(A1:A&"")))))',
  '=ARRAYFORMULA(VSTACK("Rate",IFERROR(XLOOKUP(TRIM(F2:F),Rates!A1:A,Rates!B1:B)*B2:B,"none")))',
  '=ARRAYFORMULA(VSTACK("Known",LET(rate,G2:G,twice,IF(ISNUMBER(rate),rate*2,),IF(twice="",C2:C,ROUND(twice,1)&"!"))))',
  '=ARRAYFORMULA(VSTACK("Part",IF(SUM(B2:B)=0,,IFERROR(B2:B/SUM(B2:B),-1))))',
  '=ARRAYFORMULA(VSTACK("Twin",IFNA(XMATCH(A2:A,A2:A),0)+COUNTIF(A2:A,A2:A)))',
  '=ARRAYFORMULA(VSTACK("Over",LET(most,MAX(B2:B),all,D2:D&"",IF((B2:B=most)*(all<>""),all&" "&ROW(D2:D),IF(ISERROR(B2:B),"bad",C2:C)))))',
  '=ARRAYFORMULA(IF(ROW(C1:C)=MIN(ROW(C1:C)),"Later",IF(ISNUMBER(C1:C),C1:C+7,-B1:B)))',
  '=ARRAYFORMULA(VSTACK("Shares",LET(x,B2:B*1,IFERROR(x/SUM(x),0))))',
  '=ARRAYFORMULA(SUMIF(F2:F,F2:F,B2:B)&IF(Rates!B1>5,"+","-"))',
  '=SUM(ARRAYFORMULA(IFERROR(LEN(H2:H),1)))+COUNTA(L2:L)',
];

const content = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(
    '',
    ' ',
    'x',
    'X',
    'hours',
    'days',
    '2026-03-01',
    '5%',
    '€ 4.00',
    '0.25',
    '=1/0',
    '=NA()',
    '="x"',
    true,
    '>3',
    'x*',
  ),
);
const row = fc.integer({ min: 2, max: ROWS });
const edit = fc.oneof(
  fc
    .record({ row, column: fc.integer({ min: 1, max: 4 }), value: content })
    .map(({ row: at, column, value }) => `sheet.getRange(${at}, ${column}).setValue(${JSON.stringify(value)});`),
  fc
    .record({
      row,
      values: fc.array(fc.array(content, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 30 }),
    })
    .map(
      ({ row: at, values }) => `sheet.getRange(${at}, 1, ${values.length}, 3).setValues(${JSON.stringify(values)});`,
    ),
  fc
    .record({ row: fc.integer({ min: 1, max: 4 }), rate: content })
    .map(({ row: at, rate }) => `rates.getRange(${at}, 2).setValue(${JSON.stringify(rate)});`),
  fc
    .record({ row, count: fc.integer({ min: 1, max: 3 }) })
    .map(({ row: at, count }) => `sheet.insertRowsBefore(${at}, ${count});`),
  row.map((at) => `sheet.deleteRows(${at}, 2);`),
  fc.integer({ min: 1, max: 4 }).map((column) => `sheet.getRange('A2:D${ROWS}').sort(${column});`),
  row.map((at) => `sheet.getRange(${at}, 1, 2, 4).copyTo(sheet.getRange(${at} + 3, 1));`),
);

let host: ControlledHost;

const run = (code: string): unknown =>
  host.evaluate(
    `const book = SpreadsheetApp.getActiveSpreadsheet(); const sheet = book.getSheetByName('Log'); const rates = book.getSheetByName('Rates');
     const shown = (one) => [one.getDataRange().getValues(), one.getDataRange().getDisplayValues()].map((rows) => rows.map(String));
     ${code}`,
    'owner@example.com',
  );

beforeAll(async () => {
  host = await openHost({ project: PROJECT, file: null, title: 'Kept answers' });
  host.evaluate(
    `const book = SpreadsheetApp.getActiveSpreadsheet(); book.insertSheet('Log'); book.insertSheet('Rates');`,
    'owner@example.com',
  );
  run(`rates.getRange('A1:B4').setValues([['x', 2], ['hours', 3], ['days', '50%'], ['>3', 7]]);
    sheet.deleteRows(sheet.getMaxRows() - 900, 900);
    sheet.getRange(2, 1, ${ROWS}, 4).setValues(Array.from({ length: ${ROWS} }, (_, n) =>
      [['x', 'hours', 'days', ''][n % 4], n % 7, n % 5 ? 'note' : '2026-01-0' + (1 + n % 9), n % 3 ? 'who' : '']));
    ${JSON.stringify(FORMULAS)}.forEach((formula, at) => sheet.getRange(1, 5 + at).setFormula(formula));`);
});

afterAll(() => host.close());

/** What the sheet shows after an edit, and what a copy of it shows, whose formulas have never been calculated before. */
function shownAfter(code: string): [unknown, unknown] {
  return run(`${code} SpreadsheetApp.flush(); const kept = shown(sheet);
    const copy = sheet.copyTo(book); const anew = shown(copy); book.deleteSheet(copy); return [kept, anew];`) as [
    unknown,
    unknown,
  ];
}

describe('A formula that is calculated in the rows that have changed', () => {
  it('answers what it answers when it is calculated as a whole', () => {
    fc.assert(
      fc.property(edit, (code) => {
        const [kept, anew] = shownAfter(code);
        expect(kept).toEqual(anew);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it.each([
    ['a lookup table', `rates.getRange('B1').setValue(9);`],
    ['a total', `sheet.getRange('B5').setValue(1000);`],
    ['the format of a date', `sheet.getRange('C6').setValue('2026-05-05');`],
    ['an error', `sheet.getRange('B9').setFormula('=1/0');`],
    ['nothing any more', `sheet.getRange('A2:D40').clearContent();`],
    ['a longer sheet', `sheet.insertRowsAfter(sheet.getMaxRows(), 30);`],
  ])('follows %s', (_, code) => {
    const [kept, anew] = shownAfter(code);
    expect(kept).toEqual(anew);
  });
});
