import { functionHelp, type DescribedArgument } from '../../src/build/function-help';
import { argumentText, cellText, exampleFormula, formulaText, syntaxText } from '../../src/sidebar/functions/notation';
import { renderFormula } from '../../src/schema/formula';

const point = { separator: ',', decimal: '.' };
const comma = { separator: ';', decimal: ',' };
const argument = (type: string): DescribedArgument => ({ name: 'a', optional: false, text: '', type });

describe('formulas on the page of functions', () => {
  it('are written as the sheet wants them', () => {
    const revshare = functionHelp().find(({ name }) => name === 'REVSHARE')!;
    expect(syntaxText(revshare, point)).toBe('REVSHARE(amount, shares, [decimals])');
    expect(syntaxText(revshare, comma)).toBe('REVSHARE(amount; shares; [decimals])');
    const example = { ...revshare.examples[0]!, given: ['A1', '0.5', '-1.25%', '"a.b, c"'] };
    expect(exampleFormula('F', example, point)).toBe('=F(A1, 0.5, -1.25%, "a.b, c")');
    expect(exampleFormula('F', example, comma)).toBe('=F(A1; 0,5; -1,25%; "a.b, c")');
  });

  it('are separated as the formulas of the tables are', () => {
    for (const { name, examples } of functionHelp()) {
      for (const example of examples.filter(({ given }) => !given.some((text) => text.includes('.')))) {
        const rendered = renderFormula(exampleFormula(name, example, point));
        expect(exampleFormula(name, example, comma)).toBe(rendered);
      }
    }
  });

  it('drop arguments that are left out at the end, and keep the place of others', () => {
    expect(formulaText('F', ['A1', '', '2', '', ''], point)).toBe('=F(A1, , 2)');
    expect(formulaText('F', ['', ''], point)).toBe('=F()');
  });

  it.each([
    ['string', 'cliff', '"cliff"'],
    ['string', 'bi-weekly', '"bi-weekly"'],
    ['string', ' Übersee & Co. ', '"Übersee & Co."'],
    ['string', '"cliff"', '"cliff"'],
    ['string', 'A2', 'A2'],
    ['string', "'Sheet 1'!A2:A9", "'Sheet 1'!A2:A9"],
    ['string', 'A2:A', 'A2:A'],
    ['string', 'LOWER(A2)', 'LOWER(A2)'],
    ['string', '3', '3'],
    ['Date', '2026-03-01', 'DATE(2026; 3; 1)'],
    ['Date', 'B2', 'B2'],
    ['number', '2026-03-01', '2026-03-01'],
    ['number', ' 70% ', '70%'],
    ['number', 'Total', 'Total'],
    ['number', '', ''],
  ])('take a %s typed as %s for %s', (type, typed, expected) => {
    expect(argumentText(typed, argument(type), comma)).toBe(expected);
  });

  it('show cells as the sheet does', () => {
    const cells = [null, 0.5, -12.25, true, false, 'a.b', { date: '2026-03-31' }];
    expect(cells.map((cell) => cellText(cell, comma))).toEqual([
      '',
      '0,5',
      '-12,25',
      'TRUE',
      'FALSE',
      'a.b',
      '2026-03-31',
    ]);
  });
});
