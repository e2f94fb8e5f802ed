import { cleaned } from '../schema/names';
import { setting } from '../registers/formulas';
import { decimals } from '../registers/formulas-of-deal';
import { holdsIn } from '../schema/agreement';
import { array, bars, firstRows, headings, to, type Places, type Section } from './places';

const of = (key: string): string => to(`statementTable.${key}`);

/** An amount in words, with as many decimals as its currency has: `4,100.00 EUR`, `4,100 JPY`. */
export const inMoney = (amount: string): string =>
  `FIXED(${amount},${decimals})&IF(${setting('currency')}="",""," "&${setting('currency')})`;

/** What each of the sides earned in the months of the effort; `names` are cleaned. */
export const earnedBy = (names: string, { effortFrom }: Places): string =>
  `LET(of,${cleaned(of('party'))},amounts,IF(ISNUMBER(${of('earned')})*ISNUMBER(${of('month')})*ISNUMBER(${effortFrom})*(${of('month')}>=${effortFrom}),${of('earned')},0),` +
  `MAP(${names},LAMBDA(side,IF(side="",,SUM((of=side)*amounts)))))`;

/** Terms that make a side's part something else than its share: with one of them nobody can say beforehand what it is. */
const OTHER_PARTS = ['tier', 'monthly fee', 'item fee', 'monthly cap', 'total cap', 'guarantee', 'cost-plus'];

/**
 * The part of what comes in that each side has by the terms of today; the payer has the rest. Nothing where they hold
 * anything else than one share for all items: then only what was earned tells.
 * @param names cleaned
 */
export const sharesByTerms = (names: string): string =>
  `LET(kinds,LOWER(${cleaned(to('terms.term'))}),holds,(${to('terms.holds')}="today")*(${holdsIn(to('terms.agreement'))}),` +
  `sides,${cleaned(to('terms.party'))},payer,IFNA(INDEX(FILTER(sides,kinds="payer"),1),""),own,(kinds="share")*holds,` +
  `others,SUM(own*(${to('terms.item')}<>""))+SUM(holds*ISNUMBER(XMATCH(kinds,VSTACK(${OTHER_PARTS.map((one) => `"${one}"`).join(',')})))),` +
  `MAP(${names},LAMBDA(side,IF((side="")+(payer="")+(SUM(own)=0)+(others>0)>0,,` +
  `IF(side=payer,1-SUM(IF(own*ISNUMBER(${to('terms.value')}),${to('terms.value')},0)),IFNA(INDEX(FILTER(${to('terms.value')},own*(sides=side)),1),))))))`;

/** What the statement’s latest month says of each side; `names` are cleaned. */
const latest = (key: string, names: string): string =>
  `LET(of,${cleaned(of('party'))},rows,IF(${of('month')}=MAX(${of('month')}),of,""),` +
  `MAP(${names},LAMBDA(side,IF(side="",,XLOOKUP(side,rows,${of(key)},"")))))`;

/** What every side earned and is owed, beside what was agreed and what its effort would make of it. */
export function money(places: Places): Section {
  const { party, effort, paidTo, earned, owed, earnedInAll, rows } = places;
  const { paid: top, paidList: first } = rows;
  const last = first + 1;
  const names = cleaned(paidTo);
  // Of a month in which money only went back nothing can be paid.
  const budget = `MAX(0,SUM(IF(${of('month')}=MAX(IF(ISNUMBER(${of('pool')})*(${of('pool')}>0),${of('month')},0)),${of('earned')},0)))`;
  return {
    cells: {
      [`A${top}`]: 'Money: earned, owed and the next payment',
      ...headings(top + 1, 'A', [
        'side',
        'earned',
        'agreed split',
        'earned by its effort',
        'more or less',
        'owed to it',
        'since',
      ]),
      [`H${top + 1}`]: array(
        `LET(budget,${budget},"to even out"&IF(budget=0,"",", of the next "&FIXED(budget,${decimals})))`,
      ),
      [`A${first}`]: array(
        firstRows(`FILTER(${to('parties.party')},${to('parties.party')}<>"")`, paidTo, 1, 'No sides yet'),
      ),
      [`B${first}`]: array(earnedBy(names, places)),
      [`C${first}`]: array(
        `MAP(${paidTo},LAMBDA(side,IF(side="",,XLOOKUP(side,${to('parties.party')},${to('parties.agreedSplit')},))))`,
      ),
      [`D${first}`]: array(
        `MAP(${paidTo},LAMBDA(side,IF(side="",,LET(share,XLOOKUP(side,${party},${effort},""),IF(ISNUMBER(share),share*${earnedInAll},)))))`,
      ),
      [`E${first}`]: array(`IF(ISNUMBER(D${first}:D${last}),${earned}-D${first}:D${last},)`),
      [`F${first}`]: array(latest('payable', names)),
      [`G${first}`]: array(
        `MAP(${names},${owed},LAMBDA(side,due,IF(side="",,IF(due="",,IF(due<=0,"settled",${since()})))))`,
      ),
      [`H${first}`]: array(
        // Asked only where there is an effort to go by: a call that fails stands in the list of executions, right or not.
        `LET(budget,${budget},IF((SUM(${effort})>0)*(budget>0),LET(next,REVSHARE_TRUEUP(budget,${effort},${earned}),IF(IFERROR(ERROR.TYPE(INDEX(next,1,1)),5)=5,next,)),))`,
      ),
    },
    kept: { [`H${first}`]: `H${first}:H${last}` },
    notes: {
      [`B${top + 1}`]:
        'Earned of the statement (shares, fees, bonuses and the like) in the months since the effort began.',
      [`C${top + 1}`]: 'The split that stands in Settings, to compare with.',
      [`D${top + 1}`]: 'Everything earned × the side’s share of the effort.',
      [`E${top + 1}`]: 'Earned − earned by its effort.',
      [`F${top + 1}`]: 'Payable in the latest month of the statement.',
      [`G${top + 1}`]: 'The first due date that payments have not covered yet; else the next one.',
      [`H${top + 1}`]:
        'What REVSHARE_TRUEUP would pay to each side out of as much as was earned in the latest month in which anything came in, so that all that was earned moves towards the shares of the effort.',
    },
    areas: [
      ...bars(top),
      { at: `B${first}:B${last}`, format: 'currency' },
      { at: `C${first}:C${last}`, format: '0.0%' },
      { at: `D${first}:F${last}`, format: 'currency' },
      { at: `A${first}:A${last}`, style: 'text' },
      { at: `G${first}:G${last}`, style: 'text' },
      { at: `H${first}:H${last}`, format: 'currency' },
    ],
    heights: { [top + 1]: 66, [first]: 34, [last]: 34 },
  };
}

/** Since when, or until when, `due` is to be paid to `side`, in words. */
function since(): string {
  const theirs = (key: string): string => `FILTER(${of(key)},mine)`;
  return (
    `LET(mine,(${cleaned(of('party'))}=side)*ISNUMBER(${of('month')})*ISNUMBER(${of('due')}),` +
    `IFNA(LET(months,${theirs('month')},days,${theirs('due')},sums,${theirs('payable')},paid,${theirs('paid')},` +
    `rest,MAP(months,sums,LAMBDA(m,sum,sum-SUM((months>m)*IF(ISNUMBER(paid),paid,0)))),` +
    `late,MIN(IF((rest>0)*(days<${setting('asOf')}),days,99999)),` +
    `IF(late<99999,"overdue since "&TEXT(late,"yyyy-mm-dd"),"due "&TEXT(MAX(days),"yyyy-mm-dd"))),"no date"))`
  );
}

/** Lines of the list about money: who has waited too long. */
export const overdue = ({ paidTo, owed, owedSince }: Places): [holds: string, what: string, column: string] => [
  `LEFT(${owedSince},7)="overdue"`,
  `${paidTo}&" is owed "&${inMoney(owed)}&", "&${owedSince}`,
  paidTo,
];
