import { existsSync } from 'node:fs';
import { failPlainly, parseStartFlags, startLocalHost } from '../localhost/main';
import { buildProject } from './build';
import { loadSample } from './load-sample';

/** Beside `dist`, which is for Google. */
const PROJECT = '.cache/project';

/** `npm start`: compiles the add-on and opens it in a spreadsheet on this machine; a new workbook begins with the sample. */
const flags = parseStartFlags(process.argv.slice(2), {
  file: 'partnership.ledger',
  title: 'Partner Ledger',
  switches: { empty: 'a new workbook begins empty, without the sample partnership' },
});
if (flags) {
  const { empty, project, ...options } = flags;
  const begins = !project && !empty && !existsSync(options.file);
  await startLocalHost({
    ...options,
    project: project ?? PROJECT,
    ...(!project && { compile: { says: 'Compiling Partner Ledger …', work: () => buildProject(PROJECT) } }),
    ...(begins && { prepare: { says: 'Setting up the sample partnership …', work: loadSample } }),
  }).catch(failPlainly);
}
