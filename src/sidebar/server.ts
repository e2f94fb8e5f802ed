import type * as entryPoints from '../appsscript/entry-points';

/** The server's functions, typed from the server itself. */
type Server = typeof entryPoints;

/** What Google puts into the page. */
interface Runner {
  withSuccessHandler(handler: (value: never) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner & Record<string, (...args: unknown[]) => void>;
}

declare const google: { script: { run: Runner; host: { close(): void } } };

/** Calls a function of the server. Everything that crosses is plain: texts, numbers, objects and lists of them. */
export function call<Name extends keyof Server>(
  name: Name,
  ...args: Parameters<Server[Name]>
): Promise<ReturnType<Server[Name]>> {
  return new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler(resolve as (value: never) => void)
      .withFailureHandler((error) => reject(new (isLost(error) ? Lost : Error)(inWords(error))))[name]!(...args);
  });
}

export const closeSidebar = (): void => google.script.host.close();

/** The answer of the server did not arrive: what was asked may have been done, or not. */
export class Lost extends Error {}

const isLost = ({ name, message }: Error): boolean =>
  /network/i.test(name) || /network|connection|HTTP 0/i.test(message);

/** A failure in words that say what to do. Nothing can be mended from here where Google mixes up accounts. */
export function inWords(error: Error): string {
  if (/authori[sz]ation is required/i.test(error.message)) {
    return (
      'Google has not asked you yet whether Partner Ledger may work for you. What you typed is still here: choose any item ' +
      'of Extensions › Partner Ledger, give your consent there, then try again.'
    );
  }
  if (/PERMISSION_DENIED|authoriz|permission/i.test(error.message)) {
    return (
      'Google refused the request. If you are signed in with several Google accounts, open this sheet in a ' +
      `window where only one is signed in, and try again. (${error.message})`
    );
  }
  return `That did not work: ${error.message} What you typed is still here. Try again.`;
}
