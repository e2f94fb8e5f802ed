import { buildProject } from '../../src/build/build';
import { PROJECT } from './project';
import { forgetStandingWorkbooks } from './standing-workbook';

/** Compiles the add-on once for all tests that run it. */
export default async function buildOnce(): Promise<void> {
  await buildProject(PROJECT);
  forgetStandingWorkbooks();
}
