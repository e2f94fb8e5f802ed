import { array, to } from '../scorecard/places';

/** Months that the charts show, and sides that fit beside one another. */
const MONTHS = 12;
const SIDES = 6;

const months = 'MAKEARRAY(12,1,LAMBDA(m,one,IF(last=0,0,EDATE(last,m-12))))';

/** What a column of the statement holds for each side in each of the last twelve months, headings first. */
const byMonth = (key: string): string =>
  array(
    `LET(of,${to('statementTable.party')},month,${to('statementTable.month')},amount,${to(`statementTable.${key}`)},` +
      `last,MAX(month),sides,ARRAY_CONSTRAIN(IFNA(UNIQUE(FILTER(of,of<>"")),"no statement yet"),${SIDES},1),` +
      `months,${months},HSTACK(VSTACK("month",IF(last=0,IF(ISNUMBER(months),""),months)),VSTACK(TRANSPOSE(sides),` +
      `MAKEARRAY(${MONTHS},ROWS(sides),LAMBDA(m,p,SUM((of=INDEX(sides,p))*(month=INDEX(months,m))*IF(ISNUMBER(amount),amount,0)))))))`,
  );

/** Figures behind the charts, one block below another; they are visible, so that anybody can check them. */
export function figuresFrom(top: number) {
  const balance = top + MONTHS + 3;
  const block = (at: number): string => `H${at}:N${at + MONTHS}`;
  return {
    cells: {
      [`H${top - 1}`]: 'Earned by side and month',
      [`H${top}`]: byMonth('earned'),
      [`H${balance - 1}`]: 'Balance at the month’s end',
      [`H${balance}`]: byMonth('balance'),
    },
    areas: [top, balance].flatMap((at) => [
      { at: `H${at - 1}:N${at - 1}`, style: 'section' as const },
      { at: `H${at}:N${at}`, style: 'heading' as const },
      { at: `H${at + 1}:H${at + MONTHS}`, format: 'yyyy-mm' },
      { at: `I${at + 1}:N${at + MONTHS}`, format: 'currency' },
    ]),
    earned: block(top),
    balance: block(balance),
  };
}
