import { cleaned } from '../schema/names';
import { NOT_RECORDED } from '../registers/contributions';
import { setting } from '../registers/formulas';
import { array, to, type Places, type Section } from './places';
import { openEntries } from './summary';

/** Who put in how much beside who receives how much, the verdict, and where the effort is going. */
export function balance(places: Places): Section {
  const { most, rows } = places;
  const head = rows.parties - 1;
  const last = rows.open - 1;
  return {
    cells: {
      [`A${head - 1}`]: 'Effort and reward',
      [`D${head - 1}`]: `=IF(COUNTA(${to('parties.party')})>${most.parties},"The first ${most.parties} sides; the others are in Settings.","")`,
      [`A${head}`]:
        `=ARRAY_CONSTRAIN(PARTNER_BALANCE(${to('parties.party')},${to('parties.contributed')},${to('parties.agreedSplit')},` +
        `${setting('tolerance')}),${most.parties + 1},7)`,
      [`H${head}`]: effortLately(places),
      [`A${rows.open}`]: 'Still open',
      [`B${rows.open}`]: `=${openEntries()}`,
      [`C${rows.open}`]: `=SUMIFS(${to('contributions.value')},${to('contributions.state')},"open")+SUMIFS(${to('contributions.value')},${to('contributions.state')},"*${NOT_RECORDED}")+SUMIFS(${to('contributions.value')},${to('contributions.state')},"changed since accepted")`,
      [`D${rows.open}`]: `=IF(B${rows.open}=0,"every entry is answered",IF(${setting('countProposed')}="yes","open entries count until somebody disputes them","open entries count once they are accepted"))`,
    },
    notes: {
      [`A${head}`]:
        'Effort: contributions that count. Reward: the agreed split, until revenue is recorded. Gap: reward − effort. Move: what would have to move to this side for both to be equal.',
      [`H${head}`]:
        'The share of effort in the last three months, and whether it has risen or fallen against the whole time by two points or more.',
      [`B${rows.open}`]: 'Entries that wait for an answer, and those changed since they were accepted.',
    },
    areas: [
      { at: `A${head - 1}:H${head - 1}`, style: 'section' },
      { at: `A${head}:H${head}`, style: 'heading' },
      { at: `B${rows.parties}:D${last}`, format: '0.0%' },
      { at: `E${rows.parties}:E${last}`, format: '0.00' },
      { at: `F${rows.parties}:F${last}`, format: '0.0%' },
      { at: `A${rows.open}`, style: 'label' },
      { at: `B${rows.open}`, format: '0' },
      { at: `C${rows.open}`, format: 'currency' },
      { at: `D${rows.open}`, style: 'words' },
    ],
  };
}

/** Each side’s share of the effort in the last three months, and whether it has risen or fallen. */
function effortLately({ party, effort }: Places): string {
  const counts = to('contributions.counts');
  const day = to('contributions.date');
  return array(
    `VSTACK("effort, last 3 months",LET(asOf,${setting('asOf')},names,${cleaned(to('contributions.party'))},` +
      `lately,IF(ISNUMBER(${counts})*ISNUMBER(${day})*(${day}>EDATE(asOf,-3))*(${day}<=asOf),${counts},0),all,SUM(lately),` +
      `MAP(${cleaned(party)},${effort},LAMBDA(side,share,IF(side="",,IF(all=0,"nothing logged",` +
      `LET(part,SUM((names=side)*lately)/all,points,ROUND(100*part,0)-ROUND(100*share,0),` +
      `TEXT(part,"0%")&IF(points>1,", rising",IF(points<-1,", falling",", steady")))))))))`,
  );
}
