import { decimalSeparator } from '../../schema/formula';
import { answering, type Refused } from '../answering';
import type { Workbook } from '../workbook';
import { datesAhead, type DateAhead } from './dates-ahead';

export interface OpenedExport {
  kind: 'export';
  /** Names of all tabs, ours and others. */
  tabs: string[];
  /** Null: the sheet has no page Calendar. */
  dates: DateAhead[] | null;
  /** How the sheet's locale writes 1.5. */
  decimal: '.' | ',';
}

/** What the page needs to offer files: the tabs' names and the dates ahead. */
export const openExport = (workbook: Workbook): OpenedExport | Refused =>
  answering(() => ({
    kind: 'export',
    tabs: workbook.sheetNames(),
    dates: datesAhead(workbook),
    decimal: decimalSeparator(workbook.locale),
  }));
