import Papa from 'papaparse';
import { NotATable } from '../../src/import/file/file-kind';
import { EVERY_FILE } from './support/every-file';
import { bytesOf, importTable, tableOf, type Given } from './support/import-file';

/** A file before it is written. */
interface Written {
  title: string;
  head: string[];
  rows: string[][];
  total: string[][];
}

const text = ({ title, head, rows, total }: Written, delimiter = ',', newline = '\r\n', quotes = false): string =>
  (title === '' ? '' : `"${title}"${newline}`) +
  Papa.unparse([head, ...rows, ...total], { delimiter, newline, quotes });

const heads = (change: (head: string) => string) => (file: Written) => text({ ...file, head: file.head.map(change) });

/** A row is put in before the second one. */
const amid = (file: Written, row: string[]): string =>
  text({ ...file, rows: file.rows.flatMap((cells, at) => (at === 1 ? [row, cells] : [cells])) });

const wider = (file: Written, more: (at: number) => string[]): string => {
  const all = (rows: string[][]): string[][] => rows.map((cells) => [...cells, ...more(1)]);
  return text({ ...file, head: [...file.head, ...more(0)], rows: all(file.rows), total: all(file.total) });
};

/** What programs and people make of a file that says the same. */
const WAYS: Record<string, (file: Written) => string | Uint8Array> = {
  'lines that end in CR, UTF-16 with the big end first, and sep=;': (file) =>
    new Uint8Array(Buffer.from(`\ufeffsep=;\r${text(file, ';', '\r')}`, 'utf16le').swap16()),
  'sep=; in quotation marks': (file) => `"sep=;"\r\n${text(file, ';')}`,
  'sep=, that is no longer true': (file) => `sep=,\r\n${text(file, ';')}`,
  'every cell in quotation marks': (file) => text(file, ',', '\r\n', true),
  'headings with spaces that do not break, and marks that nobody sees': heads((head) => `\u00a0${head.replace(/ /g, '\u00a0')}\u200b `),
  'headings in capitals': heads((head) => head.toUpperCase()),
  'headings in small letters': heads((head) => head.toLowerCase()),
  'headings in quotation marks of their own': heads((head) => `"${head}"`),
  'headings in apostrophes': heads((head) => `'${head}'`),
  'headings with a colon': heads((head) => `${head}:`),
  'empty columns at the end': (file) => wider(file, () => ['', '', '']),
  'empty cells at the end of rows alone': (file) => text({ ...file, rows: file.rows.map((cells) => [...cells, '', '']) }),
  'a hundred columns more': (file) => wider(file, (row) => Array.from({ length: 100 }, (_, at) => (row ? 'x' : `Extra ${at}`))),
  'its headings again, otherwise written': (file) => amid(file, [...file.head.map((head) => ` ${head.toUpperCase().replace(/ /g, '\u00a0')}`), '']),
  'blank lines': (file) => text({ ...file, rows: file.rows.flatMap((cells) => [[''], cells, ['', '']]) }),
}; // prettier-ignore

const read = async (file: string, given: Given) => {
  const table = await tableOf(bytesOf(file));
  const { title, headings, rows, total } = table;
  const written: Written = {
    title: title.includes('Report') ? '' : title,
    head: headings.map((heading) => heading.text),
    rows: rows.map(({ cells }) => [...cells]),
    total: total ? [[...total.cells]] : [],
  };
  return { written, whole: await importTable(table, given) };
};

describe.each(EVERY_FILE)('%s %j', (file, given) => {
  it('gives the same rows under the same keys, whatever a program or a spreadsheet has made of it', async () => {
    const { written, whole } = await read(file, given);
    expect(whole.rows.length).toBeGreaterThan(0);
    for (const [way, make] of Object.entries(WAYS)) {
      const again = await importTable(await tableOf(make(written)), given);
      const reasons = ({ preview }: typeof whole) => preview.reasons.map(({ why, count }) => [why, count]);
      expect([way, again.rows, again.keys, reasons(again)]).toEqual([way, whole.rows, whole.keys, reasons(whole)]);
    }
  });

  it('counts nothing twice where totals and remarks stand below it', async () => {
    const { written, whole } = await read(file, given);
    const wide = (cells: string[]): string[] => [...cells, ...written.head.slice(cells.length).map(() => '')];
    const below = [['Subtotal', ''].concat(written.head.slice(2).map(() => '7')), ...written.total, [''], wide(['Made on 2026-04-01 by a program'])];
    const again = await importTable(await tableOf(text({ ...written, total: below })), given);
    if (written.total.length > 0) expect(again.rows).toEqual(whole.rows);
    // A row of figures without a day that adds nothing up is one of the rows, where these have no day either.
    else expect(again.rows.length).toBeLessThanOrEqual(whole.rows.length + 1);
    if (again.plan.columns.date) expect(again.rows).toEqual(whole.rows);
  }); // prettier-ignore

  it('without rows is refused in a sentence', async () => {
    const { written } = await read(file, given);
    await expect(tableOf(text({ ...written, rows: [], total: [] }))).rejects.toThrow(/no rows below/);
  });
});

const TOGGL = 'User,Start date,Start time,End date,End time,Duration,Project,Description\n';
const imported = async (file: string, given?: Given) => importTable(await tableOf(file), given);

describe('Quotation marks that run over cells and rows', () => {
  const [a, b] = ['Ada Example,2026-03-02,09:00:00,2026-03-02,10:00:00,1:00:00,P', 'Ben Example,2026-03-03,09:00:00,2026-03-03,10:00:00,1:00:00,P'];

  it.each([
    ['are closed by those of a later row', `${a},"open\n${b},x\n${b},"quoted"\n${b},y\n`],
    ['swallow a cell of their own row', `${a.replace(',P', ',"P')},"open"\n${b},x\n`],
  ])('refuse the file with the row where they %s: no row goes lost', async (_, rows) => {
    await expect(tableOf(TOGGL + rows)).rejects.toThrow(NotATable);
    await expect(tableOf(TOGGL + rows)).rejects.toThrow(/^In row 2 a quotation mark/);
  });

  const [c, d] = [a.replace(',P', ''), b.replace(',P', '')];

  it.each([
    ['closed by that of the next row', `${a},"open\n${b},note"\n${b},y\n`, 1],
    ['in the middle of its row', `${c},"open,x\n${d},P",y\n${b},z\n`, 1],
    ['closed three rows on', `${c},"open,x\n${b},x\n${b},x\n${d},P",y\n${b},z\n`, 3],
  ])('say so where they swallow rows and the file reads well all the same: %s', async (_, rows, count) => {
    const table = await tableOf(TOGGL + rows);
    expect(table.remarks).toEqual([expect.stringContaining('In row 2 “')]);
    expect(table.remarks[0]).toContain(count === 1 ? 'the beginning of another row' : `${count} more rows`);
    expect(table.remarks[0]).toContain('what it has swallowed would be missing');
  });

  it.each([
    ['on several lines', `${a},"First\nsecond\n\nthird"\n`],
    ['with as many commas as the file has columns', `${a},"We did:\none, two, three, four, five, six, seven, eight\n"\n`],
    ['with commas at the place of its column', `${a},"We did:\none, two, three, four, five, six, seven, eight"\n`],
    ['with a table of its own', `${a},"a,b\n1,2\n3,4"\n`],
  ])('say nothing of a note %s', async (_, rows) => {
    expect((await tableOf(`${TOGGL}${b},x\n${rows}${b},y\n`)).remarks).toEqual([]);
  });

  it('say nothing of a file of two columns with greetings', async () => {
    expect((await tableOf('Note,Person\n"Dear Ada,\nthank you",Ben\nx,Ada\n')).remarks).toEqual([]);
  });

  it('are text where they stay in their cell', async () => {
    const { rows } = await imported(`${TOGGL}${a},"a "disk" here"\n${b},5" disk\n`);
    expect(rows.map(({ note }) => note)).toEqual(['a "disk" here', '5" disk']);
  });
}); // prettier-ignore

describe('Totals', () => {
  it('are no rows that have a day: a project may be called so', async () => {
    const { rows } = await imported(
      'Project,User,Start Date,Duration (h),Start Time\nP,Ada Example,2026-03-02,1:00:00,9:00\nTotal,Ada Example,2026-03-03,2:00:00,9:00\n',
    );
    expect(rows.map(({ item, quantity }) => [item, quantity])).toEqual([
      ['P', 1],
      ['Total', 2],
    ]);
  });

  it.each([
    ['last', 'song,streams,saves\nA,10,1\nB,20,1\nSum,7,3\n', 4],
    ['first', 'song,streams,saves\nTotal,7,3\nA,10,1\nB,20,4\n', 2],
    ['last, with a figure that is a sum by chance', 'song,streams,saves,likes\nA,10,1,3\nB,20,1,9\nTotal,7,2,1\n', 4],
  ])(
    'are told by their figures where no row has a day: a song may be called so that stands %s',
    async (_, file, line) => {
      const { rows, total, remarks } = await tableOf(file);
      expect([rows.length, total]).toEqual([3, null]);
      expect(remarks).toEqual([expect.stringMatching(new RegExp(`^Row ${line} is called .* not the sum`))]);
    },
  );

  it.each([
    ['as plain numbers', 'a,10,1.5\nb,20,2.25\nSumme,30,3.75\n'],
    ['with groups', 'a,"1,010.50",1\nb,"2,020.25",2\nSum,"3,030.75",3\n'],
    ['with a decimal comma', 'a;1.010,50;1\nb;2.020,25;2\nGesamt;3.030,75;3\n'],
    ['in a currency', 'a,$10.00,1\nb,"$1,020.00",2\nTotal,"$1,030.00",3\n'],
    ['as lengths of time', 'a,1:30:00,1\nb,0:45:00,2\nTotal,2:15:00,3\n'],
    ['rounded', 'a,0.33,1\nb,0.33,1\nc,0.33,1\nd,99,2\nTotal,100,5\n'],
    ['with an average beside them', 'a,10,4.5\nb,20,5.5\nTotal,30,5.2\n'],
    ['with a currency of their own', 'a,10,1\nb,20,2\nTotal (EUR),30,3\n'],
  ])('add up %s', async (_, rows) => {
    const separator = rows.includes(';') ? ';' : ',';
    const table = await tableOf(`${['name', 'first', 'second'].join(separator)}\n${rows}`);
    expect(table.remarks).toEqual([]);
    expect(table.total?.cells[0]).toMatch(/^(sum|total|gesamt)/i);
  });

  it('of a table without days are its figures, also with remarks below and with subtotals', async () => {
    const { rows } = await imported(
      'song,listeners,streams,saves\nA,1,10,1\nB,1,20,1\nSubtotal,,30,2\nTotal,,31,2\n\nAll songs since 2025,,,\n',
      { answers: { day: '2026-02-01', 'kpi:streams': 'Streams' } },
    );
    expect(rows).toEqual([{ date: '2026-02-01', kpi: 'Streams', actual: 31, source: 'Spotify' }]);
  });
});

describe('Hours', () => {
  it('of a whole day and more are as long as they are, with and without their length', async () => {
    const { rows, preview } = await imported(
      `${TOGGL}Ada Example,2026-03-02,00:00:00,2026-03-03,00:00:00,24:00:00,P,a\n` +
        'Ada Example,2026-03-03,00:00:00,2026-03-04,12:15:00,36:15:00,P,b\n' +
        'Ada Example,2026-03-04,22:00:00,2026-03-06,12:00:00,,P,over two nights\n' +
        'Ada Example,2026-03-05,00:00:00,2026-03-06,00:00:00,,P,a day\n' +
        'Ada Example,2026-03-06,00:00:00,2026-03-06,24:00:00,,P,to its end\n' +
        'Ada Example,2026-03-07,22:00:00,,01:00:00,,P,over midnight\n' +
        'Ada Example,2026-03-08,22:00:00,2026-03-07,23:00:00,,P,backwards\n' +
        'Ada Example,2026-03-09,09:00:00,2026-03-09,09:00:00,00:00:00,P,none\n',
    );
    expect(rows.map(({ quantity }) => quantity)).toEqual([24, 36.25, 38, 24, 24, 3]);
    expect(preview.leftOut.map(({ line, why }) => [line, why])).toEqual([
      [8, 'more than 0 is expected'],
      [9, 'more than 0 is expected'],
    ]);
  });

  it('that are entered three times are three entries, and none of them again', async () => {
    const file = `${TOGGL}${'Ada Example,2026-03-02,09:00:00,2026-03-02,10:00:00,1:00:00,P,x\n'.repeat(3)}`;
    const first = await imported(file);
    expect([first.rows.length, new Set(first.keys).size]).toEqual([3, 3]);
    expect((await imported(file, { keys: first.keys })).rows).toEqual([]);
  });
});

describe('Money', () => {
  const HEAD = 'Date,TimeZone,Type,Status,Currency,Gross,Fee,Net,Transaction ID\n';
  const row = (type: string, currency: string, gross: string, fee: string, id: string): string =>
    `2026-04-01,CET,${type},Completed,${currency},"${gross}","${fee}",1,${id}\n`;

  it('that went back may stand in brackets or before a minus, with its currency inside or outside', async () => {
    const ways = ['(1.234,50)', '1.234,50-', '\u22121.234,50', '(1.234,50 €)', '(1.234,50) €', '€ (1.234,50)', '1.234,50-€', '-€1.234,50', '1\u00a0234,50-'];
    const { rows } = await imported(HEAD + ways.map((gross, at) => row('Refund', 'EUR', gross, '0,00', `T${at}`)).join(''));
    expect(rows.map(({ refunds }) => refunds)).toEqual(ways.map(() => 1234.5));
  }); // prettier-ignore

  it('of several currencies is changed row by row, and left out with a reason where nobody says how', async () => {
    const { rows, preview, doubts } = await imported(
      HEAD +
        row('Payment', 'EUR', '10,00', '-1,00', 'A') +
        row('Payment', 'USD', '10,00', '-1,00', 'B') +
        row('Payment', 'GBP', '10,00', '-1,00', 'C'),
      { answers: { 'rate:USD': '0.9' } },
    );
    expect(rows.map(({ id, gross, costs }) => [id, gross, costs])).toEqual([
      ['A', 10, 1],
      ['B', 9, 0.9],
    ]);
    expect(preview.leftOut).toMatchObject([{ line: 4, why: 'the amount is in GBP, the sheet in EUR' }]);
    expect(doubts.filter(({ key }) => key.startsWith('rate:')).map(({ key }) => key)).toEqual(['rate:USD', 'rate:GBP']);
  });

  it('that is none makes no row', async () => {
    const { rows, preview } = await imported('Date,Gross,Item\n2026-03-01,0.00,a\n2026-03-02,,b\n2026-03-03,5,c\n', {
      source: 'table-revenue',
    });
    expect(rows.map(({ item }) => item)).toEqual(['c']);
    expect(preview.leftOut.map(({ line, why }) => [line, why])).toEqual([
      [2, 'it comes to 0'],
      [3, 'Gross is empty'],
    ]);
  });
});

describe('Days that can be read in two ways', () => {
  const file = (...days: string[]): string =>
    `Project,User,Start Date,Duration (h),Start Time\n${days.map((day) => `P,Ada Example,${day},1:00:00,9:00\n`).join('')}`;

  it.each([
    ['03/04/2026', '05/06/2026'],
    ['13/04/2026', '04/13/2026', '04/05/2026'],
  ])('are asked about, and guessed nowhere: %s …', async (...days) => {
    const { open, preview } = await imported(file(...days));
    expect(open).toEqual(['order']);
    expect(preview.rows.length + preview.leftOut.length).toBe(days.length);
    const unclear = days.filter((day) => !day.includes('13'));
    expect(preview.leftOut.length).toBe(unclear.length);
    const { rows } = await imported(file(...days), { answers: { order: 'day first' } });
    expect(rows.at(-1)!.date).toBe(days.length === 2 ? '2026-06-05' : '2026-05-04');
  });
});
