import { buildProject } from '../../src/build/build';
import { PROJECT } from '../support/project';
import { compiledFunctions } from './compiled';
import { formBench } from './form.bench';
import { functionsBench } from './functions.bench';
import { growthBench } from './growth.bench';
import type { Row } from './measure';
import { pageBench } from './page.bench';
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
print('Local host', await pageBench());

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const { what, measured, budget, kept } of rows) {
    console.log(`  ${kept ? '✓' : '✗'} ${what.padEnd(58)} ${measured.padEnd(34)} ${budget}`);
  }
}
