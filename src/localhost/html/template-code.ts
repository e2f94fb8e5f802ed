/** A part of a template: text as it stands, code that runs, or code whose answer is printed. */
interface Part {
  kind: 'text' | 'code' | 'print' | 'force';
  text: string;
}

/** Parts of a template that open a scriptlet, longest first. */
const SCRIPTLET = /<\?(!=|=)?([\s\S]*?)\?>/g;

/** Names that no variable can have. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);

/** Whether a property of a template can be a variable of its scriptlets. */
export function isVariableName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && !RESERVED.has(name);
}

/** The statements of a template. They set `output._` to what is printed as it is, `output._$` to what is escaped. */
export function statementsOf(template: string): string {
  return partsOf(template).map(statementOf).join('');
}

/** The code of a template as Google shows it; every line stands where it stands in the template. */
export function codeOf(template: string): string {
  const statements = statementsOf(template);
  const end = "/* End of user code */\n  return output.$out.append('');\n})();";
  return `(function() { var output = HtmlService.initTemplate(); ${statements}\n  ${end}`;
}

/** The same with the template's own lines beside it. */
export function commentedCodeOf(template: string): string {
  const originals = template.split('\n');
  return codeOf(template)
    .split('\n')
    .map((line, i) => (originals[i] === undefined ? line : `${line} // ${originals[i]}`))
    .join('\n');
}

/**
 * A function of the variables, which answers the template as a function of its output. Two functions: scriptlets may
 * declare a variable of the same name.
 */
export function functionOf(template: string, variables: readonly string[]): string {
  return `(function (${variables.join(', ')}) { return function (output) { ${statementsOf(template)}\n}; })`;
}

function partsOf(template: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: all, 1: mark, 2: code = '', index } of template.matchAll(SCRIPTLET)) {
    if (index > end) parts.push({ kind: 'text', text: template.slice(end, index) });
    parts.push({ kind: mark === '!=' ? 'force' : mark === '=' ? 'print' : 'code', text: code });
    end = index + all.length;
  }
  if (end < template.length) parts.push({ kind: 'text', text: template.slice(end) });
  return parts;
}

function statementOf({ kind, text }: Part, position: number): string {
  if (kind === 'text') return textStatement(text, position > 0);
  // A comment at the end of the code must not swallow what follows.
  const code = /\/\/[^\n]*$/.test(text) ? `${text}\n` : text;
  if (kind === 'code') return ` ${code}; `;
  // "x;" is printed as "x" is: the semicolon ends the statement.
  return `output.${kind === 'print' ? '_$' : '_'} = ${code}; `;
}

/** A line break right after a scriptlet is not printed. Line breaks of the template are line breaks of the code. */
function textStatement(text: string, isAfterScriptlet: boolean): string {
  const [dropped = ''] = isAfterScriptlet ? (/^\r?\n/.exec(text) ?? []) : [];
  const lines = text.slice(dropped.length).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const before = dropped && '\n';
  if (lines.length === 0) return before;
  const after = text.endsWith('\n') ? '\n' : '';
  return `${before}output._ = ${lines.map(quoted).join(' +\n')}; ${after}`;
}

function quoted(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inside.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
