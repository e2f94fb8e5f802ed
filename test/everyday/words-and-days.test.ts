import fc from 'fast-check';
import { INVISIBLE, SPACES } from '../../src/calc/name';
import { call } from '../functions/support/call';
import { column, day, holds, TERMS } from './support/cases';

/**
 * What people type into cells and compute there, kind by kind, as it reaches a function: days, names, words and messages. The examples that were reported,
 * and neighbours of them.
 */

describe('lengths of time', () => {
  holds(
    [],
    [
      [
        'are no numbers',
        'CONTRIB_SHARES',
        [column('A'), column(new Date('1899-12-30T01:30:00Z'))],
        'values: a length of time is not a number; write 1:30 as 1.5, or as the cell times 24',
      ],
      [
        'nor are dates',
        'CONTRIB_SHARES',
        [column('A', 'B'), column(1, day('2026-03-31'))],
        'values, row 2: a date is not a number',
      ],
    ],
  );
});

describe('days', () => {
  holds(
    [
      ['the first', 'PARTNER_NEXT_REVIEW', [day('1900-01-01'), 'weekly', day('1900-01-01')], 9],
      ['the last', 'PARTNER_NEXT_REVIEW', [day('2100-12-31'), 'weekly', day('2100-12-01')], 73415],
      [
        'before the start nothing is due',
        'KPI_PACE',
        [5, 10, 0, day('2026-02-01'), day('2026-03-01'), day('2026-01-01')],
        null,
      ],
    ],
    [
      [
        'the year 26',
        'KPI_PACE',
        [5, 10, 0, new Date('0026-01-01T00:00:00Z'), 46010, 46005],
        'start: the year 26 is not possible',
      ],
      [
        'the year 2101',
        'PARTNER_NEXT_REVIEW',
        [46000, 'weekly', day('2101-01-01')],
        'as_of: the year 2101 is not possible',
      ],
      [
        'a time of day',
        'PARTNER_NEXT_REVIEW',
        [new Date('1899-12-30T09:00:00Z'), 'weekly', 46000],
        'anchor: the year 1899 is not possible',
      ],
      [
        'a number of the year 2119',
        'PARTNER_NEXT_REVIEW',
        [80000, 'weekly', 46000],
        'anchor: the year 2119 is not possible',
      ],
      [
        'an anchor beyond the year 9999',
        'PARTNER_NEXT_REVIEW',
        [3e6, 'weekly', 46000],
        'anchor: 3000000 is not a date',
      ],
      ['a date that is none', 'PARTNER_NEXT_REVIEW', [new Date(NaN), 'weekly', 46000], 'anchor: a date is not a date'],
      ['a text', 'PARTNER_NEXT_REVIEW', ['31.03.2026', 'weekly', 46000], 'anchor: "31.03.2026" is text, not a date'],
      [
        'a cadence that leaves the calendar',
        'PARTNER_NEXT_REVIEW',
        [46000, 3_000_000, 46001],
        'cadence: the next day would come after the year 2100',
      ],
      [
        'a cadence that leaves every calendar',
        'PARTNER_NEXT_REVIEW',
        [46000, 1e14, 46001],
        'cadence: the next day would come after the year 2100',
      ],
      [
        'a month that leaves it',
        'PARTNER_NEXT_REVIEW',
        [day('2100-12-31'), 'monthly', day('2100-12-31')],
        'cadence: the next day would come after the year 2100',
      ],
      ['due before start', 'KPI_PACE', [5, 10, 0, 46010, 46000, 46005], 'end: before the start'],
      [
        'a sale of the year 26',
        'REVSHARE_LINES',
        [
          [
            ['Date', 'Gross'],
            [new Date('0026-01-01T00:00:00Z'), 100],
          ],
          TERMS(0.3),
        ],
        'revenue, row 2, Date: the year 26 is not possible',
      ],
      [
        'a term from the year 3000',
        'REVSHARE_LINES',
        [
          [
            ['Date', 'Gross'],
            [46000, 100],
          ],
          TERMS(0.3, day('3000-01-01')),
        ],
        'terms, row 3, Effective from: the year 3000 is not possible',
      ],
    ],
  );
});

describe('names', () => {
  it('any spelling with other spaces, other case and characters that nobody sees is one name', () => {
    const characterOf = (code: number): string => String.fromCharCode(code);
    const gap = fc
      .array(fc.constantFrom(...SPACES.flat()).map(characterOf), { minLength: 1, maxLength: 3 })
      .map((all) => all.join(''));
    const unseen = fc
      .array(fc.constantFrom(...INVISIBLE.flat()).map(characterOf), { maxLength: 2 })
      .map((all) => all.join(''));
    const spelling = fc
      .tuple(
        fc.array(gap, { minLength: 3, maxLength: 3 }),
        fc.array(unseen, { minLength: 10, maxLength: 10 }),
        fc.boolean(),
      )
      .map(([[before, between, after], hidden, upper]) => {
        const name = `${before!}Café${between!}Olé${after!}`;
        const typed = [...name].map((letter, at) => letter + (hidden[at] ?? '')).join('');
        return upper ? typed.toUpperCase() : typed;
      });
    fc.assert(
      fc.property(fc.array(spelling, { minLength: 1, maxLength: 4 }), (spellings) => {
        const parties = column('Café Olé', ...spellings);
        const answer = call('CONTRIB_SHARES', parties, column(...parties.map(() => 1)));
        expect(answer).toEqual([
          ['party', 'value', 'share'],
          ['Café Olé', parties.length, 1],
        ]);
      }),
    );
  });
  holds(
    [['a stage', 'PARTNER_STAGE', [column(true, false), column('pilot', 'pilot\u00a0')], null]],
    [
      [
        'a party twice',
        'REVSHARE_WATERFALL',
        [
          100,
          [
            ['step', 'at most', 'A', 'A\u00a0'],
            ['x', '', 1, 1],
          ],
        ],
        'steps, row 1, column 4: A stands twice',
      ],
      [
        'a category twice',
        'PARTNER_PORTFOLIO',
        [
          column('video'),
          column(1),
          [
            ['video', 0.7],
            ['vi\u00addeo', 0.2],
          ],
        ],
        'targets: a category stands twice',
      ],
      ['none at all', 'CONTRIB_SHARES', [column('\u200b'), column(1)], 'parties: blank, where a name is expected'],
    ],
  );
});

describe('signs and texts', () => {
  holds(
    [
      ['TRUE as text is yes', 'PARTNER_CHECKLIST', [column('TRUE', ' true', 'yes', true)], 'go'],
      ['FALSE as text is open', 'PARTNER_CHECKLIST', [column('FALSE', 'yes', false), 'report'], '1 yes, 0 no, 2 open'],
      ['so in stages', 'PARTNER_STAGE', [column('TRUE', 'Yes', 'no'), column('a', 'b', 'c')], 'b'],
      ['inverse', 'KPI_ATTAINMENT', [8, 2, '', 'lower', 'inverse'], 0.25],
      ['inverse of nothing at all', 'KPI_ATTAINMENT', [0, 0, '', 'lower', 'inverse'], 1],
      ['with a cap', 'KPI_ATTAINMENT', [0, 0, '', 'lower', 'inverse', 1.5], 1],
      ['nothing where something was aimed at', 'KPI_ATTAINMENT', [0, 5, '', 'lower', 'inverse', 1.5], 1.5],
      ['something where nothing was aimed at', 'KPI_ATTAINMENT', [5, 0, '', 'lower', 'inverse'], 0],
    ],
    [
      [
        'inverse where higher is better',
        'KPI_ATTAINMENT',
        [8, 2, '', 'higher', 'inverse'],
        'direction: higher is better there, which the method inverse cannot measure; lower is expected',
      ],
      [
        'inverse without a direction',
        'KPI_ATTAINMENT',
        [8, 2, '', '', 'inverse'],
        'direction: higher is better there, which the method inverse cannot measure; lower is expected',
      ],
      [
        'inverse of nothing without a cap',
        'KPI_ATTAINMENT',
        [0, 5, '', 'lower', 'inverse'],
        'actual: 0 is not above 0, as the method inverse needs it',
      ],
      [
        'other words',
        'PARTNER_CHECKLIST',
        [column('yes', 'WAHR')],
        'answers, row 2: "WAHR" is not yes, no, TRUE or FALSE',
      ],
    ],
  );
});

describe('messages', () => {
  const HINT =
    'cannot be a number of decimals (0 to 6); the shares of all parties stand together in one range, such as B1:B3';
  holds(
    [
      ['decimals of a recoupment', 'REVSHARE_RECOUP', [column(100.555), 10.111, 0.333, 0], [[10, 91, 0]]],
      ['nothing to cover', 'PARTNER_BREAKEVEN', [0, 5, 5], 0],
      [
        'nothing to cover, row by row',
        'PARTNER_BREAKEVEN',
        [column(0, 0, 10), column(5, 3, 5), column(5, 8, 5)],
        column(0, 0, 'never'),
      ],
    ],
    [
      ['two shares', 'REVSHARE', [100, 0.6, 0.4], `decimals: 0.4 ${HINT}`],
      ['two whole shares', 'REVSHARE', [100, 60, 40], `decimals: 40 ${HINT}`],
      ['three shares', 'REVSHARE', [100, 0.5, 0.3, 0.2], `decimals: 0.3 ${HINT}`],
      [
        'three equal weights',
        'REVSHARE',
        [100, 1, 1, 1],
        '4 arguments are given, where it takes 3: amount, shares, decimals; values of one kind stand together in one range',
      ],
      ['shares apart', 'REVSHARE', [100, column(60), column(40)], `decimals: 40 ${HINT}`],
      [
        'too many answers',
        'PARTNER_CHECKLIST',
        ['yes', 'all', 'yes'],
        '3 arguments are given, where it takes 2: answers, rule; values of one kind stand together in one range',
      ],
      [
        'a text of 50,001 characters',
        'REVSHARE',
        ['x'.repeat(50_001), [[1, 1]]],
        `amount: "${'x'.repeat(40)}…" is not a number`,
      ],
      ['lists in lists', 'REVSHARE', [[[[[1]]]], [[1, 1]]], 'amount: a value that no cell can hold is not a number'],
    ],
  );
});
