import { writeSync } from 'node:fs';
import { openHost } from '../../../src/localhost/host';

/**
 * A process to be killed: opens a workbook and writes 1, 2, 3 … below each other into its first column as a page does,
 * from the number that the workbook holds. Each number is printed once the host has acknowledged it.
 */
const [project, file] = process.argv.slice(2) as [string, string];
const host = await openHost({ project, file, title: 'Sample' });
const user = 'owner@example.com';
const held = Number(host.evaluate('return SpreadsheetApp.getActive().getSheets()[0].getLastRow()', user));
let acknowledged = 0;
const page = host.connect({
  user,
  send: (message) => {
    if (message.type === 'taken') acknowledged = message.edit;
  },
});
writeSync(1, `holds ${held}\n`);
for (let edit = 1; ; edit++) {
  const number = held + edit;
  const cellValue = { [number - 1]: { 0: { v: number, t: 2 }, 1: { v: 'x'.repeat(number % 500), t: 1 } } };
  const mutations = [
    { id: 'sheet.mutation.set-range-values', params: { unitId: 'workbook', subUnitId: '0', cellValue } },
  ];
  page.receive({ type: 'edit', edit, base: Number.MAX_SAFE_INTEGER, mutations });
  if (acknowledged !== edit) throw new Error(`Edit ${edit} was not taken.`);
  writeSync(1, `${number}\n`);
}
