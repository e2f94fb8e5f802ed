import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in a page or a frame, or in parts of it; the content of frames in it is left out. */
export async function accessibilityProblems(page: Page | Frame, ...selectors: string[]): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (include) =>
      (window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe.run(
        include.length > 0 ? { include } : document,
        { iframes: false },
      ),
    selectors,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
