import { checklists } from '../registers/checklists';
import { LIFECYCLE_NAME } from '../registers/lifecycle-name';
import { isYes } from '../schema/conditions';
import { setting } from '../registers/formulas';
import { array, bars, firstRows, headings, to, type Places, type Section } from './places';

const [stages, signs, answers, since] = ['stages', 'signs', 'answers', 'since'];

const isThere = to('checklists.?');
const inList = (key: string): string => `IF(mine,${to(`checklists.${key}?`)},"")`;
/** A formula over the questions of the lifecycle: blank everywhere in a sheet without Checklists. */
const ofSigns = (body: string): string =>
  `LET(mine,LOWER(TRIM(${to('checklists.list?')}))="${LIFECYCLE_NAME.toLowerCase()}",` +
  `${stages},${inList('stage')},${signs},${inList('question')},${answers},${inList('answer')},${since},${inList('since')},${body})`;

/** How far the partnership has come: every stage with its signs, and what is missing. */
export function lifecycle({
  stageReached,
  daysInStage,
  stage,
  standing,
  rows: { stages: top, stageList: first },
}: Places): Section {
  const [, lastRow] = stage.split(':A');
  return {
    cells: {
      [`A${top}`]: 'Lifecycle stage',
      [stageReached]: reachedStage(),
      [daysInStage]: array(
        ofSigns(
          `IFNA(LET(began,MAX(FILTER(${since},${stages}=${stageReached},ISNUMBER(${since}))),asOf,${setting('asOf')},IF(began>asOf,"",asOf-began)),"")`,
        ),
      ),
      ...headings(top + 1, 'A', ['stage', 'signs', 'standing', 'what is missing']),
      [`A${first}`]: array(
        `IF(${isThere},${ofSigns(firstRows(`UNIQUE(FILTER(${stages},${stages}<>""))`, stage, 1, 'No stages'))},"")`,
      ),
      [`B${first}`]: array(
        ofSigns(
          `MAP(${stage},LAMBDA(name,LET(all,SUM((${stages}=name)*(${signs}<>"")),IF((name="")+(all=0),,` +
            `SUM((${stages}=name)*${isYes(answers)})&" of "&all))))`,
        ),
      ),
      [`C${first}`]: array(
        ofSigns(
          `LET(last,${reached()},reached,IF(last="",0,XMATCH(last,${stage})),place,ROW(${stage})-MIN(ROW(${stage}))+1,` +
            `IF(B${first}:B${lastRow}="",,IF(place<=reached,"reached",IF(place=reached+1,"next","later"))))`,
        ),
      ),
      [`D${first}`]: array(
        `IF(${isThere},${ofSigns(`MAP(${stage},${standing},LAMBDA(name,is,IF((is="")+(is="reached"),,${missing('name')})))`)},` +
          `"Add the page ${checklists.name}: its list ${LIFECYCLE_NAME} says how far you are")`,
      ),
    },
    kept: { [`C${first}`]: standing },
    notes: {
      [`A${top}`]:
        'The last stage whose signs, and those of all stages before it, are answered with yes. They are the list Lifecycle in Checklists; change them to fit your partnership.',
      [daysInStage]: 'Counted from the latest day in the column Holds since of this stage’s questions, in Checklists.',
      [`C${top + 1}`]: 'Reached: all signs of this stage and of those before it are answered with yes.',
    },
    areas: [
      ...bars(top),
      { at: daysInStage, format: '"days in it: "0' },
      { at: `D${first}:H${lastRow}`, style: 'text' },
    ],
    merged: [`D${first}:H${lastRow}`],
    heights: { [top + 1]: 24, [first]: 34, [Number(lastRow)]: 34 },
  };
}

/** The stage in words, also where none is reached, or nothing was answered. */
const reachedStage = (): string =>
  array(
    `IF(${isThere},${ofSigns(
      `IF(SUM(--(${stages}<>""))=0,"no stages",IF(SUM(--(${answers}<>""))=0,"not answered yet",LET(stage,${reached()},IF(stage="","not begun",stage))))`,
    )},"not followed")`,
  );

/** The stage that is reached; empty when not even the first one is. An answer other than yes and no is open. */
function reached(): string {
  const answered = `IF(${isYes(answers)},"yes",IF(${answers}="no","no",""))`;
  const filled = (of: string): string => `IFNA(FILTER(${of},${stages}<>"",${signs}<>""),"")`;
  return `IF(SUM((${stages}<>"")*(${signs}<>""))=0,"",IFNA(PARTNER_STAGE(${filled(answered)},${filled(stages)}),""))`;
}

/** The first sign of a stage that is not answered with yes, and how many more there are. */
function missing(name: string): string {
  return (
    `IFNA(LET(lacking,FILTER(${signs}&IF(${answers}="no"," (no)"," (open)"),${stages}=${name},${signs}<>"",NOT(${isYes(answers)})),` +
    `INDEX(lacking,1)&IF(ROWS(lacking)>1,", and "&(ROWS(lacking)-1)&" more","")),"")`
  );
}
