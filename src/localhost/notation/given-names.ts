/** A function with its arguments, or what stands in brackets. */
interface Group {
  /** With the bracket: `LET(`, `(`, `{`. */
  opening: string;
  args: Part[][];
  /** One less than arguments; the last one is the closing bracket. */
  separators: string[];
}

type Part = string | Group;

const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;

/** Texts, names of sheets, numbers, functions with their bracket, names, brackets and separators, and everything else. */
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|${NAME}!|\d[\p{L}\p{N}_.]*|${NAME}\s*\(|${NAME}|[^]`,
  'gu',
);

const OPENING = /[({]$/;
const GIVES_NAMES = /\b(?:LET|LAMBDA)\s*\(/i;

/** The engine's function that calls its first argument with the others. */
export const LAMBDA_CALL = 'LAMBDA_CALL';

/** What names mean outside of a formula; they are asked for in small letters. */
export interface Outside {
  /** Whether a named range has the name. */
  isTaken(name: string): boolean;
  isFunction(name: string): boolean;
}

/**
 * A formula as the engine can read the names that LET and LAMBDA give. Each is given once and is no named range's:
 * `LET(x, 1, LET(x, 2, x))` has another name for the second `x`. `f(2)`, `LAMBDA(x, x)(2)` and `f(1)(2)` are
 * `LAMBDA_CALL(f, 2)` and so on.
 */
export function withGivenNames(formula: string, outside: Outside): string {
  return GIVES_NAMES.test(formula) ? new Rewriting(formula, outside).text() : formula;
}

interface Given {
  /** What stands for it. */
  name: string;
  isLambda: boolean;
}

/** By their small letters. */
type Names = ReadonlyMap<string, Given>;

class Rewriting {
  private readonly lower: string;
  private readonly given = new Set<string>();

  constructor(
    private readonly formula: string,
    private readonly outside: Outside,
  ) {
    this.lower = formula.toLowerCase();
  }

  text(): string {
    return this.written(parsed(this.formula), new Map());
  }

  private written(parts: readonly Part[], names: Names): string {
    let text = '';
    /** Where what could be called begins in the text. */
    let callee: number | undefined;
    for (const part of parts) {
      if (typeof part === 'string') {
        text += names.get(part.toLowerCase())?.name ?? part;
        if (part.trim() !== '') callee = undefined;
      } else if (callee !== undefined && part.opening === '(') {
        text = text.slice(0, callee) + call(text.slice(callee), this.arguments(part, names));
      } else {
        callee = text.length;
        text += this.group(part, names);
      }
    }
    return text;
  }

  private group(part: Group, names: Names): string {
    const [, name = '', bracket = ''] = /^(.*?)(\s*[({])$/s.exec(part.opening) ?? [];
    const given = names.get(name.toLowerCase());
    // Somebody who calls a sum `sum` still may call the function.
    if (given && (given.isLambda || !this.outside.isFunction(name.toLowerCase()))) {
      return call(given.name, this.arguments(part, names));
    }
    const inside = /^LET$/i.test(name)
      ? this.let(part, names)
      : /^LAMBDA$/i.test(name)
        ? this.lambda(part, names)
        : undefined;
    return name + bracket + (inside ?? this.arguments(part, names));
  }

  private arguments({ args, separators }: Group, names: Names): string {
    return joined(
      args.map((arg) => this.written(arg, names)),
      separators,
    );
  }

  /** What LET calculates for a name does not know it yet. */
  private let({ args, separators }: Group, outer: Names): string {
    const own = args.map((arg, i) =>
      i % 2 === 0 && i < args.length - 1 ? this.give(arg, isLambda(args[i + 1]!)) : [],
    );
    let names = outer;
    const texts = args.map((arg, i) => {
      if (i === args.length - 1) return this.written(arg, names);
      if (i % 2 === 0) return this.written(arg, new Map(own[i]));
      const text = this.written(arg, names);
      names = new Map([...names, ...own[i - 1]!]);
      return text;
    });
    return joined(texts, separators);
  }

  private lambda({ args, separators }: Group, outer: Names): string {
    const own = args.slice(0, -1).flatMap((arg) => this.give(arg, false));
    const names = new Map([...outer, ...own]);
    return joined(
      args.map((arg) => this.written(arg, names)),
      separators,
    );
  }

  private give(arg: readonly Part[], isLambda: boolean): [string, Given][] {
    const words = arg.filter((part) => typeof part !== 'string' || part.trim() !== '');
    const [name] = words;
    if (words.length !== 1 || typeof name !== 'string') return [];
    const other = this.free(name);
    this.given.add(other.toLowerCase());
    return [[name.toLowerCase(), { name: other, isLambda }]];
  }

  private free(name: string): string {
    const isTaken = (one: string): boolean => this.outside.isTaken(one) || this.given.has(one);
    if (!isTaken(name.toLowerCase())) return name;
    let other = `${name}_`;
    while (isTaken(other.toLowerCase()) || this.lower.includes(other.toLowerCase())) other += '_';
    return other;
  }
}

const joined = (texts: readonly string[], separators: readonly string[]): string =>
  texts.map((text, i) => text + (separators[i] ?? '')).join('');

/** With what stands in the brackets, the closing one included. */
const call = (callee: string, args: string): string =>
  `${LAMBDA_CALL}(${callee}${/^\s*\)$/.test(args) ? '' : ','}${args}`;

function isLambda(value: readonly Part[]): boolean {
  const words = value.filter((part) => typeof part !== 'string' || part.trim() !== '');
  const [first] = words;
  return words.length === 1 && typeof first === 'object' && /^LAMBDA\s*\($/i.test(first.opening);
}

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
