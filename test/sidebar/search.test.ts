import { functionHelp } from '../../src/build/function-help';
import { searchFunctions } from '../../src/sidebar/functions/search';

const functions = functionHelp();
const names = (query: string): string[] => searchFunctions(functions, query).map(({ name }) => name);

describe('searching functions', () => {
  it('shows all in their order where nothing is asked', () => {
    expect(searchFunctions(functions, '  ')).toEqual(functions);
  });

  it.each(functions.map(({ name }) => [name]))('finds %s first by its name, in any case', (name) => {
    expect(names(name.toLowerCase())[0]).toBe(name);
    expect(names(name)[0]).toBe(name);
  });

  it('finds a function by words of its name, its summary, its arguments and its examples', () => {
    expect(names('partner score')[0]).toBe('PARTNER_SCORE');
    expect(names('splits cent')).toContain('REVSHARE');
    expect(names('min_coverage')).toContain('PARTNER_SCORE');
    expect(names('largest remainder')).toContain('REVSHARE');
    expect(names('refund')).toContain('REVSHARE');
  });

  it('wants every word, and finds nothing for a word that occurs nowhere', () => {
    expect(names('revshare zebra')).toEqual([]);
    expect(names('zebra')).toEqual([]);
  });

  it('puts what is said in the summary before what is said in passing', () => {
    const [revshare] = functions;
    const passing = { ...revshare!, name: 'A', summary: 'Nothing.', group: 'G', notes: ['About a zebra.'] };
    const telling = { ...revshare!, name: 'B', summary: 'Counts a zebra.', group: 'G', notes: [] };
    expect(searchFunctions([passing, telling], 'zebra').map(({ name }) => name)).toEqual(['B', 'A']);
  });
});
