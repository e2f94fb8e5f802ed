import { parseSync } from '@swc/core';

/** Scripts in a page; those of another type are data. */
const SCRIPT =
  /(<script\b(?![^>]*\btype\s*=\s*["']?(?!module\b|text\/javascript\b|application\/javascript\b))[^>]*>)([^]*?)(<\/script>)/gi;

/**
 * A page as Google's HtmlService hands it on: it takes `//` and `/*` within template literals for comments and cuts them out of
 * the script, up to the end of the line or of the comment, whatever stands there.
 */
export function withoutCommentsInTemplates(html: string): string {
  return html.replace(SCRIPT, (all, start: string, code: string, end: string) =>
    code.includes('`') ? start + cut(code) + end : all,
  );
}

function cut(code: string): string {
  // The parser counts bytes from 1.
  let bytes = Buffer.from(code);
  for (const { start, end } of templateTexts(code).reverse()) {
    const found = bytes
      .subarray(start, end)
      .toString('latin1')
      .search(/\/[/*]/);
    if (found < 0) continue;
    const from = start + found;
    const [closing, length] = bytes[from + 1] === 0x2f ? ['\n', 0] : ['*/', 2];
    const to = bytes.indexOf(closing, from + 2);
    bytes = Buffer.concat([bytes.subarray(0, from), to < 0 ? Buffer.alloc(0) : bytes.subarray(to + length)]);
  }
  return bytes.toString();
}

/** Where the texts of template literals stand, in bytes from 0; none where the script cannot be read. */
function templateTexts(code: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, span } = node as { type?: string; span?: { start: number; end: number } };
    if (type === 'TemplateElement' && span) found.push({ start: span.start - 1, end: span.end - 1 });
    Object.values(node).forEach(visit);
  };
  try {
    visit(parseSync(code, { syntax: 'ecmascript', target: 'es2022' }));
  } catch {
    return [];
  }
  return found.sort((a, b) => a.start - b.start);
}
