import { buildProject } from '../../src/build/build';
import { prepareEngine } from '../../src/localhost/engine/realm/engine-realm';
import { PROJECT } from './project';
import { forgetStandingWorkbooks } from './standing-workbook';

/** Compiles the add-on, and the engine that runs it, once for all tests. */
export default async function buildOnce(): Promise<void> {
  await buildProject(PROJECT);
  await prepareEngine();
  forgetStandingWorkbooks();
}
