/** A function with its arguments, or what stands in brackets. */
interface Group {
  /** With the bracket: `LET(`, `(`, `{`. */
  opening: string;
  args: Part[][];
  /** One less than arguments; the last one is the closing bracket. */
  separators: string[];
}

type Part = string | Group;

/** Names in small letters, and what stands for them. */
type Names = ReadonlyMap<string, string>;

const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;

/** Texts, names of sheets, numbers, functions with their bracket, names, brackets and separators, and everything else. */
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|${NAME}!|\d[\p{L}\p{N}_.]*|${NAME}\s*\(|${NAME}|[^]`,
  'gu',
);

const OPENING = /[({]$/;
const GIVES_NAMES = /\b(?:LET|LAMBDA)\s*\(/i;

/** The formula with other names in the place of those that LET or LAMBDA gives and that are taken. */
export function withoutClashes(formula: string, taken: ReadonlySet<string>): string {
  if (taken.size === 0 || !GIVES_NAMES.test(formula)) return formula;
  const lower = formula.toLowerCase();
  if (![...taken].some((name) => lower.includes(name))) return formula;
  const instead = (name: string): string => {
    let other = `${name}_`;
    while (taken.has(other.toLowerCase()) || lower.includes(other.toLowerCase())) other += '_';
    return other;
  };
  const own = (given: readonly string[]): [string, string][] =>
    given.filter((name) => taken.has(name.toLowerCase())).map((name) => [name.toLowerCase(), instead(name)]);
  return written(parsed(formula), new Map(), own);
}

type Own = (given: readonly string[]) => [string, string][];

function written(parts: readonly Part[], names: Names, own: Own): string {
  return parts.map((part) => (typeof part === 'string' ? renamed(part, names) : group(part, names, own))).join('');
}

function group({ opening, args, separators }: Group, outer: Names, own: Own): string {
  const [, name = '', bracket = ''] = /^(.*?)(\s*[({])$/s.exec(opening) ?? [];
  const isLet = /^LET$/i.test(name);
  const isLambda = /^LAMBDA$/i.test(name);
  let names = outer;
  const texts = args.map((arg, i) => {
    const gives = i < args.length - 1 && (isLambda || (isLet && i % 2 === 0));
    // What LET calculates for a name does not know it yet.
    if (!gives) {
      const text = written(arg, names, own);
      if (isLet && i % 2 === 1) names = new Map([...names, ...own(nameIn(args[i - 1]!))]);
      return text;
    }
    const given = new Map([...names, ...own(nameIn(arg))]);
    if (isLambda) names = given;
    return written(arg, given, own);
  });
  const body = texts.map((text, i) => text + (separators[i] ?? '')).join('');
  return `${renamed(name, outer)}${bracket}${body}`;
}

const nameIn = (arg: readonly Part[]): string[] => {
  const words = arg.filter((part) => typeof part !== 'string' || part.trim() !== '');
  return words.length === 1 && typeof words[0] === 'string' ? [words[0]] : [];
};

const renamed = (token: string, names: Names): string => names.get(token.toLowerCase()) ?? token;

function parsed(formula: string): Part[] {
  const top: Part[] = [];
  const open: Group[] = [];
  const current = (): Part[] => open.at(-1)?.args.at(-1) ?? top;
  for (const [token] of formula.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (OPENING.test(token)) {
      const next: Group = { opening: token, args: [[]], separators: [] };
      current().push(next);
      open.push(next);
    } else if (inner && /^[,;]$/.test(token)) {
      inner.separators.push(token);
      inner.args.push([]);
    } else if (inner && /^[)}]$/.test(token)) {
      inner.separators.push(token);
      open.pop();
    } else current().push(token);
  }
  return top;
}
