import { buildProject } from './build';
import { writeReference } from './reference';
import { writeSheetTable } from './sheet-table';

await buildProject();
await writeReference();
await writeSheetTable();
