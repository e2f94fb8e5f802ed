import fc from 'fast-check';
import { dayOfIso, isoOfDay } from '../../../src/calc/day';
import { headingOf } from '../../../src/import/file/headings';
import { readClock } from '../../../src/import/values/day-text';
import { Days, endOfMonth } from '../../../src/import/values/days';
import { digest } from '../../../src/import/values/digest';
import { hoursOf, readDuration } from '../../../src/import/values/durations';
import { monthNames } from '../../../src/import/values/month-names';
import { decimalMarkIn, readCount, readNumber } from '../../../src/import/values/numbers';
import { plainText } from '../../../src/import/values/plain-text';
import { TimeZone } from '../../../src/import/values/time-zone';

const days = new Days(monthNames('de_DE'));
const dayOf = (text: string, order: 'day first' | 'month first' | null = null): string | null => {
  const read = days.read(text, order, 2026);
  return read && isoOfDay(read.day);
};

describe('Days', () => {
  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2026/1/5', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['2026-01-31 23:59:59', '2026-01-31'],
    ['2026-01-31T23:59:59.123Z', '2026-01-31'],
    ['31/01/2026', '2026-01-31'],
    ['01/31/2026 2:05 PM', '2026-01-31'],
    ['31.1.26', '2026-01-31'],
    ['3.4.2026', '2026-04-03'],
    ['05/05/2026', '2026-05-05'],
    ['Jan 13, 2026', '2026-01-13'],
    ['January 13th 2026', '2026-01-13'],
    ['Tue, 13 Jan 2026', '2026-01-13'],
    ['13-Jan-2026', '2026-01-13'],
    ['13-Jan-26', '2026-01-13'],
    ['Jan 13, 26', '2026-01-13'],
    ['13. Januar 2026', '2026-01-13'],
    ['October 1', '2026-10-01'],
    ['2026-02', '2026-02-28'],
    ['Nov 2019', '2019-11-30'],
    ['2026年1月13日', '2026-01-13'],
  ])('%s is %s', (text, iso) => {
    expect(dayOf(text)).toBe(iso);
  });

  it.each([
    '',
    'Lifetime',
    '31/02/2026',
    '2026-02-30',
    '13/13/2026',
    '1.5',
    '99',
    'May',
    '0026-01-01',
    'Hello 5 World 2026 x',
  ])('“%s” is none', (text) => {
    expect(dayOf(text)).toBeNull();
  });

  it('of two numbers are read as the file has it, and not at all while that is unclear', () => {
    expect([dayOf('03/04/2026'), dayOf('03/04/2026', 'day first'), dayOf('03/04/2026', 'month first')]).toEqual([null, '2026-04-03', '2026-03-04']); // prettier-ignore
    expect(days.orderIn(['03/04/2026', '13/04/2026'])).toBe('day first');
    expect(days.orderIn(['03/04/2026', '04/13/2026'])).toBe('month first');
    expect(days.orderIn(['03/04/2026', '05/06/2026'])).toBe('unclear');
    expect(days.orderIn(['13/04/2026', '04/13/2026'])).toBe('unclear');
    expect(days.orderIn(['05/05/2026', '2026-01-02', ''])).toBe('any');
  });

  it('are read in either order as they were written, in any month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 36526, max: 60000 }), fc.constantFrom('/', '-'), (day, mark) => {
        const [year, month, date] = isoOfDay(day).split('-') as [string, string, string];
        expect(dayOf([date, month, year].join(mark), 'day first')).toBe(isoOfDay(day));
        expect(dayOf([month, date, year].join(mark), 'month first')).toBe(isoOfDay(day));
        expect(isoOfDay(endOfMonth(day) + 1).slice(8)).toBe('01');
      }),
    );
  });

  it('of an instant are those of the sheet’s time zone', () => {
    const day = dayOfIso('2026-03-28')!;
    expect(new TimeZone('Europe/Berlin').dayAt(day, 23.5 * 3600, 0)).toBe(day + 1);
    expect(new TimeZone('America/Los_Angeles').dayAt(day, 3600, 0)).toBe(day - 1);
    expect(new TimeZone('Asia/Kathmandu').dayAt(day, 18.25 * 3600, 0)).toBe(day + 1);
    expect(new TimeZone('Nowhere/At all').dayAt(day, 3600, 120)).toBe(day - 1);
  });

  it('have times of day', () => {
    const seconds = ['00:15', '12:15 AM', '12:15 PM', '1:05:09 p.m.', '23:59'].map((text) => readClock(text)?.seconds);
    expect(seconds).toEqual([900, 900, 44_100, 47_109, 86_340]);
    expect(['25:00', '1:75', 'x1:00', '1:00 x'].map(readClock)).toEqual([null, null, null, null]);
  });
});

describe('Numbers', () => {
  it.each([
    ['1,234.50', '.', 1234.5],
    ['1.234,50', ',', 1234.5],
    ['1 234,50 €', ',', 1234.5],
    ['$0.004012345678', '.', 0.004012345678],
    ['-5', '.', -5],
    ['(1,234.50)', '.', -1234.5],
    ['12.50-', '.', -12.5],
    ['€ 7,5', ',', 7.5],
  ] as const)('%s with %s is %d', (text, mark, value) => {
    expect(readNumber(text, mark)).toBe(value);
  });

  it.each(['', '-', 'n/a', '1.2.3', '--5', '1,5', '=1+1'])('“%s” is none', (text) => {
    expect(readNumber(text, '.')).toBeNull();
  });

  it('have the decimal mark that the whole file has', () => {
    expect(decimalMarkIn(['1,234', '5.5'])).toBe('.');
    expect(decimalMarkIn(['1,234', '1.234.567'])).toBe(',');
    expect(decimalMarkIn(['7,5'])).toBe(',');
    expect(decimalMarkIn(['1,234', '12', ''])).toBe('unclear');
    expect(decimalMarkIn(['1.234,50', '1,234.50'])).toBe('unclear');
    expect(decimalMarkIn(['12', 'EUR', '1,234,567.8'])).toBe('.');
    expect(decimalMarkIn(['12', '7'])).toBe('any');
  });

  it('that count have groups only', () => {
    expect(['1,234', '1.234.567', '12', '-3', '1 234', '0'].map(readCount)).toEqual([1234, 1234567, 12, -3, 1234, 0]);
    expect(['1,23', '1.5', 'x', ''].map(readCount)).toEqual([null, null, null, null]);
  });
});

describe('Lengths of time', () => {
  it.each([
    ['01:30:00', 1.5],
    ['1:30', 1.5],
    ['120:00:00', 120],
    ['0:00:30', 30 / 3600],
    ['1h 30m', 1.5],
    ['2d 4h', 20],
    ['1w', 40],
    ['45m', 0.75],
    ['90s', 0.025],
    ['PT1H30M', 1.5],
    ['1.5', 1.5],
    ['1 hour 30 minutes', 1.5],
  ])('%s is %d hours', (text, hours) => {
    expect(hoursOf(readDuration(text, '.')!)).toBeCloseTo(hours, 12);
  });

  it('have a decimal comma where the file has, and seconds where the column counts them', () => {
    expect([readDuration('1,5', ','), readDuration('5400', '.', 'seconds')]).toEqual([5_400_000, 5_400_000]);
    expect(['', 'x', '1:75', '1:2:3:4'].map((text) => readDuration(text, '.'))).toEqual([null, null, null, null]);
  });
});

describe('Names of rows', () => {
  it('are the same for the same text and others for others', () => {
    const texts = Array.from({ length: 200_000 }, (_, at) => `Producer\n2026-01-${at}\n${at * 7}`);
    expect(new Set(texts.map(digest)).size).toBe(texts.length);
    expect(digest('Producer')).toBe(digest('Producer'));
  });
});

describe('Any text', () => {
  it('is answered, soon', () => {
    const long = ['1', '1 ', 'a', 'a ', ' ', '1:', '1,', '1.', '-', '(', '1h', 'jan ', 'é', '"', '/'];
    const use = (text: string): void => {
      plainText(text);
      headingOf(text);
      dayOf(text, 'day first');
      readClock(text);
      readNumber(text, '.');
      readNumber(text, ',');
      readCount(text);
      readDuration(text, '.');
      decimalMarkIn([text]);
      days.orderIn([text]);
    };
    for (const one of long) for (const end of ['', 'x', '\u00a0', '!']) use(one.repeat(20_000) + end);
    fc.assert(fc.property(fc.string(), use));
  });
});
