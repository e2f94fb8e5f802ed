import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENTS } from '../../src/documents';
import { FRAMEWORKS } from '../../src/documents/frameworks';

/** By file of tests: the tests that show rows of the guides working, by the beginning of their titles. */
const SHOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pages/candidates.test.ts': {
    'scores on nine criteria': 'A15 A17 A18 A19',
    'names the pillar': 'A15',
    'goes by the threshold': 'A2',
    'says what needs attention': 'D14 D29',
    'says when fewer than five': 'A18',
  },
  'pages/opportunities.test.ts': { 'advises not to grow': 'A20 A27' },
  'pages/checklists.test.ts': {
    'begins with the lists of the guides': 'C1 C2 C3 C4 C5 C6',
    '%s: any no pauses': 'B27 C2 C4',
    'counts where there is no rule': 'C1 C3 D23',
    'the trust ladder': 'A11',
    'the maturity model': 'A16',
    '%s: a no says so': 'A27 C6 D25',
    'the launch has its steps': 'A24',
  },
  'functions/judgements.test.ts': {
    'counts, or asks for so many': 'B26 C5',
    'is (C + R + I) ÷ S': 'A10',
    'is a return or a multiple': 'B16',
    'rounds up to whole units': 'B15 D20',
    'is the first day after as_of': 'B25',
  },
  'pages/exchange.test.ts': {
    'nets what a side receives': 'A7 A8 A9',
    'finds swaps': 'A28',
  },
  'pages/agreement.test.ts': {
    'begins with about forty topics': 'C7 D22 D5',
    'has a topic for each term': 'D9 C7',
    'says matter by matter': 'D21',
    'is agreed until it expires': 'D9',
    'says which positions block': 'A14 D10',
    'raises the alarm when answers take longer': 'D22',
    'compares eight models': 'A3 A4 A5 A6',
  },
  'pages/sealed.test.ts': { 'shows nobody’s words': 'D8 D10' },
  'pages/items.test.ts': {
    'say what is late': 'A23 B23 B24 D13',
    'judge by the limits': 'B23 B24 A23',
    'miss a month where one item': 'B31',
    'pay a milestone once it is accepted': 'B9',
  },
  'pages/links.test.ts': { 'make the address to give out': 'D30', 'show what each of them brought': 'D30 D33' },
  'pages/commitments.test.ts': {
    'are counted from what the sheet knows': 'B29 B31 B32',
    'say where one was not kept': 'B32 B33',
    'are held against the hours': 'D27',
  },
  'pages/decisions.test.ts': {
    'add up what agreed change orders': 'D4',
    'wait for a yes': 'B30 D3',
    'are noted by a form': 'A26 D24 D34',
  },
  'pages/risks.test.ts': {
    'begin with what partnerships break on': 'A25 C8',
    'score likelihood × impact': 'A21 A25',
  },
  'pages/rights.test.ts': { 'say what ends within sixty days': 'D32 D33' },
  'pages/calendar.long.test.ts': {
    'knows the end of a pilot': 'B21 B28',
    'gathers the days ahead': 'D13',
    'begins with the next review': 'B25',
  },
  'pages/plan.test.ts': {
    'holds ten hours a week': 'B14 B15 B11 B17 D19',
    'reads a return of 3 to 5': 'B16',
    'says in which month the money is back': 'D20 B15',
    'holds upkeep against 10 to 15 %': 'B12',
    'adds to a fee for exclusive rights': 'B37',
    'calls a pilot met': 'B22',
  },
  'pages/portfolio.test.ts': {
    'says when 80 % of the income': 'B18',
    'holds the effort against 70-20-10': 'B19',
    'advises two or three deep': 'B20 B13',
    'goes up the ladder': 'B34',
  },
  'pages/portfolio-sheets.long.test.ts': { 'takes the figures of those': 'D26' },
  'actions/frameworks/deals.long.test.ts': {
    'a base fee that covers': 'B3 B7',
    '1,000 a month and 10 %': 'B4',
    '500 a video': 'B5',
    'expenses and a margin': 'B6',
    'a barter': 'B7',
    'a guarantee tops up': 'B8',
    'a milestone that is due 30 days': 'B10',
    'a reserve is held back': 'B11',
    'a share is fair': 'B35',
    'exclusive and lasting rights': 'B37',
  },
  'actions/frameworks/both-see-it.test.ts': { 'time from a tracker': 'D2', 'one page is the same': 'D18' },
  'actions/frameworks/imbalance.test.ts': { 'B36: says so': 'B36' },
  'actions/frameworks/joint-kpis.test.ts': { 'three to five joint KPIs': 'B1' },
  'functions/revshare.test.ts': { 'adds up to each amount to the cent': 'B2' },
  'actions/alignment-loop.long.test.ts': { 'goes on with what is delivered': 'A13' },
  'actions/lifecycle.long.test.ts': { 'says from the answers': 'A22', 'counts the days in a stage': 'A22' },
  'actions/scorecard.test.ts': {
    'shows each KPI with attainment': 'D15',
    'shows health and trust': 'D17 A12',
    'shows the balanced score': 'D16',
  },
  'actions/kpis-and-reviews.test.ts': {
    'take the actual by roll-up': 'D15',
    'writes one side’s ratings': 'D28 A10',
  },
  'actions/log-contribution.test.ts': { 'writes the row, says where': 'D1' },
  'actions/sample.test.ts': {
    'holds every kind of entry': 'B38',
    'drifts away from the agreed split': 'D31',
  },
  'pages/sample-rows.long.test.ts': { 'come with the sample': 'B38 A1' },
};

const text = (file: string): string => readFileSync(join('test', file), 'utf8');
const rowsIn = (rows: string): string[] => rows.split(' ');

describe('the rows of the guides', () => {
  it('have a test each that shows them working; documents are read in a test of their own', () => {
    const shown = Object.values(SHOWN).flatMap((tests) => Object.values(tests).flatMap(rowsIn));
    const read = DOCUMENTS.flatMap(({ frameworks }) => frameworks);
    expect(Object.keys(FRAMEWORKS).filter((id) => !shown.includes(id) && !read.includes(id))).toEqual([]);
    expect(shown.filter((id) => !(id in FRAMEWORKS))).toEqual([]);
  });

  it.each(Object.entries(SHOWN))('are shown in %s by tests that are there', (file, tests) => {
    const code = text(file);
    const titles = [...code.matchAll(/\bit(?:\.each\((?:[^()]|\([^()]*\))*\))?\(\s*['`]([^'`]*)/g)].map(
      ([, title]) => title!,
    );
    expect(Object.keys(tests).filter((title) => !titles.some((one) => one.startsWith(title)))).toEqual([]);
  });
});
