/** Where in a piece of JavaScript or CSS one is: in code, or within a text, a comment or a pattern. */
export type CodePlace = 'code' | "'" | '"' | '`' | '//' | '/*' | '/';

/** After these a slash begins a pattern; elsewhere it divides. */
const BEFORE_PATTERN = /(^|[([{,;:=!&|?+\-*%~^<>}]|\b(return|typeof|case|in|of|do|else|void|delete))\s*$/;

/** How much of the code before a slash is looked at. */
const LOOKED_AT = 12;

/** Follows the code of a page character by character, as far as it matters for what may be printed into it. */
export class CodeFollower {
  private at: CodePlace = 'code';
  private before = '';
  /** A slash in code of which the next character tells what it begins. */
  private isOpenSlash = false;
  private isEscaped = false;
  private isInClass = false;
  private recent = '';
  /** For each `${` that is open, the braces that are open within it. */
  private readonly substitutions: number[] = [];

  constructor(private readonly language: 'js' | 'css') {}

  get place(): CodePlace {
    return this.at;
  }

  feed(char: string): void {
    if (this.isOpenSlash) this.afterSlash(char);
    else if (this.at === 'code') this.inCode(char);
    else this.within(char);
    this.before = char;
  }

  /** A value has been printed as a whole. */
  skipValue(): void {
    if (this.at === 'code') this.recent = 'x';
    this.before = '';
    this.isEscaped = this.isOpenSlash = false;
  }

  private afterSlash(char: string): void {
    this.isOpenSlash = false;
    const isJs = this.language === 'js';
    if (char === '*') this.at = '/*';
    else if (char === '/' && isJs) this.at = '//';
    else if (isJs && BEFORE_PATTERN.test(this.recent)) {
      this.at = '/';
      this.within(char);
    } else {
      this.recent = '';
      this.inCode(char);
    }
    // What stands at the end of a comment is not its beginning: "/*/".
    if (this.at === '/*') this.before = '';
  }

  private inCode(char: string): void {
    const { substitutions } = this;
    if (char === '/') {
      this.isOpenSlash = true;
      return;
    }
    if (char === "'" || char === '"' || (char === '`' && this.language === 'js')) this.at = char;
    else if (char === '{' && substitutions.length > 0) substitutions[substitutions.length - 1]! += 1;
    else if (char === '}' && substitutions.length > 0) {
      const open = substitutions.pop()!;
      if (open > 0) substitutions.push(open - 1);
      else this.at = '`';
    }
    this.recent = (this.recent + char).slice(-LOOKED_AT);
  }

  private within(char: string): void {
    if (this.at === '/*') {
      if (this.before + char === '*/') this.at = 'code';
    } else if (this.isEscaped) this.isEscaped = false;
    else if (char === '\\' && this.at !== '//') this.isEscaped = true;
    else if (this.at === '`' && this.before + char === '${') {
      this.at = 'code';
      this.substitutions.push(0);
      this.recent = '{';
    } else if (this.at === '/' && (char === '[' || char === ']')) this.isInClass = char === '[';
    else if ((char === this.at && !this.isInClass) || (char === '\n' && this.at !== '`')) this.end();
  }

  private end(): void {
    if (this.at !== '//') this.recent = 'x';
    this.at = 'code';
    this.isInClass = false;
  }
}
