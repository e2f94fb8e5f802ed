import { addKpi } from './add-kpi';
import type { EntryForm } from './entry-form';
import { logContribution } from './log-contribution';
import { rate } from './rate';
import { recordKpi } from './record-kpi';

/** The forms that write a row of a log, each the form of one tab. */
export const ENTRY_FORMS: readonly EntryForm[] = [logContribution, addKpi, recordKpi, rate];
