import { array, MOST, PLACES, setting, to, type Section } from './places';
import { openEntries } from './summary';

/** Who put in how much beside who receives how much, the verdict, and where the effort is going. */
export const balance: Section = {
  cells: {
    A8: 'Effort and reward',
    D8: `=IF(COUNTA(${to('parties.party')})>${MOST.parties},"The first ${MOST.parties} sides; the others are in Settings.","")`,
    A9:
      `=ARRAY_CONSTRAIN(PARTNER_BALANCE(${to('parties.party')},${to('parties.contributed')},${to('parties.agreedSplit')},` +
      `${setting('tolerance')}),${MOST.parties + 1},7)`,
    H9: effortLately(),
    A15: 'Still open',
    B15: `=${openEntries()}`,
    C15: `=SUMIFS(${to('contributions.value')},${to('contributions.state')},"open")+SUMIFS(${to('contributions.value')},${to('contributions.state')},"changed since accepted")`,
    D15: `=IF(B15=0,"every entry is answered",IF(${setting('countProposed')}="yes","open entries count until somebody disputes them","open entries count once they are accepted"))`,
  },
  notes: {
    A9: 'Effort: contributions that count. Reward: the agreed split, until revenue is recorded. Gap: reward − effort. Move: what would have to move to this side for both to be equal.',
    H9: 'The share of effort in the last three months, and whether it has risen or fallen against the whole time by two points or more.',
    B15: 'Entries that wait for an answer, and those changed since they were accepted.',
  },
  areas: [
    { at: 'A8:H8', style: 'section' },
    { at: 'A9:H9', style: 'heading' },
    { at: 'B10:D14', format: '0.0%' },
    { at: 'E10:E14', format: '0.00' },
    { at: 'F10:F14', format: '0.0%' },
    { at: 'A15', style: 'label' },
    { at: 'B15', format: '0' },
    { at: 'C15', format: 'currency' },
    { at: 'D15', style: 'words' },
  ],
};

/** Each side’s share of the effort in the last three months, and whether it has risen or fallen. */
function effortLately(): string {
  const since = (party: string): string =>
    `SUMIFS(${to('contributions.counts')},${party}${to('contributions.date')},">"&EDATE(asOf,-3),${to('contributions.date')},"<="&asOf)`;
  return array(
    `VSTACK("effort, last 3 months",LET(asOf,${setting('asOf')},all,${since('')},` +
      `MAP(${PLACES.party},${PLACES.effort},LAMBDA(side,share,IF(side="",,IF(all=0,"nothing logged",` +
      `LET(part,${since(`${to('contributions.party')},side,`)}/all,points,ROUND(100*part,0)-ROUND(100*share,0),` +
      `TEXT(part,"0%")&IF(points>1,", rising",IF(points<-1,", falling",", steady")))))))))`,
  );
}
