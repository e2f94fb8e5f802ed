import type { Browser } from 'playwright-core';
import { PROJECT } from '../../support/project';
import { AddOnPage } from './add-on-page';
import { describeInBrowser } from './describe-in-browser';
import { LocalHostProcess } from './local-host';

/** A host that runs for all tests of a block, and the people at its pages. */
export class Hosted {
  readonly pages: AddOnPage[] = [];

  constructor(
    readonly host: LocalHostProcess,
    private readonly browser: () => Browser,
  ) {}

  /** The first who came in. */
  get owner(): AddOnPage {
    return this.pages[0]!;
  }

  /** Lets one more person in. */
  async enter(user?: string): Promise<AddOnPage> {
    const page = await AddOnPage.open(this.browser(), this.host.address, user);
    this.pages.push(page);
    return page;
  }

  /** Calls a function of the add-on as the owner's sidebar does. */
  async run(functionName: string, ...args: unknown[]): Promise<unknown> {
    const body = JSON.stringify({ functionName, args, user: 'owner@example.com' });
    const headers = { 'content-type': 'application/json', origin: new URL(this.host.address).origin };
    const reply = await fetch(new URL('/run', this.host.address), { method: 'POST', headers, body });
    const answer = (await reply.json()) as { value?: unknown; error?: { message: string } };
    if (answer.error) throw new Error(answer.error.message);
    return answer.value;
  }

  /** Loads the sample partnership, as `npm start` does with a new workbook. */
  async loadSample(): Promise<void> {
    const submission = { key: 'SAMPLE01', locale: 'en_US', values: { sample: 'yes' } };
    expect(await this.run('submitForm', 'set-up', submission)).toMatchObject({ kind: 'written' });
    await this.run('outcomeSeen', 'set-up', submission.key);
  }
}

/**
 * A `describe` with one host, the add-on in it unless another is given, and the owner at a page of it, for all of its
 * tests: each goes on where the last one ended. After every one, no page has asked for anything outside or met an error.
 */
export function describeAddOn(
  name: string,
  tests: (hosted: Hosted) => void,
  host = new LocalHostProcess(PROJECT, 'Partner Ledger'),
): void {
  describeInBrowser(name, (browser) => {
    const hosted = new Hosted(host, browser);
    // The first start of all bundles the grid.
    beforeAll(async () => {
      await host.start();
      await hosted.enter();
    });
    afterAll(async () => {
      await Promise.all(hosted.pages.map((page) => page.close()));
      await host.dispose();
    });
    afterEach(() => {
      for (const page of hosted.pages) page.expectNothingWrong();
    });
    tests(hosted);
  });
}
