import { functionHelpIn } from '../../../src/localhost/project/function-help';

const offered = (text: string): unknown => functionHelpIn(text);

it('a function with the tag is offered with its text and its arguments', () => {
  expect(
    offered(`
      /**
       * Shares an amount. <b>Exactly</b>,
       * to the cent.
       *
       * @param {number} amount  What is shared.
       * @param shares in parts,
       *   one for each side
       * @return {number[][]} is not shown
       * @customfunction
       */
      function SHARE(amount, shares, unsaid) {}`),
  ).toEqual([
    {
      name: 'SHARE',
      text: 'Shares an amount. Exactly, to the cent.',
      parameters: [
        { name: 'amount', text: 'What is shared.' },
        { name: 'shares', text: 'in parts, one for each side' },
        { name: 'unsaid', text: '' },
      ],
    },
  ]);
});

it.each([
  [
    'const arrow',
    '/** x @customfunction */\n/** Twice.\n @customfunction */ const TWICE = (x) => 2 * x;',
    'TWICE',
    ['x'],
  ],
  ['arrow of one', '/** @customfunction */ let ONE = x => x;', 'ONE', ['x']],
  ['assigned', '/** @customfunction */ var F = function (a, ...rest) {};', 'F', ['a', 'rest']],
  ['defaults', '/** @customfunction */ function D(a, b = 2) {}', 'D', ['a', 'b']],
  ['none', '/** @customfunction */ function N() {}', 'N', []],
])('%s', (_, text, name, parameters) => {
  const found = functionHelpIn(text);
  expect(found.map((one) => [one.name, one.parameters.map((parameter) => parameter.name)])).toEqual([
    [name, parameters],
  ]);
});

it.each([
  ['without the tag', '/** Twice. */ function TWICE(x) {}'],
  ['private', '/** @customfunction */ function twice_(x) {}'],
  ['not right before', '/** @customfunction */ const x = 1; function TWICE(x) {}'],
])('%s nothing is offered', (_, text) => expect(offered(text)).toEqual([]));
