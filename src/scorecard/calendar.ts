import { REGISTERS } from '../registers';
import { setting } from '../registers/formulas';
import { CALENDAR } from '../registers/pages';
import { isUnknown } from '../schema/kept';
import type { Page } from '../schema/page';
import { tablesOf, type DateRule } from '../schema/register';
import { inMoney } from './money';
import { array } from './places';
import { nextReviewIn } from './summary';

/** Rows that have their formats; a longer list stands there all the same. */
const ROWS = 200;

const NOTHING = 'HSTACK("","","")';

/** The lines of one rule: day, what, and where; none where the sheet has no such table. */
function linesOf(table: string, { on, say, when = '1' }: DateRule): string {
  const optional = (formula: string): string =>
    formula
      .replace(/\{(\w+)\}/g, `{${table}.$1}`)
      .replace(/\{(\w+\.\w+)\}/g, (_, address: string) =>
        address.startsWith('settings.') ? `{${address}}` : `{${address}?}`,
      );
  const day = optional(on);
  return (
    `IFERROR(FILTER(HSTACK(${day},${optional(say)},{${table}.:tab}&", row "&ROW(${day})),` +
    `ISNUMBER(${day})*(${day}>=asOf)*(${optional(when)})),${NOTHING})`
  );
}

/** One day that stands in no row. */
const line = (day: string, what: string, where: string): string =>
  `IFERROR(LET(day,${day},IF(ISNUMBER(day),HSTACK(day,"${what}","${where}"),${NOTHING})),${NOTHING})`;

const start = setting('start');
const pilot = setting('pilotDays');
const notice = setting('noticeGiven');
const noticeDays = setting('noticeDays');
const payable = '{statementTable.payable?}';

const LINES = [
  line('review', 'Review of the partnership', 'Reviews'),
  line(
    `IF(ISNUMBER(${start})*ISNUMBER(${pilot}),${start}+${pilot},"")`,
    'The pilot ends: decide together how to go on',
    'Settings',
  ),
  line(
    `IF(ISNUMBER(${notice})*ISNUMBER(${noticeDays}),${notice}+${noticeDays},"")`,
    'The notice is over: the partnership ends',
    'Settings',
  ),
  linesOf('statementTable', {
    on: '{due}',
    say: `"Payment due: "&{party}&", "&${inMoney(payable)}`,
    // What is payable stands in every month until it is paid: the last one says it.
    when: `ISNUMBER(${payable})*(${payable}>0)*({month}=MAX({month}))`,
  }),
  ...REGISTERS.flatMap((register) => (register.dates ?? []).map((rule) => linesOf(tablesOf(register)[0]!.id, rule))),
];

/** Every day ahead that stands anywhere in the sheet, the next one first. */
export const calendarPage: Page = {
  ...CALENDAR,
  rows: ROWS,
  widths: [95, 420, 190, 90, 110],
  heights: { 1: 38 },
  cells: {
    A1: array(
      `LET(asOf,${setting('asOf')},review,${nextReviewIn()},buffer,IF(ISNUMBER(${setting('bufferDays')}),${setting('bufferDays')},0),` +
        `all,VSTACK(${LINES.join(',')}),days,CHOOSECOLS(all,1),` +
        'lines,IFNA(SORT(FILTER(all,IF(ISNUMBER(days),days>=asOf,FALSE)),1,TRUE),HSTACK("","Nothing lies ahead","")),' +
        'when,CHOOSECOLS(lines,1),shown,VSTACK(HSTACK("When","What","Where","Days ahead","Be ready by"),' +
        'HSTACK(lines,IF(ISNUMBER(when),when-asOf,""),IF(ISNUMBER(when),when-buffer,""))),' +
        // Without the add-on one day would be missing among the others: then the kept ones are shown.
        `IF(${isUnknown('review')},review,shown))`,
    ),
  },
  kept: { A1: 'A1:E' },
  notes: {
    A1: 'One formula over all pages that this sheet has. Change a day where it stands; Days of the pilot, Days of notice and Buffer days stand in Settings.',
  },
  areas: [
    { at: 'A1:E1', style: 'heading' },
    { at: `A2:A${ROWS}`, format: 'yyyy-mm-dd' },
    // Their texts are as long as people have written them.
    { at: `B2:C${ROWS}`, style: 'text' },
    { at: `D2:D${ROWS}`, format: '0' },
    { at: `E2:E${ROWS}`, format: 'yyyy-mm-dd' },
  ],
  charts: [],
  verdicts: { at: [], tones: [] },
};
