import { buildProject } from './build';

await buildProject();
