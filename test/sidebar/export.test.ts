import fc from 'fast-check';
import Papa from 'papaparse';
import { csvOf } from '../../src/sidebar/export/csv';
import { icsOf } from '../../src/sidebar/export/ics';

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
  const date = {
    uid: 'kpis-due-1@x.partner-ledger',
    day: '2026-03-01',
    what: 'KPI due: Views; all, of them',
    where: 'KPIs',
  };
  const now = new Date(Date.UTC(2026, 1, 3, 4, 5, 6));
  const unfolded = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');

  it('are whole days with a UID of their own, escaped and ended as RFC 5545 wants it', () => {
    const lines = unfolded(icsOf('Studio and Brand', [date], now));
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'BEGIN:VEVENT',
        'UID:kpis-due-1@x.partner-ledger',
        'DTSTART;VALUE=DATE:20260301',
        'DTSTAMP:20260203T040506Z',
        'SUMMARY:KPI due: Views\\; all\\, of them',
        'DESCRIPTION:KPIs',
        'END:VEVENT',
        'END:VCALENDAR',
      ]),
    );
  });

  it('come again with the same UID and a higher sequence, so that a calendar updates them', () => {
    const of = (text: string, name: string): string => unfolded(text).find((line) => line.startsWith(`${name}:`))!;
    const first = icsOf('P', [date], now);
    const later = icsOf('P', [{ ...date, day: '2026-04-01' }], new Date(now.getTime() + 3_600_000));
    expect(of(later, 'UID')).toBe(of(first, 'UID'));
    const sequence = (text: string): number => Number(of(text, 'SEQUENCE').slice('SEQUENCE:'.length));
    expect(sequence(later) - sequence(first)).toBe(60);
  });

  it('has no line longer than 75 bytes', () => {
    const long = icsOf('P', [{ ...date, what: `Ähre, ${'größer; '.repeat(60)}`, where: 'x'.repeat(400) }], now);
    for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
