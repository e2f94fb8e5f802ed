import { TestSheet } from '../support/sheet';

/** Lambdas that call and add once for each cell of a square. */
const square = (side: number): string =>
  `=SUM(MAP(SEQUENCE(${side}),LAMBDA(x,SUM(MAP(SEQUENCE(${side}),LAMBDA(y,x+y))))))`;

it('a cell whose lambdas calculate more than two million times is an error that says why', async () => {
  const book = await TestSheet.open();
  const told: string[] = [];
  const page = book.host.connect({
    user: 'owner@example.com',
    send: (message) => {
      if (message.type === 'cellErrors') told.push(JSON.stringify(message.errors.map((error) => error.message)));
    },
  });
  expect(book.formula(square(900))).toEqual([[900 * 900 * 901]]);
  expect(book.formula(`=LET(a,${square(990).slice(1)},b,${square(990).slice(1)},a+b)`)).toEqual([['#ERROR!']]);
  expect(told.at(-1)).toBe('["Calculation limit was reached while trying to calculate this formula."]');
  // The next one begins anew.
  book.script(`sheet.getRange('B1').setFormula('${square(100)}'); sheet.getRange('A1').clear();`);
  expect(book.value('B1')).toBe(100 * 100 * 101);
  expect(told.at(-1)).toBe('[]');
  page.close();
  book.close();
});
