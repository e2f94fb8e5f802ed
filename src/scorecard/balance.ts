import { cleaned } from '../schema/names';
import { NOT_RECORDED } from '../registers/contributions';
import { isYes } from '../schema/conditions';
import { setting } from '../registers/formulas';
import { earnedBy, sharesByTerms } from './money';
import { array, bars, to, type Places, type Section } from './places';
import { openEntries } from './summary';

const parties = to('parties.party');
const contributed = to('parties.contributed');
const agreed = to('parties.agreedSplit');

/** Who put in how much beside who receives how much, the verdict, and where the effort is going. */
export function balance(places: Places): Section {
  const { party, rows, money, earnedInAll } = places;
  const { balance: top, parties: first, open } = rows;
  const last = open - 1;
  const isEarned = `N(${earnedInAll})>0`;
  const isAgreed = `COUNT(${agreed})>0`;
  const expected = `IF(${isAgreed},${agreed},${sharesByTerms(cleaned(parties))})`;
  return {
    cells: {
      [`A${top}`]: 'Effort and reward',
      [`D${top}`]: `=IF(COUNTA(${parties})>ROWS(${party}),"The first "&ROWS(${party})&" sides; the others are in Settings.","")`,
      [`A${top + 1}`]: 'side',
      [`B${top + 1}`]: 'share of effort',
      [`C${top + 1}`]: money
        ? `=IF(${isEarned},"share of what was earned",IF(${isAgreed},"agreed split","share by the terms"))`
        : 'agreed split',
      [`D${top + 1}`]: 'gap',
      [`E${top + 1}`]: 'received for each 1 of effort',
      [`F${top + 1}`]: 'to even out',
      [`G${top + 1}`]: 'verdict',
      [`A${first}`]: array(
        `LET(reward,${money ? `IF(${isEarned},${earnedBy(cleaned(parties), places)},${expected})` : agreed},` +
          `all,PARTNER_BALANCE(${parties},${contributed},reward,${setting('tolerance')}),` +
          `rows,IFNA(FILTER(all,SEQUENCE(ROWS(all))>1),HSTACK("No sides yet","","","","","","")),` +
          `gap,CHOOSECOLS(rows,4),said,CHOOSECOLS(rows,7),whole,${money ? `IF(${isEarned},${earnedInAll},SUM(${contributed}))` : `SUM(${contributed})`},` +
          `even,IF(ISNUMBER(gap),0-gap*whole,),` +
          `verdict,IF(said="no logged effort","nothing yet",IF(said="not all known","not known yet",said)),` +
          `ARRAY_CONSTRAIN(HSTACK(CHOOSECOLS(rows,1,2,3,4,5),even,verdict),ROWS(${party}),7))`,
      ),
      [`H${top + 1}`]: 'effort, last 3 months',
      [`H${first}`]: effortLately(places),
      [`A${open}`]: 'Still open',
      [`B${open}`]: `=${openEntries()}`,
      [`C${open}`]: `=SUMIFS(${to('contributions.value')},${to('contributions.state')},"open")+SUMIFS(${to('contributions.value')},${to('contributions.state')},"*${NOT_RECORDED}")+SUMIFS(${to('contributions.value')},${to('contributions.state')},"changed since accepted")`,
      [`D${open}`]: `=IF(B${open}=0,"every entry is answered",IF(${isYes(setting('countProposed'))},"open entries count until somebody disputes them","open entries count once they are accepted"))`,
    },
    kept: { [`A${first}`]: `A${first}:G${last}` },
    notes: {
      [`B${top + 1}`]: 'The side’s contributions that count ÷ those of all sides.',
      [`C${top + 1}`]: money
        ? 'What the side earned in the months since the effort began ÷ what all earned. Until something is earned: the agreed split of Settings, or without one the shares that hold in Terms today.'
        : 'The split that stands in Settings.',
      [`D${top + 1}`]: 'What it receives − what it put in: below 0% it receives too little.',
      [`E${top + 1}`]: 'Share of the reward ÷ share of the effort: 1.00 is even.',
      [`F${top + 1}`]: money
        ? 'What this side would have to receive more (or less, below 0) for its part of everything earned to be its share of the effort. Until something is earned: of the value of all contributions.'
        : 'What this side would have to receive more (or less, below 0) for both to be equal: −gap × the value of all contributions.',
      [`G${top + 1}`]: 'Balanced: the gap is not larger than the tolerance in Settings.',
      [`H${top + 1}`]:
        'The share of effort in the last three months, and whether it has risen or fallen against the whole time by two points or more.',
      [`B${open}`]: 'Entries that wait for an answer, and those changed since they were accepted.',
    },
    areas: [
      ...bars(top),
      { at: `A${first}:A${last}`, style: 'text' },
      { at: `G${first}:H${last}`, style: 'text' },
      { at: `B${first}:D${last}`, format: '0.0%' },
      { at: `E${first}:E${last}`, format: '0.00' },
      { at: `F${first}:F${last}`, format: 'currency' },
      { at: `A${open}`, style: 'label' },
      { at: `B${open}`, format: '0' },
      { at: `C${open}`, format: 'currency' },
      { at: `D${open}`, style: 'words' },
    ],
    heights: { [top + 1]: 52 },
  };
}

/** Each side’s share of the effort in the last three months, and whether it has risen or fallen. */
function effortLately({ party, effort }: Places): string {
  const counts = to('contributions.counts');
  const day = to('contributions.date');
  return array(
    `LET(asOf,${setting('asOf')},names,${cleaned(to('contributions.party'))},` +
      `lately,IF(ISNUMBER(${counts})*ISNUMBER(${day})*(${day}>EDATE(asOf,-3))*(${day}<=asOf),${counts},0),all,SUM(lately),` +
      `MAP(${cleaned(party)},${effort},LAMBDA(side,share,IF(side="",,IF(all=0,"nothing",` +
      `LET(part,SUM((names=side)*lately)/all,points,ROUND(100*part,0)-ROUND(100*share,0),` +
      `TEXT(part,"0%")&IF(points>1,", rising",IF(points<-1,", falling",", steady"))))))))`,
  );
}
