import type { Environment } from '../base/environment';
import { requireEdit } from '../base/permission';
import { RangeBase } from '../base/range-base';
import { type CallTable, Service, type ServiceDefinition, own } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'user' | 'protections'>;

type TextFinder = GoogleAppsScript.Spreadsheet.TextFinder;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What a finder needs of a range; `Range` fulfils it. */
interface Searched {
  readonly sheetId: string;
  readonly asGoogle: Range;
}

const calls = {
  findAll: 'read',
  findNext: 'read',
  findPrevious: 'read',
  getCurrentMatch: 'read',
  ignoreDiacritics: 'handle',
  matchCase: 'handle',
  matchEntireCell: 'handle',
  matchFormulaText: 'handle',
  replaceAllWith: 'write',
  replaceWith: 'write',
  startFrom: 'handle',
  useRegularExpression: 'handle',
} as const satisfies CallTable<TextFinder>;

const definition: ServiceDefinition = { name: 'TextFinder', calls };

interface Options {
  diacritics: boolean;
  matchCase: boolean;
  entire: boolean;
  formulas: boolean;
  regular: boolean;
}

/** Finds and replaces texts, as they are shown, in ranges; goes through them row by row. */
export class TextFinderService extends Service<TextFinder> implements Pick<TextFinder, keyof typeof calls> {
  readonly definition = definition;
  private readonly options: Options = {
    diacritics: false,
    matchCase: false,
    entire: false,
    formulas: false,
    regular: false,
  };
  private current: Range | null = null;
  private start: Range | undefined;

  constructor(
    private readonly environment: Needs,
    private readonly searched: readonly Searched[],
    private readonly text: string,
  ) {
    super();
  }

  get asGoogle(): TextFinder {
    return this.api;
  }

  ignoreDiacritics(ignore: boolean): TextFinder {
    return this.set({ diacritics: ignore });
  }

  matchCase(matchCase: boolean): TextFinder {
    return this.set({ matchCase });
  }

  matchEntireCell(entire: boolean): TextFinder {
    return this.set({ entire });
  }

  matchFormulaText(formulas: boolean): TextFinder {
    return this.set({ formulas });
  }

  useRegularExpression(regular: boolean): TextFinder {
    return this.set({ regular });
  }

  startFrom(range: unknown): TextFinder {
    this.start = own(RangeBase, range, 'TextFinder.startFrom').asGoogle;
    this.current = null;
    return this.api;
  }

  findAll(): Range[] {
    return this.searched.flatMap(({ asGoogle }) => {
      const texts = this.textsOf(asGoogle);
      return texts.flatMap((line, i) =>
        line.flatMap((text, j) => (this.pattern('').test(this.folded(text)) ? [asGoogle.getCell(i + 1, j + 1)] : [])),
      );
    });
  }

  findNext(): Range | null {
    return this.step(1);
  }

  findPrevious(): Range | null {
    return this.step(-1);
  }

  getCurrentMatch(): Range | null {
    return this.current;
  }

  /** Answers how many occurrences were replaced. */
  replaceAllWith(replacement: string): number {
    return this.findAll().reduce((count, cell) => count + this.replaceIn(cell, replacement), 0);
  }

  replaceWith(replacement: string): number {
    return this.current ? this.replaceIn(this.current, replacement) : 0;
  }

  private step(direction: 1 | -1): Range | null {
    const all = this.findAll();
    const from = this.current ?? this.start;
    const at = (cell: Range): string => `${cell.getSheet().getSheetId()}!${cell.getA1Notation()}`;
    const index = from ? all.findIndex((cell) => at(cell) === at(from.getCell(1, 1))) : -1;
    const after = (cell: Range): boolean =>
      cell.getRow() > from!.getRow() || (cell.getRow() === from!.getRow() && cell.getColumn() > from!.getColumn());
    const start = !from || index >= 0 ? index : direction > 0 ? all.findIndex(after) - 1 : all.findIndex(after);
    const next = !from && direction < 0 ? all.length - 1 : start + direction;
    this.current = all.length === 0 ? null : all[(next + all.length) % all.length]!;
    return this.current;
  }

  private replaceIn(cell: Range, replacement: string): number {
    const formula = cell.getFormula();
    if (formula !== '' && !this.options.formulas) return 0;
    const text = formula === '' ? cell.getDisplayValue() : formula;
    const found = [...this.folded(text).matchAll(this.pattern('g'))].length;
    const range = own(RangeBase, cell, 'TextFinder.replaceAllWith');
    requireEdit(this.environment, range.sheetId, { cells: [range.area] });
    const given = String(replacement);
    cell.setValue(text.replace(this.pattern('g'), this.options.regular ? given : given.replace(/\$/g, '$$$$')));
    return found;
  }

  private textsOf(range: Range): string[][] {
    const shown = range.getDisplayValues();
    if (!this.options.formulas) return shown;
    const formulas = range.getFormulas();
    return shown.map((line, i) => line.map((text, j) => formulas[i]?.[j] || text));
  }

  private pattern(flags: string): RegExp {
    const { regular, entire, matchCase } = this.options;
    const text = this.folded(this.text);
    const source = regular ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(entire ? `^(?:${source})$` : source, flags + (matchCase ? '' : 'i'));
  }

  private folded(text: string): string {
    return this.options.diacritics ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  }

  private set(changed: Partial<Options>): TextFinder {
    Object.assign(this.options, changed);
    return this.api;
  }
}
