import fc from 'fast-check';
import Papa from 'papaparse';
import type { DateAhead } from '../../src/actions/export/dates-ahead';
import { csvOf } from '../../src/sidebar/export/csv';
import { icsOf } from '../../src/sidebar/export/ics';
import { readIcs } from '../support/read-ics';

describe('A tab as CSV', () => {
  it('keeps numbers as numbers and takes the danger from texts that could start a formula', () => {
    const rows = [
      ['Item', 'Amount', 'Paid', ''],
      ['=HYPERLINK("http://x.example")', -5, true, ''],
      ['-5 is text', 1234.5, false, ''],
      ['@sum', 0.1, '', ''],
      ['＝1+1', 1, '', ''],
      ['\tX', 1, '', ''],
      ['two\nlines, "quoted"', 1, '', ''],
      ['', '', '', ''],
    ];
    expect(csvOf(rows)).toBe(
      '\ufeffItem,Amount,Paid\r\n' +
        `"'=HYPERLINK(""http://x.example"")",-5,true\r\n` +
        `"'-5 is text",1234.5,false\r\n` +
        `"'@sum",0.1,\r\n` +
        `"'＝1+1",1,\r\n` +
        `"'\tX",1,\r\n` +
        '"two\nlines, ""quoted""",1,',
    );
  });

  it('is as programs read it that write a decimal comma, where the sheet does', () => {
    const rows = [
      ['Item', 'Amount', 'Share'],
      ['a;b', -1234.5, 0.25],
      ['a,b', 1000, true],
      ['-5,5 is text', 1e-7, ''],
    ];
    expect(csvOf(rows, ',')).toBe(
      '\ufeffItem;Amount;Share\r\n"a;b";-1234,5;0,25\r\na,b;1000;true\r\n"\'-5,5 is text";1e-7;',
    );
  });

  it('no cell of any text begins like a formula, and all else comes back as it was', () => {
    const text = fc.oneof(fc.string(), fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string()).map(([a, b]) => a + b)); // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const marked = rows.map(([a, b]) => [`x${a}`, b]);
        const read = Papa.parse<string[]>(csvOf([['h', 'h'], ...marked, ['end', 'end']]).slice(1)).data.slice(1, -1);
        expect(read.map(([first]) => first)).toEqual(marked.map(([first]) => first));
        read.forEach(([, second = ''], at) => {
          expect(second).not.toMatch(/^[=+\-@\t\r\n]/);
          expect(second.replace(/^'/, '')).toBe(marked[at]![1]!.replace(/^'/, ''));
        });
      }),
    );
  });
});

describe('Dates as a calendar file', () => {
  const date: DateAhead = { uid: '1@x.partner-ledger', day: '2026-03-01', what: 'KPI due: Views', where: 'KPIs' };
  const now = new Date(Date.UTC(2026, 1, 3, 4, 5, 6));
  const read = (dates: readonly DateAhead[], at = now) => readIcs(icsOf('Studio and Brand', dates, at));

  it('are whole days, each with its UID and the moment of the export', () => {
    expect(icsOf('Studio and Brand', [date], now).split('\r\n')).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20260301', 'DTSTAMP:20260203T040506Z']),
    );
    expect(read([date])).toEqual([{ ...date, stamp: '2026-02-03T04:05:06Z', sequence: expect.any(Number) }]);
  });

  it.each([
    ['signs that mean something there', 'a, b; c \\ d: "e" \\n \\, \\; =x^y %41'],
    ['line breaks of every kind', 'a\nb\r\nc\rd\n\ne', 'a\nb\nc\nd\n\ne'],
    [
      'what looks like a part of the file',
      'BEGIN:VEVENT\r\nUID:2\r\nEND:VCALENDAR',
      'BEGIN:VEVENT\nUID:2\nEND:VCALENDAR',
    ],
    ['letters of other languages', 'Ähre größer, 日本語の題名、العربية, e\u0301'],
    ['blanks where a line ends', `${'x '.repeat(100)} ${' '.repeat(100)}y`],
    ['control characters, which no such file may hold', 'a\u0000b\u0007c\u000bd\u001be\u007ff', 'a b c d e f'],
    ['nothing', ''],
  ])('bring back %s', (_, what, back = what) => {
    const [only, ...others] = read([{ ...date, what, where: `${what}, row 2` }]);
    expect(only).toMatchObject({ uid: date.uid, what: back, where: `${back}, row 2` });
    expect(others).toEqual([]);
  });

  it('fold no character in two, wherever the line ends', () => {
    for (let before = 0; before < 76; before++) {
      const what = `${'x'.repeat(before)}${'👩‍🚀é漢'.repeat(20)}`;
      expect(read([{ ...date, what }])[0]!.what).toBe(what);
    }
  });

  it('bring back any text', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(',', ';', '\\', '\n', ':', '"', ' ', 'BEGIN:', '😀'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 120 }); // prettier-ignore
    const kept = (said: string): string => said.replace(/[^\P{Cc}\t\n\r]/gu, ' ').replace(/\r\n?/g, '\n');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (whats) => {
        const dates = whats.map((what, at) => ({ ...date, uid: `${at}@x`, what }));
        expect(read(dates).map(({ uid, what }) => [uid, what])).toEqual(
          dates.map(({ uid, what }) => [uid, kept(what)]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('come again with the same UID and a higher sequence, so that a calendar updates them', () => {
    const [first] = read([date]);
    const [later] = read([{ ...date, day: '2026-04-01' }], new Date(now.getTime() + 3_600_000));
    expect(later).toMatchObject({ uid: first!.uid, day: '2026-04-01' });
    expect(later!.sequence - first!.sequence).toBe(60);
  });
});
