import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterAll(() => book.close());

it.each<[string, string, unknown[][]]>([
  ['=UNIQUE({1;"1";1;"a";"A";TRUE;"TRUE"})', 'A1:A6', [[1], ['1'], ['a'], ['A'], [true], ['TRUE']]],
  [
    '=UNIQUE({1,2;1,3;1,2})',
    'A1:B3',
    [
      [1, 2],
      [1, 3],
      ['', ''],
    ],
  ],
  [
    '=UNIQUE({1,2,1;3,4,3},TRUE)',
    'A1:C2',
    [
      [1, 2, ''],
      [3, 4, ''],
    ],
  ],
  ['=UNIQUE({1;2;1},FALSE,TRUE)', 'A1:A2', [[2], ['']]],
  ['=UNIQUE({1;1},FALSE,TRUE)', 'A1:A2', [['#N/A'], ['']]],
])('%s', (formula, shown, expected) => {
  expect(book.formula(formula, shown)).toEqual(expected);
});
