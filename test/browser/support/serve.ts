import { failPlainly, parseStartFlags, startLocalHost } from '../../../src/localhost/main';

/** The local host as a process of its own, so that tests can kill it. */
const flags = parseStartFlags(process.argv.slice(2), { file: 'test.ledger', title: 'Pantry' });
if (flags?.project !== undefined) {
  await startLocalHost({ ...flags, project: flags.project }).catch(failPlainly);
}
