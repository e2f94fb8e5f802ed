import { foundPlacement, freshPlacement, layOut } from '../../src/schema/layout';
import { REGISTERS } from '../../src/registers';
import { contributions } from '../../src/registers/contributions';
import { settings } from '../../src/registers/settings';
import type { Register } from '../../src/schema/register';

const places = REGISTERS.map((tab) => freshPlacement(tab, tab.name));
const laid = (tab: Register = contributions, currency: string | null = 'EUR') =>
  layOut(tab, { places, currency, firstRows: {} });

describe('the layout of a tab', () => {
  it('holds the columns of the contribution log in their order, computed ones last', () => {
    const headings = laid().cells[0]!.map((cell) => /VSTACK\("([^"]+)"/.exec(String(cell))?.[1] ?? cell);
    expect(headings.join(' · ')).toBe(
      'ID · Date · Party · Kind · Quantity · Unit value · Multiplier · Item · Note · Evidence · Entered by · ' +
        'Entered at · Source key · Status · Accepted value · Answered by · Answered at · Answer note · Import · Row digest · Value · Counts · State · ' +
        'Attention · Weight of attention · Attention since',
    );
    expect(laid().headings.slice(-7)).toEqual(['entered', ...Array<string>(6).fill('computed')]);
  });

  it('covers every row of the tab with formats and rules, and makes text cells of text columns', () => {
    const { formats, validations } = laid();
    expect(formats).toHaveLength(contributions.rows);
    expect(validations).toHaveLength(contributions.rows);
    expect(formats[contributions.rows - 1]!.slice(0, 6)).toEqual([
      '@',
      'yyyy-mm-dd',
      '@',
      '@',
      '#,##0.00',
      '[$€]#,##0.00',
    ]);
  });

  it('puts no rule on cells that people do not fill', () => {
    const { headings, validations } = laid();
    headings.forEach((kind, column) => {
      if (kind === 'computed') expect(validations[0]![column]).toBeNull();
    });
    expect(validations[0]![0]).toBeNull();
  });

  it('lets each setting have the format and the rule of its own value', () => {
    const { cells, formats, validations } = laid(settings);
    const row = cells.findIndex(([name]) => name === 'Partnership start') - 1;
    expect(formats[row]![1]).toBe('yyyy-mm-dd');
    expect(validations[row]![1]).toMatchObject({ kind: 'day' });
    const yesNo = cells.findIndex(([name]) => name === 'Count proposed entries') - 1;
    expect(validations[yesNo]![1]).toMatchObject({ kind: 'list', values: ['yes', 'no'] });
  });

  it('shows amounts in the currency, with its own minor units', () => {
    expect(laid(contributions, 'JPY').formats[0]![5]).toBe('[$¥]#,##0');
    expect(laid(contributions, 'XYZ').formats[0]![5]).toBe('[$XYZ ]#,##0.00');
    expect(laid(contributions, null).formats[0]![5]).toBe('#,##0.00');
  });

  it('points at columns where people have moved them', () => {
    const moved = foundPlacement(settings, 'Our settings', ['Party', '', 'kind of contribution ', 'Multiplier']);
    expect(moved.positions.parties).toMatchObject({ party: 0 });
    expect(moved.positions.kinds).toMatchObject({ kind: 2, multiplier: 3, unit: -1 });
  });

  it('says which column is wanted when a formula points nowhere', () => {
    expect(() => layOut(contributions, { places: [], currency: null, firstRows: {} })).toThrow(
      /No column \w+\.\w+ in any tab/,
    );
  });
});
