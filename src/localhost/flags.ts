import { parseArgs } from 'node:util';
import type { Installation } from './contract/host';
import { isLocale } from './notation/localized-formulas';

/** What the command line said, completed by the defaults. */
export interface StartFlags {
  file: string;
  title: string;
  open: boolean;
  /** Locale of a new workbook, such as `de_DE`. Undefined: `en_US`. */
  locale?: string;
  /** Undefined: the caller's own project. */
  project?: string;
  /** Undefined: the first free one from the default on. */
  port?: number;
  /** Custom functions answer late. */
  slowFunctions?: boolean;
  /** Opens a damaged file as it was before the damage. */
  upToDamage?: boolean;
  /** Undefined: bound to the workbook. */
  installed?: Installation;
}

/** What the caller makes of the command: its defaults, and on-or-off flags of its own with what the help says of them. */
export interface FlagDefaults<Switch extends string = never> extends Pick<StartFlags, 'file' | 'title'> {
  switches?: Record<Switch, string>;
}

type Flags<Switch extends string> = StartFlags & Record<Switch, boolean>;

/**
 * Reads command-line arguments (those after the script's name). Answers nothing when there is nothing to start: `--help` was
 * asked and is printed, or a flag is wrong, which is said and makes the process end as failed.
 */
export function parseStartFlags<Switch extends string = never>(
  args: string[],
  defaults: FlagDefaults<Switch>,
): Flags<Switch> | undefined {
  try {
    const { help, ...flags } = readFlags(args, defaults);
    if (!help) return flags as Flags<Switch>;
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

function usage({ file, title, switches = {} }: FlagDefaults<string>): string {
  return [
    'Opens a spreadsheet on this machine that runs an Apps Script project.',
    '',
    `  --file <file>       the workbook, made when absent (${file})`,
    '  --locale <locale>   the locale of a new workbook, such as de_DE (en_US)',
    '  --project <folder>  another compiled Apps Script project',
    `  --title <title>     the project's name, as its menu shows it (${title})`,
    '  --port <port>       the port on 127.0.0.1 (the first free one from 8420 on)',
    '  --add-on            run it as an add-on: before anybody uses it in the workbook, opening may only show its menu',
    '  --slow-functions    custom functions answer after two seconds, and their cells show Loading... until then',
    '  --up-to-damage      open a damaged file up to the damage, and keep the rest beside it',
    '  --no-open           do not open the browser',
    ...Object.entries(switches).map(([name, help]) => `  --${name.padEnd(18)}${help}`),
    '  --help              show this',
    '',
    'After npm start the flags come behind two dashes: npm start -- --port 9000',
  ].join('\n');
}

function readFlags(args: string[], { file, title, switches = {} }: FlagDefaults<string>): Flags<'help'> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      file: { type: 'string', default: file },
      locale: { type: 'string' },
      project: { type: 'string' },
      title: { type: 'string', default: title },
      open: { type: 'boolean', default: true },
      'add-on': { type: 'boolean', default: false },
      'slow-functions': { type: 'boolean', default: false },
      'up-to-damage': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      ...Object.fromEntries(Object.keys(switches).map((name) => [name, { type: 'boolean', default: false } as const])),
    },
    allowNegative: true,
  });
  const {
    port,
    project,
    locale,
    'add-on': isAddOn,
    'up-to-damage': upToDamage,
    'slow-functions': slowFunctions,
    ...flags
  } = values;
  return {
    ...flags,
    ...(isAddOn ? { installed: 'add-on' } : {}),
    ...(upToDamage ? { upToDamage } : {}),
    ...(slowFunctions ? { slowFunctions } : {}),
    ...(project === undefined ? {} : { project }),
    ...(locale === undefined ? {} : { locale: readLocale(locale) }),
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

function readLocale(text: string): string {
  if (!isLocale(text))
    throw new Error(`--locale ${text}: a locale is a language and a country, such as de_DE or en_GB.`);
  return text;
}
