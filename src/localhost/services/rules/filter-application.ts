import type { Environment } from '../base/environment';
import type { FilterTerms } from './filter-criteria';
import { type EngineCriteria, type FilteredCell, toEngine } from './filter-words';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'clock'>;

/** What the filter of a sheet has its columns let through; columns count from 0. */
export class FilterApplication {
  constructor(
    private readonly environment: Needs,
    private readonly sheetId: string,
  ) {}

  /** What has been set so far, by column. */
  get criteria(): [column: number, criteria: EngineCriteria][] {
    const filter = this.environment.workbook.engine.filter(this.sheetId);
    return (filter?.criteria ?? []) as unknown as [number, EngineCriteria][];
  }

  /** Sets what a column lets through; null lets all through. */
  set(column: number, terms: FilterTerms | null): void {
    // The engine looks at all columns anew: what the others let through is brought up to date first.
    for (const [other, criteria] of this.criteria) {
      if (other !== column && criteria.terms && criteria.filters) this.apply(other, criteria);
    }
    this.execute(column, terms && this.engineCriteria(column, terms));
  }

  /** Makes a change to all rows, hidden ones too: the engine leaves out what it hides. */
  lift(change: () => void): void {
    const { criteria } = this;
    for (const [column] of criteria) this.execute(column, null);
    try {
      change();
    } finally {
      for (const [column, one] of criteria) this.apply(column, one);
    }
  }

  /** The cells of a column below the header. */
  cells(column: number): FilteredCell[] {
    const { workbook } = this.environment;
    const { row, rows } = workbook.engine.filter(this.sheetId)!.area;
    if (rows < 2) return [];
    const area = { row: row + 1, column, rows: rows - 1, columns: 1 };
    const texts = workbook.displayed(this.sheetId, area);
    return workbook.read(this.sheetId, area).map(([value = null], i) => ({ value, text: texts[i]?.[0] ?? '' }));
  }

  private apply(column: number, criteria: EngineCriteria): void {
    if (!this.environment.workbook.engine.filter(this.sheetId)) return;
    this.execute(column, criteria.terms ? this.engineCriteria(column, criteria.terms) : criteria);
  }

  private engineCriteria(column: number, terms: FilterTerms): EngineCriteria {
    const { workbook, clock } = this.environment;
    const today = Math.floor(workbook.timeZone.serialOf(clock.now()));
    return toEngine(terms, column, this.cells(column), today);
  }

  private execute(column: number, criteria: EngineCriteria | null): void {
    const { workbook } = this.environment;
    // The engine compares values at once: they have to be there.
    workbook.settle();
    workbook.execute('sheet.mutation.set-filter-criteria', { subUnitId: this.sheetId, col: column, criteria });
  }
}
