import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
  'soffice',
  'libreoffice',
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

const works = (command: string): boolean =>
  (!/[\\/]/.test(command) || existsSync(command)) &&
  spawnSync(command, ['--version'], { timeout: 60_000 }).status === 0;

/**
 * LibreOffice's command: named by SOFFICE, on the search path or where it is usually installed; else installed from Debian's
 * packages, where this is such a machine and we may. Undefined with the reason where there is none.
 */
export function findLibreOffice(): { command: string } | { reason: string } {
  const named = process.env['SOFFICE'];
  const found = () => [...(named ? [named] : []), ...PLACES].find(works);
  const command = found();
  if (command) return { command };
  if (process.getuid?.() === 0 && works('apt-get')) {
    try {
      const packages = ['install', '-y', '--no-install-recommends', 'libreoffice-calc'];
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      execFileSync('apt-get', ['update'], { stdio: 'ignore', env });
      execFileSync('apt-get', packages, { stdio: 'ignore', env });
      const installed = found();
      if (installed) return { command: installed };
    } catch {
      return { reason: 'LibreOffice is not here, and `apt-get install libreoffice-calc` failed.' };
    }
  }
  return { reason: 'LibreOffice is not here. Install it, or name its command by SOFFICE=/path/to/soffice.' };
}
