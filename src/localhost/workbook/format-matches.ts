import type { FormatMatch } from '../contract/protocol';
import type { Area, CellValue, ConditionalFormat } from '../contract/engine';
import type { Workbook } from './workbook';

interface Highlight {
  type?: string;
  subType?: string;
  operator?: string;
  value?: unknown;
}

/** One cell, as conditions look at it. */
interface Cell {
  value: CellValue;
  /** The text the cell shows, in small letters. */
  text(): string;
  /** What the format's formula answers. */
  answer(): unknown;
}

type Test = (cell: Cell) => boolean;

/** Which cells conditional formats highlight, spilled ones included: the pages show it, since they do not calculate. */
export class FormatMatches {
  private readonly told = new Map<string, string>();
  private stale = true;

  constructor(private readonly workbook: Workbook) {}

  /** To be told that anything in the workbook has changed. */
  note(): void {
    this.stale = true;
  }

  /** A page that joins knows nothing yet: all formats are told of again. */
  forget(): void {
    this.told.clear();
    this.stale = true;
  }

  /** The formats whose cells are others than when this was last asked. */
  changed(): FormatMatch[] {
    if (!this.stale) return [];
    this.stale = false;
    return this.all().filter(({ id, runs }) => {
      const text = runs.join();
      if (this.told.get(id) === text) return false;
      this.told.set(id, text);
      return true;
    });
  }

  private all(): FormatMatch[] {
    return this.workbook.sheets().flatMap(({ id: sheetId, rows, columns }) =>
      this.workbook.engine.conditionalFormats(sheetId).flatMap((format) => {
        const test = testOf(format.rule);
        if (!test) return [];
        const areas = format.ranges.map((area) => within(area, rows, columns));
        return { sheetId, id: format.id, runs: areas.flatMap((area) => this.runs(sheetId, format, area, test)) };
      }),
    );
  }

  private runs(sheetId: string, format: ConditionalFormat, area: Area, test: Test): number[] {
    const { workbook } = this;
    const values = workbook.read(sheetId, area);
    const answers = workbook.engine.conditionalFormatAnswers(sheetId, format.id);
    let shown: string[][] | undefined;
    const textAt = (i: number, j: number): string => (shown ??= workbook.displayed(sheetId, area))[i]?.[j] ?? '';
    const runs: number[] = [];
    for (let j = 0; j < area.columns; j++) {
      let length = 0;
      for (let i = 0; i <= area.rows; i++) {
        const value = values[i]?.[j] ?? null;
        const cell: Cell = {
          value,
          text: () => (value === null ? '' : typeof value === 'string' ? value : textAt(i, j)).toLowerCase(),
          answer: () => answers(area.row + i, area.column + j),
        };
        if (i < area.rows && test(cell)) length += 1;
        else if (length > 0) {
          runs.push(area.column + j, area.row + i - length, length);
          length = 0;
        }
      }
    }
    return runs;
  }
}

function within(area: Area, rows: number, columns: number): Area {
  return {
    ...area,
    rows: Math.max(0, Math.min(area.rows, rows - area.row)),
    columns: Math.max(0, Math.min(area.columns, columns - area.column)),
  };
}

/** What a cell has to meet; undefined for a format that is not a condition, such as a colour scale. */
function testOf(rule: Record<string, unknown>): Test | undefined {
  const { type, subType, operator = '', value } = rule as Highlight;
  if (type !== 'highlightCell') return undefined;
  if (subType === 'formula') return ({ answer }) => isTrue(answer());
  if (subType === 'number') return numberTest(operator, [value].flat().map(Number));
  if (subType === 'text') return textTest(operator, String(value ?? '').toLowerCase());
  return undefined;
}

function isTrue(answer: unknown): boolean {
  return typeof answer === 'number' ? answer !== 0 : answer === true || answer === 'TRUE';
}

/** Cells without a number meet no condition on numbers. */
function numberTest(operator: string, [from = 0, to = 0]: number[]): Test | undefined {
  const [low, high] = from <= to ? [from, to] : [to, from];
  const comparison: Record<string, (number: number) => boolean> = {
    between: (number) => number >= low && number <= high,
    notBetween: (number) => number < low || number > high,
    equal: (number) => number === from,
    notEqual: (number) => number !== from,
    greaterThan: (number) => number > from,
    greaterThanOrEqual: (number) => number >= from,
    lessThan: (number) => number < from,
    lessThanOrEqual: (number) => number <= from,
  };
  const meets = comparison[operator];
  return (
    meets &&
    (({ value }) => {
      const number = typeof value === 'object' ? value?.serial : value;
      return typeof number === 'number' && meets(number);
    })
  );
}

/** Texts are compared without regard to case, numbers by the text they show. */
function textTest(operator: string, wanted: string): Test | undefined {
  const tests: Record<string, Test> = {
    containsBlanks: ({ value }) => value === null || value === '',
    notContainsBlanks: ({ value }) => value !== null && value !== '',
    containsText: ({ text }) => text().includes(wanted),
    notContainsText: ({ text }) => !text().includes(wanted),
    equal: ({ text }) => text() === wanted,
    notEqual: ({ text }) => text() !== wanted,
    beginsWith: ({ text }) => text().startsWith(wanted),
    endsWith: ({ text }) => text().endsWith(wanted),
  };
  return tests[operator];
}
