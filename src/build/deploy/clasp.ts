import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';

/** What one run of clasp answered. */
export interface ClaspAnswer {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs clasp with one project file (a name in the project's folder) and the given arguments. */
export type Clasp = (projectFile: string, ...args: string[]) => Promise<ClaspAnswer>;

/**
 * The clasp installed in node_modules, run as a child process in `folder`. clasp refuses a folder reached over a
 * symbolic link, so it gets the project file by name and finds the folder by itself. Its output is a pipe, never a
 * terminal: it asks no questions.
 */
export function claspIn(folder: string, env: NodeJS.ProcessEnv): Clasp {
  const entry = createRequire(import.meta.url).resolve('@google/clasp');
  return (projectFile, ...args) =>
    new Promise((resolve, reject) => {
      const child = execFile(
        process.execPath,
        [entry, '-P', projectFile, ...args],
        { cwd: folder, env },
        (error, stdout, stderr) => {
          // An error without an exit code: the process could not be started, or was killed.
          if (error && child.exitCode === null) reject(error);
          else resolve({ exitCode: child.exitCode ?? 0, stdout, stderr });
        },
      );
    });
}
