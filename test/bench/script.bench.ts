import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { functionsScript } from '../../src/build/server-script';
import { addRegister, ProjectCopy } from '../support/project-copy';
import { atMost, ratio, type Row } from './measure';

const KILOBYTE = 1024;
const RUNS = 61;

/** The size of the sidebar's page, and what the rest of the add-on adds to a formula that starts cold. */
export async function scriptBench(project: string): Promise<Row[]> {
  const page = readFileSync(join(project, 'sidebar.html'), 'utf8');
  const all = readFileSync(join(project, 'Code.js'), 'utf8');
  const functions = await functionsScript();
  const broader = scriptWithMore(20);
  return [
    atMost('sidebar page', Buffer.byteLength(page) / KILOBYTE, 60, 'KB', 1),
    atMost('cold REVSHARE: the script ÷ its functions alone', ratio(RUNS, cold(all), cold(functions)), 2, '×'),
    atMost('cold REVSHARE: 20 registers more ÷ as it is', ratio(RUNS, cold(broader), cold(all)), 1.1, '×'),
  ];
}

/** The script of an add-on that has so many registers more. */
function scriptWithMore(count: number): string {
  const copy = new ProjectCopy();
  try {
    for (let at = 0; at < count; at++) addRegister(copy, `promise${String.fromCharCode(97 + at)}`);
    copy.build();
    return readFileSync(join(copy.built, 'Code.js'), 'utf8');
  } finally {
    copy.dispose();
  }
}

let compiled = 0;

/** As Apps Script does: compiled, run and called in a scope that did not exist before. */
function cold(code: string): () => unknown {
  // A comment that differs each time keeps the engine from reusing what it compiled before. The texts are made
  // beforehand, and whole: putting them together is not what a formula waits for.
  const texts = Array.from({ length: RUNS + 1 }, () => Buffer.from(`/* ${compiled++} */\n${code}`).toString());
  return () => {
    const scope = createContext({});
    new Script(texts.pop()!).runInContext(scope);
    return new Script('REVSHARE(100, [[70], [30]])').runInContext(scope) as unknown;
  };
}
