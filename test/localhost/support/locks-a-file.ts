import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { lockFile } from '../../../src/localhost/file/file-lock';

/**
 * One of many processes that want the same file at the same time: waits until `start`, tries once, and says `held`, or
 * `refused`. Whoever has the lock keeps it until its input ends.
 */
const [path, start] = process.argv.slice(2) as [string, string];
writeSync(1, 'ready\n');
await wait(Math.max(0, Number(start) - Date.now()));
// As close together as can be: no timer is exact.
while (Date.now() < Number(start) + 5);
try {
  lockFile(path);
  writeSync(1, 'held\n');
} catch (error) {
  writeSync(1, `refused: ${(error as Error).message}\n`);
}
await new Promise((resolve) => process.stdin.resume().on('end', resolve));
process.exit(0);
