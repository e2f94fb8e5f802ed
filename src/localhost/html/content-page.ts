import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutCommentsInTemplates } from './template-literals';

let client: string | undefined;

/** What may stand in front of a page's first script. */
const BEGINNING = /^\s*(?:<!--[^]*?-->\s*)*(?:<!doctype[^>]*>\s*)?(?:<html(?:\s[^>]*)?>\s*)?(?:<head(?:\s[^>]*)?>)?/i;

/** The HTML of a sidebar or dialog with the client side of `google.script.run` in front of its own scripts. */
export function contentPage(html: string): string {
  client ??= readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'script-run-client.js'), 'utf8');
  const script = `<script>${client}</script>`;
  const page = withoutCommentsInTemplates(html);
  const end = BEGINNING.exec(page)?.[0].length ?? 0;
  return page.slice(0, end) + script + page.slice(end);
}
