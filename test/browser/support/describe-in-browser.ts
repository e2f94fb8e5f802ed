import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser';
import { ONE_TEST, TRIES } from './patience';

/** Headless, without the services by which a browser talks to its maker; names other than ours do not even resolve. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * A `describe` that needs a browser, started once with a fresh profile. Without an installed one its tests are skipped and
 * say why; in CI they fail, so that nobody takes a skipped test for a passed one.
 */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    withoutBrowser(name);
    return;
  }
  // A busy machine makes a headless browser lose keys: a test that fails is tried again, before the next one goes on where it
  // ended, and its failure printed.
  jest.setTimeout(ONE_TEST);
  jest.retryTimes(TRIES - 1, { logErrorsBeforeRetry: true, retryImmediately: true });
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: flags });
    });
    afterAll(() => browser.close());
    tests(() => browser);
  });
}

function withoutBrowser(name: string): void {
  const reason = 'no Chrome or Chromium was found. Install one, or name it with CHROME_PATH.';
  if (process.env.CI) {
    it(name, () => {
      throw new Error(`The browser tests cannot run: ${reason}`);
    });
  } else {
    console.warn(`Skipped "${name}": ${reason}`);
    it.skip(`${name} (skipped: ${reason})`, () => undefined);
  }
}
