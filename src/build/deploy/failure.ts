import type { ClaspAnswer } from './clasp';

/** A failure that a person can act on: its message says what to do. */
export class DeployError extends Error {}

export const switchOnApi =
  'switch on the Apps Script API at https://script.google.com/home/usersettings (the account you log in with)';
const again = 'then run `npm run deploy` again';

interface Rule {
  /** What clasp or Google says. */
  said: RegExp;
  /** What the person is told; the groups of `said` are its arguments. */
  told: (...groups: (string | undefined)[]) => string;
}

/** The first rule that fits is used. clasp passes on Google's own words, so most patterns are Google's. */
const rules: readonly Rule[] = [
  {
    said: /Apps Script API/i,
    told: () => `The Apps Script API is off in your Google account: ${switchOnApi}, wait a minute, ${again}.`,
  },
  {
    said: /No credentials found|invalid authentication credentials|invalid_grant|invalid_rapt|Login Required|insufficient authentication scopes|No refresh token/i,
    told: () => `Google does not accept the login any more: run \`npx clasp login\`, ${again}.`,
  },
  {
    // Google's words, and what clasp makes of them when it recognises the answer.
    said: /Syntax error: (.+) line: (\d+) file: (.+)|^(.+) - "(.+):(\d+)"$/im,
    told: (...[error, line, file, errorOfClasp, fileOfClasp, lineOfClasp]) =>
      `Google found a syntax error in ${file ?? fileOfClasp}, line ${line ?? lineOfClasp} (${error ?? errorOfClasp}) ` +
      `and kept the version it had: correct it, ${again}.`,
  },
  {
    said: /does not have permission|insufficientFilePermissions/i,
    told: () =>
      'Your Google account may not change the script that .clasp.local.json names: run `npx clasp login` with an ' +
      `account that may edit it, or delete .clasp.local.json to start with a new sheet, ${again}.`,
  },
  {
    said: /Requested entity was not found/i,
    told: () =>
      'Google does not find the script that .clasp.local.json names: run `npx clasp login` with the account that owns ' +
      `it, or delete .clasp.local.json to start with a new sheet, ${again}.`,
  },
  {
    said: /Project file already exists/i,
    told: () =>
      'clasp made no sheet because .clasp.json holds a scriptId: take it out (it belongs in .clasp.local.json), ' +
      `delete .clasp.local.json, ${again}.`,
  },
  {
    said: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|socket hang up|network/i,
    told: () => `Google could not be reached: check the connection to the internet, ${again}.`,
  },
  {
    said: /quota|rate limit|too many requests|internal error|backend error|currently unavailable|status code (429|5\d\d)/i,
    told: () => `Google is busy or a limit was reached: wait some minutes, ${again}.`,
  },
];

/**
 * The sentence for a run of clasp that did not do what it should.
 * @param task what clasp was to do, as in "clasp could not …"
 */
export function claspFailure(task: string, answer: ClaspAnswer): DeployError {
  const words = (answer.stderr.trim() || answer.stdout.trim()).replaceAll('\r', '');
  for (const { said, told } of rules) {
    const found = said.exec(words);
    if (found) return new DeployError(told(...found.slice(1)));
  }
  const reason = words.split('\n')[0] || `it said nothing and ended with exit code ${answer.exitCode}`;
  return new DeployError(`clasp could not ${task} (${reason}): correct what it names, ${again}.`);
}
