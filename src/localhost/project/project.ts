import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import vm from 'node:vm';
import type { FunctionHelp } from '../contract/protocol';
import { functionHelpIn } from './function-help';

/** A compiled Apps Script project: its scripts share one global scope. */
export interface Project {
  scripts: vm.Script[];
  /** The texts of the scripts, for a thread that has to compile them itself. */
  sources: { name: string; text: string }[];
  /** File names of the scripts, as they stand in stack traces. */
  scriptNames: string[];
  /** HTML files by their path without the suffix, as `HtmlService` names them. */
  html: Map<string, string>;
  /** Names of functions: those at the top level, and perhaps some within others. */
  functionNames: string[];
  /** What autocomplete offers. */
  functionHelp: FunctionHelp[];
  /** Another one for other scripts. */
  fingerprint: string;
  /** From the manifest. */
  timeZone: string;
  /** The manifest's; undefined where it lists none. */
  oauthScopes?: string[];
}

/**
 * Cells may call a function whether or not its comment has the tag that autocomplete goes by. Found by their text, so that
 * some of them may stand within others, in a comment or in a text: an execution knows which are global.
 */
const NAME = '[\\p{L}$_][\\p{L}\\p{N}$_]*';
const DECLARED = new RegExp(`\\bfunction\\s*\\*?\\s*(${NAME})\\s*\\(`, 'gu');
const ASSIGNED = new RegExp(
  `\\b(?:const|let|var)\\s+(${NAME})\\s*=\\s*(?:async\\s*)?(?:function\\b|\\([^()]*\\)\\s*=>|${NAME}\\s*=>)`,
  'gu',
);

function functionsIn(text: string): string[] {
  return [...text.matchAll(DECLARED), ...text.matchAll(ASSIGNED)].map(([, name = '']) => name);
}

/** @throws Error with a sentence for a person when the folder is no project. */
export function readProject(folder: string): Project {
  const files = filesOf(folder);
  const sources = files.filter((file) => ['.js', '.gs'].includes(extname(file)));
  if (sources.length === 0) throw new Error(`There is no script in ${folder}: build the project first.`);
  const project: Project = {
    scripts: [],
    sources: [],
    scriptNames: [],
    html: new Map(),
    functionNames: [],
    functionHelp: [],
    fingerprint: '',
    timeZone: 'UTC',
  };
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const name = file.split(sep).join('/');
    if (sources.includes(file)) {
      project.scripts.push(new vm.Script(text, { filename: name }));
      project.sources.push({ name, text });
      project.scriptNames.push(name);
      project.functionHelp.push(...functionHelpIn(text));
      for (const name of functionsIn(text)) {
        if (!name.endsWith('_') && !project.functionNames.includes(name)) project.functionNames.push(name);
      }
    } else if (extname(file) === '.html') {
      project.html.set(name.slice(0, -'.html'.length), text);
    } else if (name === 'appsscript.json') {
      project.timeZone = timeZoneOf(text, join(folder, file));
      const { oauthScopes } = JSON.parse(text) as { oauthScopes?: string[] };
      if (oauthScopes) project.oauthScopes = oauthScopes;
    }
  }
  const hash = createHash('sha256');
  for (const { name, text } of project.sources) hash.update(JSON.stringify([name, text]));
  project.fingerprint = hash.digest('hex').slice(0, 16);
  return project;
}

function filesOf(folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    throw new Error(`There is no project in ${folder}: build it first.`);
  }
  return entries.filter((file) => statSync(join(folder, file)).isFile()).sort();
}

function timeZoneOf(manifest: string, path: string): string {
  const timeZone = (JSON.parse(manifest) as { timeZone?: unknown }).timeZone ?? 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone: timeZone as string });
  } catch {
    throw new Error(`${path} names a time zone that does not exist: ${String(timeZone)}.`);
  }
  return timeZone as string;
}
