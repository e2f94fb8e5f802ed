import { buildProject } from './build';
import { writeReference } from './reference';

await buildProject();
await writeReference();
