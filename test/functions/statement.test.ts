import { dayOfIso } from '../../src/calc/day';
import { call, refusal } from './support/call';
import { arriving, inWords, type TypedTable } from './support/deals';

const PAYER = ['Studio', 'payer', '', ''];

const statement = (revenue: TypedTable, terms: TypedTable, ...rest: unknown[]) =>
  inWords(call('REVSHARE_STATEMENT', arriving(revenue), arriving(terms), ...rest), 2);
const lines = (revenue: TypedTable, terms: TypedTable, ...rest: unknown[]) =>
  inWords(call('REVSHARE_LINES', arriving(revenue), arriving(terms), ...rest), 2);
const refused = (revenue: unknown, terms: unknown, ...rest: unknown[]) =>
  refusal('REVSHARE_STATEMENT', revenue, terms, ...rest).replace('REVSHARE_STATEMENT: ', '');

/** A party's figures of a month by heading. */
function figures(table: (string | null)[][], month: string, party: string): Record<string, string | null> {
  const row = table.find(([of, who]) => of === month && who === party)!;
  return Object.fromEntries(row.map((cell, i) => [table[0]![i]!, cell]));
}

describe('the month that the contract works through', () => {
  const revenue: TypedTable = [
    ['ID', 'Date', 'Item', 'Gross', 'Refunds', 'Refund of'],
    ['V1', '2026-01-12', 'First film', 5102.04, '', ''],
    ['R2', '2026-02-09', '', 6000, '', ''],
    ['V2', '2026-03-03', 'Second film', 7000, '', ''],
    ['V3', '2026-03-17', 'Third film', 5000, '', ''],
    ['', '2026-03-20', '', '', 800, 'R2'],
  ];
  const terms: TypedTable = [
    ['Party', 'Term', 'Value', 'Effective from', 'Threshold', 'Per'],
    ['Studio', 'payer', '', '', '', ''],
    ['Partner', 'share', 0.3, '', '', ''],
    ['Partner', 'tier', 0.4, '', 10000, ''],
    ['Partner', 'item fee', 500, '', '', ''],
    ['Partner', 'guarantee', 1000, '2026-01-01', '', ''],
    ['Partner', 'reserve', 0.1, '2026-01-01', '', 2],
    ['', 'deduction', 0.02, '', '', ''],
    ['Partner', 'advance', 2000, '2026-03-01', '', ''],
  ];
  const table = statement(revenue, terms, dayOfIso('2026-03-31'));

  it('January and February', () => {
    expect(figures(table, '2026-01', 'Partner')).toMatchObject({ Pool: '5000.00', Share: '1500.00', Fees: '500.00' });
    expect(figures(table, '2026-02', 'Partner')).toMatchObject({ Share: '1764.00', 'Top-up': '0.00' });
  });

  it('March', () => {
    expect(figures(table, '2026-03', 'Partner')).toMatchObject({
      Pool: '11760.00',
      'Late refunds': '-784.00',
      Share: '3704.00',
      Fees: '1000.00',
      Adjustments: '-235.20',
      Earned: '4468.80',
      Held: '-346.88',
      Released: '150.00',
      Recouped: '-2000.00',
    });
    expect(figures(table, '2026-03', 'Studio')).toMatchObject({
      Share: '8056.00',
      Fees: '-1000.00',
      Adjustments: '-548.80',
      Earned: '6507.20',
    });
  });

  it('line by line, with reasons that can be checked by hand', () => {
    const march = lines(revenue, terms, dayOfIso('2026-03-31')).filter(([month]) => month === '2026-03');
    expect(march.map(([, party, line, of, base, rate, amount, why]) => [party, line, of, base, rate, amount, why])).toEqual([
      ['Studio', 'share', '', null, null, '8056.00', '11,760.00 less 3,704.00 for Partner'],
      ['Studio', 'item fee', '', null, null, '-1000.00', 'the other side of 1,000.00 for Partner'],
      ['Studio', 'adjustment', '', null, null, '-548.80', 'late refunds of -784.00 less -235.20 for Partner'],
      ['Studio', 'held', '', null, null, '346.88', 'the other side of -346.88 for Partner'],
      ['Studio', 'released', '', null, null, '-150.00', 'the other side of 150.00 for Partner'],
      ['Studio', 'recouped', '', null, null, '2000.00', 'the other side of -2,000.00 for Partner'],
      ['Partner', 'share', 'general', null, null, '3704.00', '30 % of 10,000.00 and 40 % of the 1,760.00 above 10,000.00'],
      ['Partner', 'item fee', 'Second film', null, null, '500.00', '500.00 for Second film, first sold on 2026-03-03'],
      ['Partner', 'item fee', 'Third film', null, null, '500.00', '500.00 for Third film, first sold on 2026-03-17'],
      ['Partner', 'adjustment', 'share 2026-02', null, null, '-235.20', 'share 2026-02 is 1,528.80 after refunds (30 % of 5,096.00), where it was 1,764.00'],
      ['Partner', 'held', '', '3704.00', '0.10', '-370.40', '10 % of 3,704.00 of share and bonus after caps in 2026-03, held for 2 months'],
      ['Partner', 'held', 'held 2026-02', null, null, '23.52', 'held 2026-02 is -152.88 after refunds (10 % of 1,528.80 of share and bonus after caps in 2026-02, held for 2 months), where it was -176.40'],
      ['Partner', 'released', '2026-01', null, null, '150.00', '150.00 held in 2026-01'],
      ['Partner', 'recouped', '', null, null, '-2000.00', 'the 2,000.00 left of the advance, from 100 % of 3,483.60 (3,704.00 of share and bonus after caps less 370.40 held plus 150.00 released)'],
    ]); // prettier-ignore
  });
});

describe('usual deals', () => {
  /** What the partner earned in January and February, of the sales and the terms. */
  const earned = (sales: TypedTable, ...terms: TypedTable) => {
    const revenue = [['Date', 'Gross', 'Item'], ...sales];
    const heading = ['Party', 'Term', 'Value', 'Effective from'];
    const table = statement(revenue, [heading, PAYER, ...terms], dayOfIso('2026-02-28'));
    return ['2026-01', '2026-02'].map((month) => figures(table, month, 'Partner')['Earned']);
  };

  it('1,000 a month and 10 % of attributed sales', () => {
    const sales: TypedTable = [['2026-01-10', 12_000, ''], ['2026-02-03', 3450.5, '']]; // prettier-ignore
    const terms: TypedTable = [['Partner', 'monthly fee', 1000, '2026-01-01'], ['Partner', 'share', 0.1, '']]; // prettier-ignore
    expect(earned(sales, ...terms)).toEqual(['2200.00', '1345.05']);
  });

  it('500 a video and 10 % of what that video brings in', () => {
    const sales: TypedTable = [
      ['2026-01-10', 800, 'First video'],
      ['2026-02-03', 200, 'First video'],
      ['2026-02-04', 90, 'Second video'],
    ];
    expect(earned(sales, ['Partner', 'item fee', 500, ''], ['Partner', 'share', 0.1, ''])).toEqual([
      '580.00',
      '529.00',
    ]);
  });

  it('expenses and a margin on them', () => {
    const spent: TypedTable = [['Partner', 'expense', 640, '2026-01-20'], ['Partner', 'expense', 99.99, '2026-02-20']]; // prettier-ignore
    expect(earned([['2026-01-01', 0, '']], ['Partner', 'cost-plus', 0.15, ''], ...spent)).toEqual(['736.00', '114.99']);
  });

  it('a share, but 1,500 a month at the least', () => {
    const sales: TypedTable = [['2026-01-10', 4000, ''], ['2026-02-03', 9000, '']]; // prettier-ignore
    const terms: TypedTable = [['Partner', 'share', 0.3, ''], ['Partner', 'guarantee', 1500, '2026-01-01']]; // prettier-ignore
    expect(earned(sales, ...terms)).toEqual(['1500.00', '2700.00']);
  });
});

describe('reasons', () => {
  const deal = (terms: TypedTable, ...gross: number[]) =>
    lines(
      [['Date', 'Gross'], ...gross.map((amount, i) => [`2026-01-${10 + i}`, amount])],
      [
        ['Party', 'Term', 'Value', 'Effective from', 'Threshold', 'Mode', 'Per'],
        ['Studio', 'payer', '', '', '', '', ''],
        ...terms,
      ],
      dayOfIso('2026-01-31'),
    )
      .filter(([, party]) => party === 'Partner')
      .map((row) => row.at(-1));

  it.each<[string, TypedTable, number[], string[]]>([
    [
      'of a cliff',
      [['Partner', 'share', 0.1, '', '', '', ''], ['Partner', 'tier', 0.2, '', 500, 'cliff', '']],
      [500],
      ['20 % of 500.00, which reaches 500.00'],
    ],
    ['of a rate with many digits', [['Partner', 'share', 0.12345, '', '', '', '']], [1000], ['12.345 % of 1,000.00']],
    [
      'of what begins above what was counted',
      [
        ['Partner', 'share', 0.3, '', '', '', ''],
        ['Partner', 'tier', 0.4, '', 10000, '', 'contract'],
        ['Partner', 'opening count', 4000, '2026-01-01', '', '', ''],
      ],
      [7760],
      ['30 % of 6,000.00 and 40 % of the 1,760.00 above 10,000.00, after 4,000.00 counted before'],
    ],
    [
      'of a second pool of a cliff',
      [
        ['Partner', 'share', 0.1, '', '', '', ''],
        ['Partner', 'share', 0.15, '2026-01-11', '', '', ''],
        ['Partner', 'tier', 0.2, '', 500, 'cliff', ''],
      ],
      [400, 200],
      [
        '10 % of 400.00',
        '120.00 for 600.00 in all less 60.00 for 400.00 counted before, at 15 % and 20 % of everything once 500.00 is reached',
      ],
    ],
    [
      'of caps, the monthly one and what is left of the total one',
      [
        ['Partner', 'share', 0.5, '', '', '', ''],
        ['Partner', 'monthly cap', 400, '', '', '', ''],
        ['Partner', 'total cap', 300, '', '', '', ''],
      ],
      [1000],
      [
        '50 % of 1,000.00',
        'share, fees and bonus of 500.00 are capped at 400.00 a month',
        '0.00 before and 400.00 in 2026-01 are capped at 300.00 in all',
      ],
    ],
    [
      'of a top-up',
      [['Partner', 'share', 0.5, '', '', '', ''], ['Partner', 'guarantee', 80, '2026-01-01', '', '', '']],
      [100],
      ['50 % of 100.00', '80.00 are guaranteed; share, fees and bonus after caps are 50.00'],
    ],
    [
      'of an expense with its margin, and one without',
      [
        ['Partner', 'cost-plus', 0.15, '2026-01-15', '', '', ''],
        ['Partner', 'expense', 100, '2026-01-14', '', '', ''],
        ['Partner', 'expense', 200, '2026-01-15', '', '', ''],
        ['Partner', 'fee', 70, '2026-01-16', '', '', ''],
        ['Partner', 'bonus', 30, '2026-01-17', '', '', ''],
      ],
      [0],
      ['bonus of 30.00 on 2026-01-17', 'fee of 70.00 on 2026-01-16', '100.00 spent on 2026-01-14', '115 % of 200.00 spent on 2026-01-15'],
    ],
    [
      'of what goes against an advance in part',
      [
        ['Partner', 'share', 0.5, '', '', '', ''],
        ['Partner', 'advance', 1000, '2026-01-02', '', '', ''],
        ['Partner', 'recoup rate', 0.6, '', '', '', ''],
      ],
      [1000],
      [
        '50 % of 1,000.00',
        '60 % of 500.00 of share and bonus after caps go against the advance of 1,000.00',
      ],
    ],
  ])('%s', (_, terms, gross, reasons) => {
    expect(deal(terms, ...gross)).toEqual(reasons);
  }); // prettier-ignore
});

it('reasons of what refunds changed say why it is so now, pool by pool, and what is above a cap already', () => {
  const revenue: TypedTable = [
    ['ID', 'Date', 'Item', 'Gross', 'Refunds', 'Refund of'],
    ['A', '2026-01-10', '', 400, '', ''],
    ['B', '2026-01-12', 'Film: two', 300, '', ''],
    ['', '2026-02-03', '', '', 100, 'A'],
    ['', '2026-02-04', '', '', 50, 'B'],
    ['C', '2026-03-03', '', 60, '', ''],
  ];
  const terms: TypedTable = [
    ['Party', 'Term', 'Value', 'Effective from', 'Item'],
    PAYER,
    ['Partner', 'share', 0.5, '', ''],
    ['Partner', 'share', 0.2, '', 'Film: two'],
    ['Partner', 'monthly cap', 250, '', ''],
    ['Partner', 'total cap', 180, '2026-03-01', ''],
  ];
  const partners = lines(revenue, terms, dayOfIso('2026-03-31')).filter(([, party]) => party === 'Partner');
  expect(partners.map(([month, , line, , , , amount, why]) => [month, line, amount, why])).toEqual([
    ['2026-01', 'share', '200.00', '50 % of 400.00'],
    ['2026-01', 'share', '60.00', '20 % of 300.00'],
    ['2026-01', 'cap', '-10.00', 'share, fees and bonus of 260.00 are capped at 250.00 a month'],
    ['2026-02', 'adjustment', '-60.00', 'share 2026-01 is 200.00 after refunds (50 % of 300.00, where it was 200.00; Film: two: 20 % of 250.00, where it was 60.00), where it was 260.00'],
    ['2026-02', 'adjustment', '10.00', 'cap 2026-01 is 0.00 after refunds (share, fees and bonus of 200.00 are capped at 250.00 a month), where it was -10.00'],
    ['2026-03', 'share', '30.00', '50 % of 60.00'],
    ['2026-03', 'cap', '-30.00', '200.00 before are above the cap of 180.00 in all: nothing is left of the 30.00 in 2026-03'],
  ]); // prettier-ignore
});

describe('the first month', () => {
  const terms: TypedTable = [
    ['Party', 'Term', 'Value', 'Effective from'],
    ['Studio', 'payer', '', ''],
    ['Partner', 'share', 0.3, ''],
    ['Partner', 'opening balance', 120, '2025-12-31'],
  ];
  const revenue: TypedTable = [
    ['Date', 'Gross'],
    ['2026-01-20', 1000],
  ];

  it('is there from its first day on, before anything was sold in it', () => {
    const early = statement(revenue, terms, dayOfIso('2026-01-05'));
    expect(figures(early, '2026-01', 'Partner')).toMatchObject({ Gross: '0.00', Share: '0.00', Balance: '120.00' });
  });

  it('is not there in the month before', () => {
    expect(statement(revenue, terms, dayOfIso('2025-12-31'))).toHaveLength(1);
  });
});

describe('the tables of a deal', () => {
  const terms: TypedTable = [['Party', 'Term', 'Value', 'Effective from'], PAYER, ['Partner', 'share', 0.3, '']];

  it('may be taller than their rows, begin lower, and hold other columns and remarks', () => {
    const revenue = [
      ['', '', ''],
      ['gross ', 'DATE', 'Seen'],
      [1000, dayOfIso('2026-01-10'), 'yes'],
      ['', '', 'later'],
      ['\u200b', ' ', ''],
    ];
    const remarks = [
      ...terms.map((row, i) => [...row, i ? '' : 'Note']),
      ['', '', '', '', 'agreed by both'],
      ['', '', '', '', ''],
    ];
    expect(figures(statement(revenue as TypedTable, remarks as TypedTable), '2026-01', 'Partner')).toMatchObject({
      Share: '300.00',
    });
  });

  it('know a name by whatever spaces, case and unseen characters it is typed', () => {
    const table = statement(
      [
        ['ID', 'Date', 'Item', 'Gross', 'Refund of', 'Refunds', 'Collected by'],
        ['A\u00a01', '2026-01-10', 'Big  Album', 1000, '', '', ' studio\u00a0 one'],
        ['', '2026-01-11', '', '', 'a 1', 100, ''],
        ['', '2026-01-12', 'big\u00a0album\u200b', 100, '', '', ''],
      ],
      [
        ['Party', 'Term', 'Value', 'Effective from', 'Item'],
        ['Studio One', 'Payer', '', '', ''],
        ['Part\u00adner', 'item  fee', 50, '', 'BIG ALBUM'],
      ],
    );
    expect(figures(table, '2026-01', 'Part\u00adner')).toMatchObject({ Fees: '50.00', Pool: '1000.00' });
  });

  it('answer their heading alone where no month begins', () => {
    const blank: TypedTable = [['Date', 'Gross']];
    const opening: TypedTable = [...terms, ['Partner', 'opening balance', 250, '2025-12-31']];
    for (const deal of [terms, opening]) {
      expect(statement(blank, deal)).toHaveLength(1);
      expect(lines(blank, deal, dayOfIso('2026-03-31'))).toHaveLength(1);
    }
    expect(statement([['Date', 'Gross'], ['2026-03-01', 5]], terms, dayOfIso('2026-02-28'))).toHaveLength(1); // prettier-ignore
  });

  it('hold IDs, items and parties that are numbers', () => {
    const table = statement(
      [
        ['ID', 'Date', 'Item', 'Gross', 'Refund of', 'Refunds'],
        [7, '2026-01-10', 1984, 1000, '', ''],
        ['', '2026-01-11', '', '', '7', 100],
      ],
      [
        ['Party', 'Term', 'Value', 'Effective from', 'Item'],
        [54, 'payer', '', '', ''],
        ['Partner', 'share', 0.5, '', '1984'],
      ],
    );
    expect(figures(table, '2026-01', '54')).toMatchObject({ Pool: '900.00', Share: '450.00' });
  });

  it('are exact with amounts of fifteen digits, and refuse what a cell cannot hold', () => {
    const big: TypedTable = [['Date', 'Gross'], ['2026-01-10', 999_999_999_999.99], ['2026-01-11', 0.01]]; // prettier-ignore
    expect(figures(statement(big, terms), '2026-01', 'Partner')).toMatchObject({ Gross: '1000000000000.00' });
    const tooBig: TypedTable = [['Date', 'Gross'], ['2026-01-10', 999_999_999_999_999], ['2026-01-11', 0.12]]; // prettier-ignore
    expect(refused(arriving(tooBig), arriving(terms))).toBe('revenue: too large to be exact to 2 decimals');
  });
});

describe('a deal that is refused names the place', () => {
  const revenue: TypedTable = [
    ['ID', 'Date', 'Gross', 'Refunds', 'Costs', 'Refund of', 'Collected by', 'Item'],
    ['A', '2026-01-10', 1000, '', 20, '', '', ''],
  ];
  const terms: TypedTable = [
    ['Party', 'Term', 'Value', 'Effective from', 'Item', 'Threshold', 'Mode', 'Per'],
    ['Studio', 'payer', '', '', '', '', '', ''],
    ['Partner', 'share', 0.3, '', '', '', '', ''],
    ['Writer', 'share', 0.2, '', '', '', '', ''],
  ];
  const term = (...cells: (string | number)[]) => [...cells, ...new Array<string>(8 - cells.length).fill('')];

  it.each<[string, TypedTable, string]>([
    ['refund of nothing', [['', '2026-01-11', '', 5, '', 'B', '', '']], 'revenue, row 3, Refund of: no sale row has the ID "B"'],
    ['refund of a refund', [['R', '2026-01-11', '', 5, '', 'A', '', ''], ['', '2026-01-12', '', 5, '', 'R', '', '']], 'revenue, row 4, Refund of: no sale row has the ID "R"'],
    ['unknown collector', [['', '2026-01-11', 5, '', '', '', 'Partnr', '']], 'revenue, row 3, Collected by: "Partnr" is no party of terms; known are: Studio, Partner, Writer'],
    ['negative refund', [['', '2026-01-11', '', -5, '', 'A', '', '']], 'revenue, row 3, Refunds: -5 is not a number of 0 or more'],
    ['more refunded on one day than there is', [['', '2026-01-11', '', 600, '', 'A', '', ''], ['', '2026-01-11', '', 600, '', 'A', '', '']], 'revenue, row 4: all refunds of A (row 2) come to 1,200.00, more than its gross of 1,000.00'],
    ['costs that come back before they are spent', [['', '2026-01-12', '', '', 30, 'A', '', ''], ['', '2026-01-11', '', '', -50, 'A', '', '']], 'revenue, row 4: more costs of A (row 2) come back than there were: -30.00 would be left'],
    ['an error in a cell', [['', '2026-01-11', '#N/A', '', '', '', '', '']], 'revenue, row 3, Gross: the cell holds the error #N/A'],
    ['a cell that still loads', [['', 'Loading...', 5, '', '', '', '', '']], 'revenue, row 3, Date: the cell is still loading'],
    ['a tick for a name', [['', '2026-01-11', 5, '', '', '', '', true as unknown as string]], 'revenue, row 3, Item: TRUE is not a name'],
  ])('%s', (_, rows, message) => {
    expect(refused(arriving([...revenue, ...rows]), arriving(terms))).toBe(message);
  }); // prettier-ignore

  it.each<[string, TypedTable, string]>([
    ['two payers', [term('Writer', 'payer')], 'terms, row 5, Term: row 2 names Studio as the payer already; exactly one is expected'],
    ['a percentage without its sign', [term('Editor', 'share', 30)], 'terms, row 5, Value: 30 is 3000 %; write 30%'],
    ['a payer with a date', [['Studio', 'payer', '', '2026-01-01', '', '', '', '']], 'terms, row 5, Effective from: 46023 stands beside the term payer, which has no Effective from; leave it blank'],
    ['a deduction with a party', [term('Writer', 'deduction', 0.1)], 'terms, row 5, Party: "Writer" stands beside the term deduction, which has no Party; leave it blank'],
    ['none beside another tier', [term('Editor', 'tier', 0.2, '', '', 10), term('Editor', 'tier', 'none')], 'terms, row 6, Value: none stands beside another tier of Editor from the beginning; it must stand alone'],
    ['none as a bonus', [term('Editor', 'bonus', 'none', '2026-01-01')], 'terms, row 5, Value: "none" is not a number'],
    ['a threshold that rounds to nothing', [term('Editor', 'tier', 0.2, '', '', 0.004)], 'terms, row 5, Threshold: 0.004 is not a number above 0 when it is rounded to 2 decimals'],
    ['a monthly fee that ends on no day', [term('Editor', 'monthly fee', 'none')], 'terms, row 5, Effective from: blank, where a date is expected'],
    ['a negative guarantee', [term('Editor', 'guarantee', -1, '2026-01-01')], 'terms, row 5, Value: -1 is not a number of 0 or more'],
    ['half a payment day', [term('Editor', 'payment days', 7.5)], 'terms, row 5, Value: 7.5 is not a whole number of 0 or more'],
    ['a guarantee beside a total cap', [term('Editor', 'guarantee', 1, '2026-01-01'), term('Editor', 'total cap', 500)], 'terms, row 5, Value: a guarantee of 1.00 in 2026-01 stands beside a total cap (row 6); only one of them can hold'],
    ['more than everything, by a tier', [term('Writer', 'tier', 0.8, '2026-01-10', '', 50)], 'terms, row 5, Value: on 2026-01-10 the highest rates come to 110 % (Partner 30 %, Writer 80 %); at most 100 % is expected'],
    ['a share of the payer that is not the rest', [term('Studio', 'share', 0.45)], "terms, row 5, Value: on 2026-01-10 the general shares come to 95 % (Studio 45 %, Partner 30 %, Writer 20 %); with the payer's they must make 100 %"],
    ['a bonus in the month before the account begins', [term('Partner', 'opening balance', 0, '2025-12-31'), term('Partner', 'bonus', 5, '2025-12-31')], 'terms, row 6, Effective from: bonus: 2025-12-31 is before 2026-01-01, the first day after what the opening balance of 2025-12-31 (terms, row 5) holds'],
  ])('%s', (_, rows, message) => {
    const all = [...terms, ...rows].map((row, i) => (i ? row.map((cell, c) => (c === 3 ? (dayOfIso(String(cell)) ?? cell) : cell)) : row));
    expect(refused(arriving(revenue), all)).toBe(message);
  }); // prettier-ignore

  it.each<[string, unknown, string]>([
    ['nothing', '', 'revenue: nothing is given, where a heading row with Date, Gross is expected'],
    [
      'no heading',
      [[46023, 5]],
      'revenue, row 1: 46023 stands in column 1 of the first row, where a heading is expected',
    ],
    ['a heading twice', [['Date', 'Gross', 'gross ']], 'revenue, row 1: two columns are headed Gross; one is expected'],
    ['a heading that is an error', [['Date', '#REF!']], 'revenue, row 1: the heading of column 2 is #REF!'],
  ])('a table with %s', (_, table, message) => {
    expect(refused(table, arriving(terms))).toBe(message);
  });

  it('also for what comes after the last day that counts', () => {
    const late: TypedTable = [...revenue, ['', '2027-01-11', '', 5, '', 'B', '', '']];
    expect(refused(arriving(late), arriving(terms), dayOfIso('2026-01-31'))).toContain('revenue, row 3, Refund of');
  });
});
