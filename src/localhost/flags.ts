import { parseArgs } from 'node:util';

/** What the command line said, completed by the defaults. */
export interface StartFlags {
  file: string;
  title: string;
  open: boolean;
  /** Undefined: the caller's own project. */
  project?: string;
  /** Undefined: the first free one from the default on. */
  port?: number;
}

export type FlagDefaults = Pick<StartFlags, 'file' | 'title'>;

/**
 * Reads command-line arguments (those after the script's name). Answers nothing when there is nothing to start: `--help` was
 * asked and is printed, or a flag is wrong, which is said and makes the process end as failed.
 */
export function parseStartFlags(args: string[], defaults: FlagDefaults): StartFlags | undefined {
  try {
    const { help, ...flags } = readFlags(args, defaults);
    if (!help) return flags;
    console.log(usage(defaults));
  } catch (error) {
    failPlainly(error);
    console.error('Run it with --help to see the flags.');
  }
  return undefined;
}

/** Says what went wrong in one sentence instead of a stack, and makes the process end as failed. */
export function failPlainly(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function usage({ file, title }: FlagDefaults): string {
  return [
    'Opens a spreadsheet on this machine that runs an Apps Script project.',
    '',
    `  --file <file>       the workbook, made when absent (${file})`,
    '  --project <folder>  another compiled Apps Script project',
    `  --title <title>     the project's name, as its menu shows it (${title})`,
    '  --port <port>       the port on 127.0.0.1 (the first free one from 8420 on)',
    '  --no-open           do not open the browser',
    '  --help              show this',
    '',
    'After npm start the flags come behind two dashes: npm start -- --port 9000',
  ].join('\n');
}

function readFlags(args: string[], defaults: FlagDefaults): StartFlags & { help: boolean } {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      file: { type: 'string', default: defaults.file },
      project: { type: 'string' },
      title: { type: 'string', default: defaults.title },
      open: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  const { port, project, ...flags } = values;
  return {
    ...flags,
    ...(project === undefined ? {} : { project }),
    ...(port === undefined ? {} : { port: readPort(port) }),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Error(`--port ${text}: a port is a whole number from 1 to 65535 (0 takes any free one).`);
  }
  return port;
}
