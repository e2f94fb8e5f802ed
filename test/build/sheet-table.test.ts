import { readFileSync } from 'node:fs';
import { withSheetTable } from '../../src/build/sheet-table';

it('the README tells the tabs that there are; `npm run build` writes them', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(withSheetTable(readme)).toBe(readme);
});
