import { runInNewContext } from 'node:vm';
import { range } from '../../../src/functions/runner/argument';
import {
  dayKind,
  nameKind,
  numberKind,
  ratingKind,
  wordKind,
  yesNoKind,
  type CellKind,
} from '../../../src/functions/runner/cell-kind';

/** What one cell is read to. */
function read<T>(kind: CellKind<T>, cell: unknown): T | null {
  return range('cells', kind)
    .read([[cell]], 'TEST')
    .at(0);
}

/** What is said of one cell. */
function said(kind: CellKind<unknown>, cell: unknown): string {
  try {
    read(kind, cell);
  } catch (error) {
    return (error as Error).message.replace('TEST: cells: ', '');
  }
  throw new Error('The cell was read.');
}

describe('a blank', () => {
  it.each([[''], [null], [undefined]])('%j is missing in every kind', (blank) => {
    for (const kind of [numberKind(), ratingKind, nameKind, dayKind, yesNoKind, wordKind(['a'])]) {
      expect(read<unknown>(kind, blank)).toBeNull();
    }
  });
});

describe('an error in a cell', () => {
  it.each(['#N/A', '#REF!', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#ERROR!'])('%s is named', (error) => {
    for (const kind of [numberKind(), ratingKind, nameKind, dayKind, yesNoKind, wordKind(['a'])]) {
      expect(said(kind, error)).toBe(`the cell holds the error ${error}`);
    }
  });

  it('is told from a cell that is not calculated yet', () => {
    expect(said(numberKind(), 'Loading...')).toBe('the cell is still loading');
  });
});

describe('a number', () => {
  it('is taken as it stands', () => {
    expect([0, -1.5, 1e300].map((cell) => read(numberKind(), cell))).toEqual([0, -1.5, 1e300]);
  });

  it('is what the sheet shows, wherever it stands', () => {
    expect(read(numberKind(), 2.9 / 100)).toBe(0.029);
    expect(read(numberKind({ max: 1 }), 1.0000000000000002)).toBe(1);
    expect(read(numberKind({ whole: true }), 2.9999999999999996)).toBe(3);
    expect(read(ratingKind, 0.1 + 0.2)).toBe(0.3);
    expect(read(nameKind, 0.1 + 0.2)).toBe('0.3');
    expect(read(dayKind, 46052.999999999993)).toBe(46053);
    expect(said(numberKind({ min: 1 }), 0.1 + 0.2)).toBe('0.3 is not a number of 1 or more');
  });

  it('is refused where it has digits that the sheet does not keep', () => {
    expect(said(numberKind(), 1234567890123456)).toBe(
      '1234567890123456 has more than 15 digits, which a sheet does not keep',
    );
  });

  it('is not a text, a date, a yes or an infinity', () => {
    expect(said(numberKind(), 'abc')).toBe('"abc" is not a number');
    expect(said(numberKind(), '1,234.50')).toBe('"1,234.50" is text, not a number');
    expect(said(numberKind(), '50 %')).toBe('"50 %" is text, not a number');
    expect(said(numberKind(), '€ 12')).toBe('"€ 12" is text, not a number');
    expect(said(numberKind(), '3 apples')).toBe('"3 apples" is not a number');
    expect(said(numberKind(), ' ')).toBe('" " is not a number');
    expect(said(numberKind(), new Date())).toBe('a date is not a number');
    expect(said(numberKind(), true)).toBe('TRUE is not a number');
    expect(said(numberKind(), NaN)).toBe('a value that no cell can hold is not a number');
    expect(said(numberKind(), Infinity)).toBe('a value that no cell can hold is not a number');
    expect(said(numberKind(), 10n)).toBe('a value that no cell can hold is not a number');
    expect(said(numberKind(), {})).toBe('a value that no cell can hold is not a number');
  });

  it('keeps its limits, and says them', () => {
    expect(said(numberKind({ min: 0 }), -1)).toBe('-1 is not a number of 0 or more');
    expect(said(numberKind({ max: 9 }), 10)).toBe('10 is not a number of 9 or less');
    expect(said(numberKind({ min: 0, above: true }), 0)).toBe('0 is not a number above 0');
    expect(said(numberKind({ min: 1, max: 3 }), 4)).toBe('4 is not a number from 1 to 3');
    expect(said(numberKind({ whole: true }), 1.5)).toBe('1.5 is not a whole number');
    expect(read(numberKind({ min: 0, above: true }), 1e-9)).toBe(1e-9);
    expect(read(numberKind({ whole: true, min: 0, max: 6 }), 6)).toBe(6);
  });
});

describe('text in a message', () => {
  it('is cut short and kept on one line', () => {
    expect(said(numberKind(), 'x'.repeat(50_000))).toBe(`"${'x'.repeat(40)}…" is not a number`);
    expect(said(numberKind(), 'a\r\n\tb')).toBe('"a b" is not a number');
  });
});

describe('a rating', () => {
  it('is a number or n/a', () => {
    expect([3, 'n/a', ' N/A '].map((cell) => read(ratingKind, cell))).toEqual([3, 'n/a', 'n/a']);
    expect(said(ratingKind, 'none')).toBe('"none" is not a number or n/a');
  });
});

describe('a word', () => {
  it('is known in any case; an unknown one lists the known', () => {
    const kind = wordKind(['marginal', 'cliff']);
    expect(read(kind, ' Cliff')).toBe('cliff');
    expect(said(kind, 'clif')).toBe('"clif" is not one of: marginal, cliff');
    expect(said(kind, 1)).toBe('1 is not one of: marginal, cliff');
  });
});

describe('a name', () => {
  it('is trimmed text, or a number', () => {
    expect([' Ocean ', 2026].map((cell) => read(nameKind, cell))).toEqual(['Ocean', '2026']);
    expect(read(nameKind, '  ')).toBeNull();
    expect(said(nameKind, new Date(0))).toBe('a date is not a name');
    expect(said(nameKind, true)).toBe('TRUE is not a name');
  });
});

describe('yes or no', () => {
  it('an unticked box is open, not a no', () => {
    expect([true, 'Yes', 'no ', false].map((cell) => read(yesNoKind, cell))).toEqual([true, true, false, null]);
    expect(said(yesNoKind, 'maybe')).toBe('"maybe" is not yes, no, TRUE or FALSE');
    expect(said(yesNoKind, 1)).toBe('1 is not yes, no, TRUE or FALSE');
  });
});

describe('a day', () => {
  const day = 46_053; // 31 January 2026

  it.each([-10, -8, -5, 0, 1, 5.5, 9, 12, 13])(
    'is right in a sheet of UTC%d, whatever the zone of the script',
    (zone) => {
      const midnight = Date.UTC(2026, 0, 31) - zone * 3_600_000;
      expect(read(dayKind, new Date(midnight))).toBe(day);
    },
  );

  it('is read from dates of another realm and from serial numbers', () => {
    expect(read(dayKind, runInNewContext('new Date(Date.UTC(2026, 0, 31))'))).toBe(day);
    expect(read(dayKind, day)).toBe(day);
    expect(read(dayKind, day + 0.75)).toBe(day);
  });

  it('is not a text or a number that no date has', () => {
    expect(said(dayKind, '2026-01-31')).toBe('"2026-01-31" is text, not a date');
    expect(said(dayKind, -5)).toBe('-5 is not a date');
    expect(said(dayKind, 1e7)).toBe('10000000 is not a date');
    expect(said(dayKind, false)).toBe('FALSE is not a date');
    expect(said(dayKind, new Date(NaN))).toBe('a date is not a date');
  });
});
