import { claspIn } from './clasp';
import { DeployError } from './failure';
import { localFile } from './project-file';
import { checkFiles, push } from './push';
import { checkLogin, createSheet, linkedScript, linkScript, type LinkedSettings } from './script-project';

/** What the person asked for on the command line. */
export interface DeployRequest {
  /** Name of the sheet and of the script made the first time; default "Partner Ledger". */
  title?: string;
  /** Id of a script to push to, in place of making a sheet. */
  script?: string;
}

/** What a deployment works on. */
export interface DeployPlace {
  /** The checkout, with .clasp.json and appsscript.json in it. */
  folder: string;
  /** Names of the files that are pushed, no more and no less. */
  files: readonly string[];
  /** Writes these files into the folder that .clasp.json names as rootDir. */
  build(): Promise<void>;
  /** Takes one line for the person. */
  say(line: string): void;
  /** Environment of clasp. */
  env: NodeJS.ProcessEnv;
}

export const defaultTitle = 'Partner Ledger';

/**
 * Builds the project and pushes it to Google: to the script that the local settings name, or, the first time, to a
 * script bound to a new sheet.
 * @throws DeployError with one sentence on what to do; Google then has what it had before
 */
export async function deploy(request: DeployRequest, place: DeployPlace): Promise<void> {
  const { folder, say } = place;
  const clasp = claspIn(folder, place.env);
  const email = await checkLogin(clasp);
  say(`Logged in to Google${email ? ` as ${email}` : ''}.`);

  const script = await chooseScript(request, place, () => createSheet(clasp, folder, request.title ?? defaultTitle));

  say('Building …');
  // After the script is made, never before: clasp then puts Google's default manifest into the folder.
  await build(place);
  await checkFiles(clasp, folder, script.rootDir, place.files);
  say('Pushing …');
  const changed = await push(clasp);
  say(changed ? `Pushed ${place.files.join(', ')}.` : 'Google has these files already: nothing to push.');
  if (script.parentId) say(`The sheet:  https://docs.google.com/spreadsheets/d/${script.parentId}/edit`);
  say(`The script: https://script.google.com/d/${script.scriptId}/edit`);
  say('Reload the sheet; the menu is under Extensions, with the name of the script.');
}

async function chooseScript(
  { title, script }: DeployRequest,
  { folder, say }: DeployPlace,
  create: () => Promise<LinkedSettings>,
): Promise<LinkedSettings> {
  const present = linkedScript(folder);
  if (present) {
    if (script !== undefined && script !== present.scriptId) {
      throw new DeployError(
        `${localFile} names another script (${present.scriptId}): delete that file, then run \`npm run deploy\` again.`,
      );
    }
    if (title !== undefined) say('The title is left as it is: the script was made before.');
    return present;
  }
  if (script !== undefined) return linkScript(folder, script);
  say(`Making the sheet "${title ?? defaultTitle}" …`);
  return create();
}

async function build(place: DeployPlace): Promise<void> {
  try {
    await place.build();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DeployError(`The build failed, so nothing was pushed: ${reason}`, { cause: error });
  }
}
