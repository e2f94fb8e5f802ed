import { OWNER, TestSheet } from '../support/sheet';

/** Trap: NOW(), RAND() and their like, directly or through a cell, as an argument of a custom function never finish. */

let book: TestSheet;
let messages: { type: string; errors?: { message: string; row: number; column: number }[] }[];

beforeAll(async () => {
  book = await TestSheet.open();
  messages = [];
  book.host.connect({ user: OWNER, send: (message) => messages.push(message) });
});

afterEach(() => book.reset());

afterAll(() => book.close());

const REFUSED = /not allowed to reference a cell with NOW\(\), TODAY\(\), RAND\(\)/;

/** What C1 shows, and why. */
function shown(): [unknown, string | undefined] {
  const value = book.value('C1');
  const { errors = [] } = messages.filter(({ type }) => type === 'cellErrors').at(-1) ?? {};
  return [value, errors.find(({ row, column }) => row === 0 && column === 2)?.message];
}

const formulas = (byCell: Record<string, string>): void =>
  book.script(
    Object.entries(byCell)
      .map(([a1, formula]) => `sheet.getRange('${a1}').setFormula(${JSON.stringify(formula)});`)
      .join(' '),
  );

const calls = (): number => book.host.executions.filter(({ functionName }) => functionName === 'KIND').length;

it.each([
  ['directly', { C1: '=KIND(NOW())' }],
  ['RAND', { C1: '=KIND(RAND())' }],
  ['RANDBETWEEN', { C1: '=KIND(RANDBETWEEN(1, 6))' }],
  ['RANDARRAY', { C1: '=KIND(RANDARRAY(2, 2))' }],
  ['TODAY, of which nobody is sure', { C1: '=KIND(TODAY())' }],
  ['in small letters, in a calculation', { C1: '=KIND("x", 1 + int(now()))' }],
  ['in a branch that is not taken', { C1: '=KIND(IF(TRUE, 1, NOW()))' }],
  ['through a cell', { A1: '=TODAY()+1', C1: '=KIND(A1)' }],
  ['through a range', { A5: '=RAND()', C1: '=KIND(A1:A9)' }],
  ['through an open range', { A5: '=RAND()', C1: '=KIND(A2:A)' }],
  ['through a whole column', { A5: '=RAND()', C1: '=KIND(A:A)' }],
  ['through a chain of cells', { C1: '=KIND(B3)', B3: '=SUM(B1:B2)', B2: '=A9&""', A9: '=IF(FALSE, NOW(), 1)' }],
  ['through a spilled cell', { A1: '=RANDARRAY(3, 1)', C1: '=KIND(A3)' }],
  ['through INDIRECT', { A1: '=NOW()', C1: '=KIND(INDIRECT("A1"))' }],
  ['through OFFSET', { A2: '=NOW()', C1: '=KIND(OFFSET(A1, 1, 0))' }],
  ['through LET', { C1: '=LET(x, NOW(), KIND(x))' }],
  ['through MAP', { A1: '=NOW()', C1: '=MAP(A1:A1, LAMBDA(x, KIND(x)))' }],
  ['in an inner custom function', { C1: '=KIND(DOUBLE(RAND()))' }],
])('is refused: %s', (_what, byCell) => {
  const before = calls();
  formulas(byCell);
  expect(shown()).toEqual(['#ERROR!', expect.stringMatching(REFUSED)]);
  expect(calls()).toBe(before);
});

it.each([
  ['beside a custom function', { C1: '=KIND(1)&LEFT(NOW(), 0)' }, 'number 1'],
  ['in a cell that is not read', { A1: '=NOW()', A2: '7', C1: '=KIND(A2:A3)' }, '[[number 7],[string ""]]'],
  ['named in a text', { C1: '=KIND("NOW()")' }, 'string "NOW()"'],
])('is allowed: %s', (_what, byCell, expected) => {
  formulas(byCell);
  expect(shown()).toEqual([expected, undefined]);
});

it('is calculated again as soon as the reason is gone, and refused when it comes back', () => {
  formulas({ A1: '=RANDBETWEEN(1, 9)', B1: '=A1', C1: '=KIND(B1)' });
  expect(shown()[0]).toBe('#ERROR!');
  book.put('A1', [[5]]);
  expect(shown()).toEqual(['number 5', undefined]);
  formulas({ A1: '=RAND()' });
  expect(shown()).toEqual(['#ERROR!', expect.stringMatching(REFUSED)]);
  formulas({ A1: '=2+3' });
  expect(shown()).toEqual(['number 5', undefined]);
});

it('moves along with its cells', () => {
  formulas({ A1: '=NOW()', C1: '=KIND(A1)', C2: '=KIND(A2)' });
  book.script(`sheet.insertRowsBefore(1, 2); sheet.getRange('A1').setValue(3);`);
  formulas({ C1: '=KIND(A1)' });
  expect(book.column('C1:C4')).toEqual(['number 3', '', '#ERROR!', 'string ""']);
});
