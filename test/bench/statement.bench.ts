import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import type { CallFunction } from './compiled';
import { deal } from './deal';
import { atMost, median, ratio, type Row } from './measure';

const MONTHS = 120;
const REFUNDS = 200;
const [FEW, USUAL, MANY] = [1000, 10_000, 50_000];

/** The statement and the lines of a long deal: in a scope that did not exist before, and over few rows and many. */
export function statementBench(project: string, call: CallFunction): Row[] {
  const code = readFileSync(join(project, 'Code.js'), 'utf8');
  const usual = deal({ rows: USUAL, months: MONTHS, refunds: REFUNDS });
  return ['REVSHARE_STATEMENT', 'REVSHARE_LINES'].flatMap((name) => {
    const cold = median(5, () => {
      // A comment that differs each time keeps the engine from reusing what it compiled before.
      const context = createContext({ given: [usual.revenue, usual.terms] });
      new Script(`/* ${Math.random()} */\n${code}\n${name}(...given);`).runInContext(context);
    });
    const many = deal({ rows: MANY, months: MONTHS, refunds: REFUNDS });
    const few = deal({ rows: FEW, months: MONTHS, refunds: REFUNDS });
    const growth = ratio(
      3,
      () => call(name, many.revenue, many.terms),
      () => Array.from({ length: MANY / FEW }, () => call(name, few.revenue, few.terms)),
    );
    return [
      atMost(`${name}, 10,000 rows, 120 months, 200 late refunds, cold`, cold, 600, 'ms', 0),
      atMost(`${name}, a row among 50,000 ÷ among 1,000`, growth, 1.5, '×'),
    ];
  });
}
