import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let client: string | undefined;

/** The HTML of a sidebar or dialog with the client side of `google.script.run` in front of its own scripts. */
export function contentPage(html: string): string {
  client ??= readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'script-run-client.js'), 'utf8');
  const script = `<script>${client}</script>`;
  const opening = /<head(?:\s[^>]*)?>|<html(?:\s[^>]*)?>|<!doctype[^>]*>/gi;
  let end = 0;
  for (const match of html.matchAll(opening)) end = match.index + match[0].length;
  return html.slice(0, end) + script + html.slice(end);
}
