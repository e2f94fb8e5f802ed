import { buildProject } from '../../src/build/build';
import { PROJECT } from '../support/project';
import { compiledFunctions } from './compiled';
import { formBench } from './form.bench';
import { functionsBench } from './functions.bench';
import { growthBench } from './growth.bench';
import { importBench } from './import.bench';
import { largeBench } from './large.bench';
import type { Row } from './measure';
import { pageBench } from './page.bench';
import { pagesBench } from './pages.bench';
import { recalculationBench } from './recalculation.bench';
import { scriptBench } from './script.bench';
import { statementBench } from './statement.bench';

/** `npm run bench`: measures against peers and bare loops in the same run, and says which budgets are kept. */
await buildProject(PROJECT);
const call = compiledFunctions(PROJECT);
print('Script and page', await scriptBench(PROJECT));
print('Functions', functionsBench(PROJECT));
print('Functions over many rows', growthBench(call));
print('Statement', statementBench(PROJECT, call));
print('Forms', await formBench());
print('Recalculation', await recalculationBench());
print('All pages', await pagesBench());
print('Page', await pageBench());
print('Local host', await largeBench());
print('Import', await importBench());

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  if (rows.length === 0) console.log('  not measured: no Chrome or Chromium is installed here');
  for (const { what, measured, budget, kept } of rows) {
    console.log(`  ${kept ? '✓' : '✗'} ${what.padEnd(58)} ${measured.padEnd(34)} ${budget}`);
  }
}
