import { copyFileSync } from 'node:fs';
import type { Refused } from '../../src/actions/answering';
import type { Changed, Gallery } from '../../src/actions/gallery/gallery';
import type { Completed, Opened } from '../../src/actions/forms/forms';
import type { Outcome } from '../../src/actions/asking/outcome';
import { openHost } from '../../src/localhost/host';
import type { CallCounts, HostOptions, ControlledHost } from '../../src/localhost/contract/host';
import type { Register } from '../../src/schema/register';
import { enteredKeys } from '../../src/schema/table';
import { PROJECT } from './project';
import { standingWorkbook } from './standing-workbook';

export const OWNER = 'owner@example.com';
export const PARTNER = 'partner@example.com';

/** A workbook with the compiled add-on in it, on the real spreadsheet engine, as tests use it. */
export class Partnership {
  private constructor(readonly host: ControlledHost) {}

  static async open(file: string | null = null, options: Partial<HostOptions> = {}): Promise<Partnership> {
    return new Partnership(await openHost({ project: PROJECT, file, title: 'Partner Ledger', ...options }));
  }

  /**
   * A workbook that is set up for two sides: one that stands already, unless it is to be made here. Terms hold as they are
   * written, unless `agree` says that both sides have to agree to them.
   */
  static async started(
    values: Record<string, string> = {},
    file: string | null = null,
    options: Partial<HostOptions> = {},
  ): Promise<Partnership> {
    if (file !== null || Object.keys(options).length > 0) return Partnership.setUp(values, file, options);
    return Partnership.copyOf(await startedFile(values));
  }

  /** The same with pages of the gallery in it: these, or else all that there are. */
  static async withPages(
    pages: readonly string[] | 'all',
    values: Record<string, string> = {},
    options: Partial<HostOptions> = {},
  ): Promise<Partnership> {
    const file = await standingFile(['with pages', pages, values], async (made) =>
      (await startedIn(made, values)).add(pages === 'all' ? undefined : pages),
    );
    return Partnership.copyOf(file, options);
  }

  /** The same without the Scorecard, for who does not look at it: calculating it takes longer than everything else. */
  static async withoutScorecard(values: Record<string, string> = {}): Promise<Partnership> {
    const file = await standingFile(['without Scorecard', values], async (made) => {
      const partnership = await startedIn(made, values);
      partnership.script(`book.deleteSheet(book.getSheetByName('Scorecard'));`);
      return partnership;
    });
    return Partnership.copyOf(file);
  }

  /** A workbook with the sample in it, in a file that is made where one is named. */
  static async withSample(file: string | null = null): Promise<Partnership> {
    const standing = await standingFile('the sample', async (made) => {
      const partnership = await Partnership.open(made);
      const outcome = partnership.submit('set-up', { sample: 'yes' });
      if (outcome.kind !== 'written') throw new Error(`Set-up failed: ${JSON.stringify(outcome)}`);
      return withoutFailure(partnership);
    });
    if (file === null) return Partnership.copyOf(standing);
    copyFileSync(standing, file);
    return Partnership.open(file);
  }

  /** A workbook in memory that begins as a file says. */
  private static copyOf(copyOf: string, options: Partial<HostOptions> = {}): Promise<Partnership> {
    return Partnership.open(null, { ...options, copyOf });
  }

  /** A workbook that is set up here. */
  static async setUp(
    { agree = 'no', ...values }: Record<string, string>,
    file: string | null,
    options: Partial<HostOptions> = {},
  ): Promise<Partnership> {
    const partnership = await Partnership.open(file, options);
    const outcome = partnership.submit('set-up', {
      first: 'Studio',
      second: 'Brand',
      firstSplit: '60%',
      currency: 'EUR',
      start: '2026-01-01',
      ...values,
    });
    if (outcome.kind !== 'written') throw new Error(`Set-up failed: ${JSON.stringify(outcome)}`);
    if (values.money === 'yes') partnership.set('Terms need agreement', agree);
    return partnership;
  }

  /** Adds pages of the gallery: these, or else all that are not there. */
  add(ids?: readonly string[]): this {
    const { chapters } = this.call('openGallery', []) as Gallery;
    const lacking = chapters.flatMap(({ cards }) => cards.flatMap(({ id, tabId }) => (tabId === null ? [id] : [])));
    for (const id of ids ?? lacking) {
      const changed = this.call('addPage', [id]) as Changed | Refused;
      if (changed.kind !== 'changed') throw new Error(changed.message);
    }
    return this;
  }

  /** Calls a function of the add-on as the sidebar does. */
  call(name: string, args: unknown[], user = OWNER): unknown {
    const reply = this.host.run(name, args, user);
    if ('error' in reply) throw new Error(reply.error.message);
    return reply.value;
  }

  /** Opens a form as the sidebar does: at once, and a moment later whole. */
  open(formId: string, user = OWNER): Opened {
    const shown = this.openAtOnce(formId, user);
    if (shown.kind !== 'form') return shown;
    const whole = this.call('completeForm', [shown.form.id], user) as Completed;
    return whole.kind === 'form' ? { ...shown, ...whole } : whole;
  }

  openAtOnce(formId: string, user = OWNER): Opened {
    return this.call('openForm', [formId], user) as Opened;
  }

  submit(formId: string, values: Record<string, string>, user = OWNER, key = nextKey()): Outcome {
    return this.call('submitForm', [formId, { key, locale: 'en_US', values }], user) as Outcome;
  }

  log(values: Record<string, string>, user = OWNER, key = nextKey()): Outcome {
    return this.submit(
      'log',
      { date: '2026-03-31', party: 'Studio', kind: 'hours', quantity: '2', ...values },
      user,
      key,
    );
  }

  /** Types a value beside a setting. */
  set(setting: string, value: string): void {
    this.script(`const settings = book.getSheetByName('Settings');
      const row = settings.getRange('A:A').getValues().findIndex(([name]) => name === ${JSON.stringify(setting)}) + 1;
      settings.getRange(row, 2).setValue(${JSON.stringify(value)});`);
  }

  /** Types values into a row, below the headings they are named by. */
  type(tab: string, row: number, values: Record<string, unknown>): void {
    this.script(`const sheet = book.getSheetByName(${JSON.stringify(tab)});
      const headings = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0];
      for (const [heading, value] of Object.entries(${JSON.stringify(values)}))
        sheet.getRange(${row}, headings.indexOf(heading) + 1).setValue(value);`);
  }

  /** Does what `code` says, and takes out what was entered in these tabs. */
  clear(registers: readonly Register[], code = ''): void {
    const entered = registers.map((register) => [register.name, enteredKeys(register).length]);
    this.script(`${code}
      for (const [name, columns] of ${JSON.stringify(entered)}) {
        const sheet = book.getSheetByName(name);
        sheet.getRange(2, 1, sheet.getMaxRows() - 1, columns).clearContent();
      }`);
  }

  /** What the last call asked of Google's services. */
  get calls(): CallCounts {
    return this.host.executions[this.host.executions.length - 1]!.calls;
  }

  /** Runs Apps Script code as a person's script would, with `book` as the spreadsheet. */
  script(code: string, user = OWNER): unknown {
    return this.host.evaluate(`const book = SpreadsheetApp.getActiveSpreadsheet(); ${code}`, user);
  }

  /** The cells of a tab, dates as ISO days. */
  cells(tab: string): unknown[][] {
    return this.script(
      `return book.getSheetByName(${JSON.stringify(tab)}).getDataRange().getValues().map((row) => row.map((cell) =>
         cell instanceof Date ? Utilities.formatDate(cell, book.getSpreadsheetTimeZone(), 'yyyy-MM-dd') : cell));`,
    ) as unknown[][];
  }

  /** The rows of a table by the headings of its tab; blank rows left out. */
  rows(tab: string): Record<string, unknown>[] {
    const [headings = [], ...rows] = this.cells(tab);
    return rows
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) => Object.fromEntries(headings.map((heading, at) => [String(heading), row[at]])));
  }

  /** One formula's answer, typed into a free cell. */
  formula(formula: string): unknown {
    return this.script(
      `const sheet = book.getSheetByName('Scratch') || book.insertSheet('Scratch');
       sheet.clear(); sheet.getRange('A1').setFormula(${JSON.stringify(formula)});
       SpreadsheetApp.flush(); return sheet.getDataRange().getValues();`,
    );
  }
}

/** The file of a workbook that is made once for all tests of a run. */
const standingFile = (how: unknown, make: (file: string) => Promise<Partnership>): Promise<string> =>
  standingWorkbook(how, async (made) => {
    const { host } = await make(made);
    // Written anew with what its formulas answer, so that its copies need not calculate.
    host.tidy();
    host.close();
  });

const startedFile = (values: Record<string, string>): Promise<string> =>
  standingFile(['started', values], async (made) => withoutFailure(await Partnership.setUp(values, made)));

/** @throws Error where a formula has failed on the way */
function withoutFailure(partnership: Partnership): Partnership {
  const failed = partnership.host.executions.filter(({ status }) => status !== 'Completed');
  if (failed.length > 0) throw new Error(`A formula failed meanwhile: ${JSON.stringify(failed)}`);
  return partnership;
}

/** A workbook in a file that begins as one that is set up. */
async function startedIn(file: string, values: Record<string, string>): Promise<Partnership> {
  copyFileSync(await startedFile(values), file);
  return Partnership.open(file);
}

let keys = 0;

/** Keys as the sidebar makes them, but in order. */
export const nextKey = (): string => String(++keys).padStart(8, '0');

/** Answers to entries by their IDs as the form sends them, with a note to each. */
export const answers = (given: Record<string, string>, note = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([id, answer]) => [
      [`answer contributions ${id}`, answer],
      [`note contributions ${id}`, note],
    ]),
  );
