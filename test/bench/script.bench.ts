import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { transformSync } from 'esbuild';
import { PRINTED } from '../../src/build/server-script';
import { atMost, ratio, type Row } from './measure';

const KILOBYTE = 1024;

/** Sizes of what is pushed, and the cold load of the script beside plain functions of the same size. */
export function scriptBench(project: string): Row[] {
  const code = readFileSync(join(project, 'Code.js'), 'utf8');
  const page = readFileSync(join(project, 'sidebar.html'), 'utf8');
  const plain = plainFunctions(code.length);
  return [
    atMost('server script', Buffer.byteLength(code) / KILOBYTE, 150, 'KB', 1),
    atMost('sidebar page', Buffer.byteLength(page) / KILOBYTE, 60, 'KB', 1),
    atMost(
      'cold load ÷ plain functions of equal size, printed alike',
      ratio(
        41,
        () => load(code),
        () => load(plain),
      ),
      1.5,
      '×',
    ),
  ];
}

/** As Apps Script does: compiled and run in a scope that did not exist before. */
function load(code: string): void {
  // A comment that differs each time keeps the engine from reusing what it compiled before.
  new Script(`/* ${Math.random()} */\n${code}`).runInContext(createContext({}));
}

/** Ordinary functions of the add-on's style, printed like the script, up to a number of characters. */
function plainFunctions(size: number): string {
  let printed = '';
  for (let n = 0; printed.length < size; n++) {
    const text =
      `function plain${n}(rows, limit) {\n  const kept = [];\n  for (const row of rows) {\n` +
      `    if (row.value === ${n} || row.name.length > limit) continue;\n` +
      `    kept.push({ name: row.name, total: row.value * limit + ${n} });\n  }\n` +
      `  return kept.length > 0 ? kept : null;\n}\n`;
    printed += transformSync(text, PRINTED).code;
  }
  return printed;
}
