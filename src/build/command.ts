import { buildProject } from './build';
import { writeReference } from './reference';
import { writeSheetTable } from './sheet-table';
import { writeSingleFile } from './single-file';
import { writeMap } from './where';

await buildProject();
await writeSingleFile();
await writeReference();
await writeSheetTable();
await writeMap();
