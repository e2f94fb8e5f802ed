import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Any installed Chrome or Chromium: the one CHROME_PATH names, else what is found where they are usually installed. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named) return named;
  return [...installations(), '/usr/bin/chromium'].find((path) => existsSync(path));
}

/** chrome-launcher is an ES module, which Jest's CommonJS cannot load: Node itself runs it. It fails where there is none. */
function installations(): string[] {
  const script =
    "import { Launcher } from 'chrome-launcher'; console.log(JSON.stringify(Launcher.getInstallations()));";
  try {
    const found = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'pipe' });
    return JSON.parse(found.toString()) as string[];
  } catch {
    return [];
  }
}
