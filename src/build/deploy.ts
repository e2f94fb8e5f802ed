import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildProject, PROJECT_FILES } from './build';
import { defaultTitle, deploy, type DeployRequest } from './deploy/deployment';
import { DeployError } from './deploy/failure';

/** `npm run deploy`: pushes Partner Ledger to the Google Sheet of the person who runs it. */

const help = `npm run deploy [-- --title NAME | --script ID]

Builds Partner Ledger and pushes it to Google. The first time it makes a new Google Sheet with the script in it and
notes which one in .clasp.local.json; after that it pushes to the same script.

  --title NAME  name of the new sheet and of its script (default: ${defaultTitle}). The menu under Extensions has the
                name of the script. The sheet can be renamed later.
  --script ID   push to this script in place of making a sheet. The id is in your sheet under Extensions › Apps Script
                › Project Settings. What the script held before is replaced.
  --help        this text

Before the first time: switch on the Apps Script API at https://script.google.com/home/usersettings, then
run \`npx clasp login\`.`;

async function main(args: string[]): Promise<void> {
  const { help: wanted, ...request } = readArguments(args);
  if (wanted) return console.log(help);
  await deploy(request, {
    folder: join(dirname(fileURLToPath(import.meta.url)), '..', '..'),
    files: PROJECT_FILES,
    build: buildProject,
    say: (line) => console.log(line),
    env: process.env,
  });
}

function readArguments(args: string[]): DeployRequest & { help?: boolean } {
  const { title, script, ...rest } = parse(args);
  if (title !== undefined && title.trim() === '') throw new DeployError('--title is empty: give the sheet a name.');
  if (title !== undefined && script !== undefined) {
    throw new DeployError('--title names a new sheet and --script a script that exists: give one of them.');
  }
  return {
    ...rest,
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(script === undefined ? {} : { script }),
  };
}

function parse(args: string[]): { title?: string; script?: string; help?: boolean } {
  try {
    return parseArgs({
      args,
      options: { title: { type: 'string' }, script: { type: 'string' }, help: { type: 'boolean' } },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new DeployError(`${reason}: \`npm run deploy -- --help\` lists the options.`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
