import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { dataFile } from './project';

interface TogglRow {
  User: string;
  Project: string;
  Description: string;
  'Start date': string;
  Duration: string;
}

/** An entry of the time tracker in the log's columns: Date, Party, Kind, Quantity, Unit value, Item, Note. */
export type LogRow = [date: string, party: string, kind: string, hours: number, rate: number, string, string];

/** The first entries of the real export, every other one by the second party. */
export function togglRows(count: number, parties: readonly [string, string], rate = 40): LogRow[] {
  const { data } = Papa.parse<TogglRow>(readFileSync(dataFile('toggl-detailed.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.slice(0, count).map((row, index) => {
    const [hours = 0, minutes = 0, seconds = 0] = row.Duration.split(':').map(Number);
    const quantity = Math.round(((hours * 60 + minutes) * 60 + seconds) / 36) / 100;
    return [row['Start date'], parties[index % 2]!, 'hours', quantity, rate, row.Project, row.Description];
  });
}

/** What each party's rows are worth, in cents, recomputed from the rows. */
export function centsByParty(rows: readonly LogRow[]): Map<string, number> {
  const cents = new Map<string, number>();
  for (const [, party, , hours, rate] of rows) {
    cents.set(party, (cents.get(party) ?? 0) + Math.round(Math.round(hours * 100) * rate));
  }
  return cents;
}
