import { readFileSync } from 'node:fs';
import { dataFile } from '../../support/project';
import type { AddOnPage } from './add-on-page';

/** The real export of a time tracker, as a browser chooses it: 1,358 entries of one person. */
export const TOGGL = {
  name: 'toggl.csv',
  mimeType: 'text/csv',
  buffer: readFileSync(dataFile('toggl-detailed.csv')),
};

/** A newcomer's sheet for two sides. */
export const setUpForImport = (sheet: AddOnPage, more: Record<string, string> = {}): Promise<void> =>
  sheet.setUp({ firstSplit: '60%', currency: 'EUR', ...more });

/** Chooses a file in the import that is open: the time tracker's, unless another is given. */
export const chooseFile = (sheet: AddOnPage, file: typeof TOGGL = TOGGL): Promise<void> =>
  sheet.sidebar.getByLabel('File').setInputFiles(file);

/** A text as a file of that name. */
export const fileNamed = (name: string, text: string | Buffer): typeof TOGGL => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** Says on which side the person of the export is, and waits for what would be written. */
export async function sayWhoseHours(sheet: AddOnPage): Promise<void> {
  await sheet.sidebar.getByText('Recognised by its headings.').waitFor();
  await sheet.sidebar.getByLabel('Which side is Producer?').selectOption('Studio');
  await sheet.sidebar.getByText('1,358 new rows').waitFor();
}
