import { failPlainly, parseStartFlags, startLocalHost } from '../localhost/main';
import { buildProject } from './build';

/** `npm start`: compiles the add-on and opens it in a spreadsheet on this machine. */
const flags = parseStartFlags(process.argv.slice(2), { file: 'partnership.ledger', title: 'Partner Ledger' });
if (flags) {
  if (!flags.project) await buildProject();
  await startLocalHost({ ...flags, project: flags.project ?? 'dist' }).catch(failPlainly);
}
