import { cleaned } from './names';
import type { Column } from './column';
import { longText, text } from './column';
import type { Columns } from './table';
import type { AttentionRule } from './register';

/**
 * A register whose rows hold once every side has agreed to them. What each side has answered stands in the register
 * Answers, with the row's wording as it was then; the row's own wording, made by a formula, is compared with it.
 */
export interface Agreement {
  /** The columns that make the wording, in their order: a change to any other needs no new agreement. */
  on: readonly string[];
  /** The column that the form shows as the title of a row; the wording itself without one. */
  title?: string;
  /** The column that says since when a row waits. */
  since: string;
  /** A formula: where it is true nothing has to be agreed, every row holds, and nobody is asked. */
  unless?: string;
}

/** Where a row stands; blank where nothing has to be agreed. */
export const AGREEMENT = {
  proposed: 'proposed',
  agreed: 'agreed',
  changed: 'changed since agreed',
  disputed: 'disputed',
} as const;

export type AgreementColumns = {
  wording: Column<string>;
  agreement: Column<string>;
  whoAnswered: Column<string>;
};

/** True for the rows that hold. */
export const holdsIn = (state: string): string => `(${state}="")+(${state}="${AGREEMENT.agreed}")`;

/** The name of a row among the answers: no two registers share one. */
export const answeredName = (registerId: string, name: string): string => `${registerId} ${name}`;

const isoDay = (at: string): string => `YEAR(${at})&"-"&RIGHT("0"&MONTH(${at}),2)&"-"&RIGHT("0"&DAY(${at}),2)`;

/** A cell as it is agreed on: the same text in every locale. */
function worded(key: string, { input }: Column): string {
  if (input === 'day') return `IF(ISNUMBER({${key}}),${isoDay(`{${key}}`)},{${key}}&"")`;
  return input === 'number' || input === 'rating' ? `SUBSTITUTE({${key}}&"",",",".")` : `{${key}}&""`;
}

/** Computed columns of such a register: its wording, where it stands, and who has said what. */
export function agreementColumns(id: string, columns: Columns, name: string, agreement: Agreement): AgreementColumns {
  const { on, unless = 'FALSE' } = agreement;
  const parts = on.map((key) => `IF({${key}}="","","${columns[key]!.header}: "&${worded(key, columns[key]!)}&"; ")`);
  const what = `"${answeredName(id, '')}"&id`;
  const answers =
    `LET(what,{answers.what},said,{answers.answer},words,{answers.wording},sides,SUM(--({parties.party}<>"")),` +
    `known,(what<>"")*ISNUMBER(XMATCH(${cleaned('{answers.side}')},${cleaned('{parties.party}')})),`;
  return {
    wording: longText('Wording', 'What every side agrees on: a later change to one of these cells shows.', {
      formula: parts.join('&'),
      outOfView: true,
    }),
    agreement: text('Agreement', 'proposed until every side has accepted it with Answer entries.', {
      width: 150,
      formula:
        `${answers}IF(${unless},IF({wording}="","",""),MAP({${name}},{wording},LAMBDA(id,now,IF((id="")*(now=""),"",` +
        `LET(own,known*(what=${what}),accepted,own*(said="accepted"),IF(SUM(own*(said="disputed"))>0,"${AGREEMENT.disputed}",` +
        `IF((sides=0)+(SUM(accepted)<sides),"${AGREEMENT.proposed}",` +
        `IF(SUM(accepted*(words=now))<sides,"${AGREEMENT.changed}","${AGREEMENT.agreed}")))))))))`,
    }),
    whoAnswered: longText('Who answered', 'Who has accepted or disputed it, when, and what was said with it.', {
      formula:
        `${answers}day,IF(ISNUMBER({answers.at}),${isoDay('{answers.at}')},""),` +
        `line,{answers.by}&" "&said&" "&day&IF({answers.note}="","",": "&{answers.note}),` +
        `MAP({${name}},LAMBDA(id,IF(id="","",IFNA(TEXTJOIN("; ",TRUE,FILTER(line,known*(what=${what})>0)),"")))))`,
    }),
  };
}

/** When such a row needs attention. */
export const agreementRules = (one: string, { title = 'wording', since }: Agreement): AttentionRule[] =>
  (
    [
      [AGREEMENT.disputed, 72, `"Disputed: "&{${title}}`],
      [AGREEMENT.changed, 68, `"Changed since every side agreed to it: "&{${title}}`],
      [AGREEMENT.proposed, 52, `"This ${one} holds once every side has accepted it with Answer entries: "&{${title}}`],
    ] as const
  ).map(([state, weight, say]) => ({ when: `{agreement}="${state}"`, say, weight, since: `{${since}}` }));

/** What is asked before an agreed row is changed. */
export const agreementQuestion = (one: string): Record<string, string> => ({
  [AGREEMENT.agreed]: `Every side has agreed to this ${one}. Your change does not hold until every side has accepted it anew, and neither does what it said before. Where something else is to hold from a day on, write a new ${one} instead.`,
});
