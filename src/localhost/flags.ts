import { parseArgs } from 'node:util';

export interface Flags {
  help: boolean;
  open: boolean;
  file: string;
  project: string;
  title: string;
  /** Undefined: the first free one from the default on. */
  port?: number;
}

/** What holds where a flag is absent. */
export type FlagDefaults = Pick<Flags, 'file' | 'project' | 'title'>;

/** The text of `--help`. */
export function usage(command: string, defaults: FlagDefaults): string {
  return [
    `Usage: ${command} [flags]`,
    '',
    'Opens a spreadsheet on this machine that runs an Apps Script project.',
    '',
    `  --file <file>       the workbook (${defaults.file}); made when absent`,
    `  --project <folder>  the compiled Apps Script project (${defaults.project})`,
    `  --title <title>     the project's name, as its menu shows it (${defaults.title})`,
    '  --port <port>       the port on 127.0.0.1; the first free one from 8420 on when absent',
    '  --no-open           do not open the browser',
    '  --help              show this',
  ].join('\n');
}

/** Reads command-line arguments (those after the script's name). Throws an Error with a plain sentence for a wrong one. */
export function readFlags(args: string[], defaults: FlagDefaults): Flags {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      file: { type: 'string', default: defaults.file },
      project: { type: 'string', default: defaults.project },
      title: { type: 'string', default: defaults.title },
      open: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  const { port, ...flags } = values;
  return port === undefined ? flags : { ...flags, port: readPort(port) };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Error(`--port ${text}: a port is a whole number from 1 to 65535 (0 takes any free one).`);
  }
  return port;
}
