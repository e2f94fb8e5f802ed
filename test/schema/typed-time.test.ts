import fc from 'fast-check';
import { readTypedNumber } from '../../src/schema/typed-number';
import { numberText, readTypedTime } from '../../src/schema/typed-time';

describe('a length of time as a person types it', () => {
  it.each([
    ['1:30', 1.5],
    ['01:30:00', 1.5],
    ['1:30 h', 1.5],
    ['1h30', 1.5],
    ['1 h 30', 1.5],
    ['1 h 30 min', 1.5],
    ['1h 30m', 1.5],
    ['1 hour 30 minutes', 1.5],
    ['1 Std. 30 Min.', 1.5],
    ['1\u00a0h\u202f5', 1.08333333333333],
    ['90 min', 1.5],
    ['90min', 1.5],
    ['2h', 2],
    ['2 hours', 2],
    ['1,5 h', 1.5],
    ['1.5h', 1.5],
    ['1,000 h', 1000],
    ['30:15', 30.25],
    ['100:00', 100],
    ['１：３０', 1.5],
    ['0:20', 0.333333333333333],
    [':45', 0.75],
    ['90m', 1.5],
    ['90 m', 1.5],
    ['90 MIN', 1.5],
    ['-1:30', -1.5],
    ['−1:30', -1.5],
    ['- 90 min', -1.5],
    ['-1,5 h', -1.5],
    ['+1h30', 1.5],
    ['1h 30m 0s', 1.5],
    ['1 ora', 1],
    ['2 uur', 2],
    ['2 timer', 2],
    ['5400 s', 1.5],
    ['1 hr, 30 min', 1.5],
    ['1 hour and 30 minutes', 1.5],
    ['1 Stunde und 30 Minuten', 1.5],
    ['1時間30分', 1.5],
    ['2 ч', 2],
    ['1 Stunde 30 Minuten', 1.5],
  ])('%s is %d hours', (typed, hours) => {
    expect(readTypedTime(typed, 'en_US')).toEqual({ hours });
  });

  it.each(['1:75', '1:5', '1h 75', '1.5h 30', '1:30:75', '1::30', ':75', '1 h x'])(
    '%s is meant as one, and is none',
    (typed) => {
      expect(readTypedTime(typed, 'en_US')).toEqual({
        problem: `“${typed}” is not a time. Write it like 1:30, 90 min or 1.5`,
      });
    },
  );

  it.each([
    ['2d', 'Nobody knows how many hours “2d” are. Write the hours, such as 16'],
    ['3 days', 'Nobody knows how many hours “3 days” are. Write the hours, such as 16'],
    ['1,5 Tage', 'Nobody knows how many hours “1,5 Tage” are. Write the hours, such as 16'],
    ['1d 4h', 'Nobody knows how many hours “1d 4h” are. Write the hours, such as 16'],
    ['2 weeks', 'Nobody knows how many hours “2 weeks” are. Write the hours, such as 16'],
    ['½ h', 'Write it with decimals: 0.5 h'],
    ['1 1/2 hours', 'Write it with decimals: 1.5 h'],
  ])('%s is refused with what to write', (typed, problem) => {
    expect(readTypedTime(typed, 'en_US')).toEqual({ problem });
  });

  it('a lone m means minutes among hours only', () => {
    expect(readTypedTime('90m', 'en_US', 'numbers')).toBeNull();
    expect(readTypedTime('2d', 'en_US', 'numbers')).toBeNull();
    expect(readTypedTime('90 min', 'en_US', 'numbers')).toEqual({ hours: 1.5 });
  });

  it.each(['1.5', 'two', '5 metres', '5 horses', 'h', ':', '', '-', '3 minor'])('%s is not about time', (typed) => {
    expect(readTypedTime(typed, 'en_US')).toBeNull();
  });

  it('reads every way of writing the same hours alike, to a number that the form takes back', () => {
    const locales = fc.constantFrom('en_US', 'de_DE', 'fr_FR', 'de_CH', 'en_IN');
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(59), locales, (hours, minutes, locale) => {
        const two = String(minutes).padStart(2, '0');
        const ways = [`${hours}:${two}`, `${hours}h${two}`, `${hours} h ${minutes} min`, `${hours * 60 + minutes} min`];
        const read = ways.map((way) => readTypedTime(way, locale));
        const value = (read[0] as { hours: number }).hours;
        expect(value).toBeCloseTo(hours + minutes / 60, 9);
        expect(read).toEqual(ways.map(() => ({ hours: value })));
        if (value >= 0.1) expect(readTypedNumber(numberText(value, locale), locale)).toEqual({ value });
      }),
    );
  });

  it('answers any text, soon', () => {
    for (const long of ['1', '1 ', '1h', ' ', '1:']) readTypedTime(long.repeat(25_000), 'en_US');
    fc.assert(fc.property(fc.string(), (typed) => void readTypedTime(typed, 'fr_FR')));
  });
});
