import { setting } from '../registers/formulas';
import { HOURS } from '../registers/settings';
import { SUMMARY, SUMMARY_NAME } from '../registers/summary-name';
import { cleaned } from '../schema/names';
import { array, to, type Places, type Section } from './places';

/** Days of a quarter, over which hours a month are averaged, and months of an income a year. */
const [QUARTER, YEAR] = [91, 12];

/** How the partnership stands, in one cell that the Portfolio in a sheet of one's own reads by IMPORTRANGE. */
export function summaryFor(places: Places): Section {
  const { portfolio: top } = places.rows;
  return {
    cells: { [`A${top}`]: 'For a portfolio', [`A${top + 1}`]: summary(places) },
    notes: {
      [`A${top + 1}`]:
        'The page Portfolio of another sheet reads this cell: day, stage, health, next review, last contact, then each side with its hours a month and its income a year. Whole numbers, so that every language reads them.',
    },
    areas: [
      { at: `A${top}:H${top}`, style: 'section' },
      { at: `A${top + 1}`, style: 'words' },
    ],
    names: { [SUMMARY_NAME]: `A${top + 1}` },
  };
}

function summary({ money, stageReached, health, nextReview }: Places): string {
  const day = (column: string): string => `MAXIFS(${to(column)},${to(column)},"<="&asOf)`;
  const counted = `ISNUMBER(${to('contributions.counts')})*ISNUMBER(${to('contributions.quantity')})*ISNUMBER(${to('contributions.date')})`;
  const isHour = `(XLOOKUP(${to('contributions.kind')},${to('kinds.kind')},${to('kinds.unit')},"")="${HOURS}")`;
  const lately = `(${to('contributions.date')}<=asOf)*(${to('contributions.date')}>asOf-${QUARTER})`;
  const ofEach = (figure: string): string => `MAP(${cleaned('sides')},LAMBDA(side,${figure}))`;
  const hours = `ROUND(SUM((whose=side)*hours)/3,0)`;
  const month = '{statementTable.month}';
  const ofYear = `ISNUMBER({statementTable.earned})*ISNUMBER(${month})*(${month}<=asOf)*(${month}>EDATE(asOf,-${YEAR}))`;
  const income = `ROUND(SUM((earners=side)*earned),0)`;
  // What falls into the time is chosen once, and not for each side.
  const chosen =
    `isLate,${counted}*${isHour}*${lately}>0,whose,IFNA(FILTER(${cleaned(to('contributions.party'))},isLate),""),hours,IFNA(FILTER(${to('contributions.quantity')},isLate),0),` +
    (money
      ? `inYear,${ofYear}>0,earners,IFNA(FILTER(${cleaned('{statementTable.party}')},inYear),""),earned,IFNA(FILTER({statementTable.earned},inYear),0),`
      : '');
  const parts: Record<keyof typeof SUMMARY, string> = {
    version: '1',
    asOf: 'asOf',
    stage: `IF(${to('checklists.?')},${stageReached},"")`,
    health: `IF(COUNT(${health})=0,"",ROUND(AVERAGE(${health}),0))`,
    nextReview: `IF(ISNUMBER(${nextReview}),${nextReview},"")`,
    lastContact: 'IF(contact=0,"",contact)',
    sides: 'ROWS(sides)',
  };
  const inOrder = (Object.keys(SUMMARY) as (keyof typeof SUMMARY)[]).sort((a, b) => SUMMARY[a] - SUMMARY[b]);
  return array(
    `IFNA(LET(asOf,${setting('asOf')},sides,FILTER(${to('parties.party')},${to('parties.party')}<>""),` +
      chosen +
      `contact,MAX(${['contributions.date', 'reviews.date', 'readings.date'].map(day).join(',')}),` +
      `TEXTJOIN("|",FALSE,${inOrder.map((part) => parts[part]).join(',')},SUBSTITUTE(sides,"|","/"),` +
      `${ofEach(hours)},${money ? ofEach(income) : 'IF(sides="","","")'})),"")`,
  );
}
