import { fill, type Chosen } from '../../documents/fill';
import type { Filled } from '../../documents/filled';
import { readTemplates, type Asked, type Template } from '../../documents/template';
import { payments } from '../../registers/payments';
import { revenue } from '../../registers/revenue';
import { settings } from '../../registers/settings';
import { terms } from '../../registers/terms';
import { answering, type Refused } from '../answering';
import { statementNow, type Statement } from '../closing/period-figures';
import { readStandingDeal } from '../terms/standing-deal';
import { readSettings } from '../settings';
import { sideOf } from '../sides';
import { readyTabs, type ReadyTabs } from '../tabs';
import { NotReady, type Workbook } from '../workbook';
import { accountTables, latestMonth, statementChoices } from './account';
import { sheetSource } from './source';

/** The documents that there are. Plain: it crosses to the page. */
export interface OpenedDocuments {
  kind: 'documents';
  documents: Pick<Template, 'id' | 'title' | 'forWhom'>[];
  paper: Paper;
}

export type Paper = 'A4' | 'Letter';

/** One document, filled in, and what may be chosen for it. */
export interface FilledDocument {
  kind: 'document';
  document: Filled;
  choices: { key: Asked; label: string; options: readonly string[]; chosen: string }[];
}

/** Where paper is cut to Letter; everywhere else it is A4. */
const LETTER: readonly string[] = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR', 'PA', 'DO', 'SV', 'NI'];

export const openDocuments = (workbook: Workbook): OpenedDocuments | Refused =>
  answering(() => {
    readyTabs(workbook)(settings);
    const country = workbook.locale.split(/[_-]/)[1] ?? '';
    return {
      kind: 'documents',
      documents: Object.values(templatesOf(workbook)).map(({ id, title, forWhom }) => ({ id, title, forWhom })),
      paper: LETTER.includes(country.toUpperCase()) ? 'Letter' : 'A4',
    };
  });

export const fillDocument = (workbook: Workbook, id: string, chosen: Chosen): FilledDocument | Refused =>
  answering(() => filled(workbook, id, chosen));

/** @throws NotReady where the sheet is not set up, or there is no such document */
export function filled(workbook: Workbook, id: string, asked: Chosen): FilledDocument {
  const template = templatesOf(workbook)[id];
  if (!template)
    throw new NotReady('This document does not exist any more. Close the sidebar and open Documents again.');
  const ready = readyTabs(workbook);
  const cells = ready(settings).read();
  const { currency, asOf } = readSettings(cells);
  const statement = template.asks ? statementIn(ready, asOf ?? workbook.today()) : null;
  const choices = statement
    ? choicesOf(
        statement,
        asked,
        sideOf(workbook, () => cells),
      )
    : [];
  const chosen: Chosen = Object.fromEntries(choices.map(({ key, chosen: one }) => [key, one]));
  const tables: Partial<ReturnType<typeof accountTables>> = statement
    ? accountTables(statement, chosen, currency ?? '')
    : {};
  const source = sheetSource(workbook, ready, (table) =>
    table === 'account' || table === 'accountLines' ? (tables[table] ?? null) : undefined,
  );
  return { kind: 'document', document: fill(template, source, chosen), choices };
}

const templatesOf = (workbook: Workbook): ReturnType<typeof readTemplates> =>
  readTemplates(workbook.projectFile('templates'));

/** As the sheet has it; null: no money is shared in it. */
function statementIn(ready: ReadyTabs, asOf: number): Statement | null {
  if (![revenue, terms, payments].every((register) => ready.has(register))) return null;
  return statementNow(readStandingDeal(ready), asOf);
}

/** The side of whoever is at work is the one that is offered; what was chosen before counts as long as it is possible. */
function choicesOf(statement: Statement, { side, month }: Chosen, own: string | undefined): FilledDocument['choices'] {
  const { sides, months } = statementChoices(statement);
  const chosenSide = [side, own].find((one) => one !== undefined && sides.includes(one)) ?? sides[0]!;
  const chosenMonth = month !== undefined && months.includes(month) ? month : latestMonth(statement, chosenSide);
  return [
    { key: 'side', label: 'Of', options: sides, chosen: chosenSide },
    { key: 'month', label: 'Month', options: months, chosen: chosenMonth },
  ];
}
