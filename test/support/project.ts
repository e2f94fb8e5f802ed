import { join } from 'node:path';

/** Tests and benchmarks are started in the checkout's top folder. */
const root = process.cwd();

/** Where the tests' own compilation of the add-on stands: beside `dist`, which may be in use. */
export const PROJECT = join(root, '.cache', 'test-project');

export const dataFile = (name: string): string => join(root, 'test', 'data', name);
