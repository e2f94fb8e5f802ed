import { randomUUID } from 'node:crypto';
import { readA1 } from '../../notation/a1';
import type { DefinedName } from '../../contract/engine';
import type { Environment } from '../base/environment';
import { RangeBase } from '../base/range-base';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition, own } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'sheet'>;

type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange;

const calls = {
  getName: 'handle',
  getRange: 'handle',
  remove: 'write',
  setName: 'write',
  setRange: 'write',
} as const satisfies CallTable<NamedRange>;

const definition: ServiceDefinition = { name: 'NamedRange', calls };

/** A name that formulas can use for a range. */
export class NamedRangeService extends Service<NamedRange> implements Pick<NamedRange, keyof typeof calls> {
  readonly definition = definition;

  constructor(
    private readonly environment: Needs,
    private name: DefinedName,
  ) {
    super();
  }

  get asGoogle(): NamedRange {
    return this.api;
  }

  /** The sheet that the name refers to; undefined when it refers to none. */
  get sheetName(): string | undefined {
    return readA1(this.name.reference)?.sheetName;
  }

  getName(): string {
    return this.name.name;
  }

  getRange(): GoogleAppsScript.Spreadsheet.Range {
    const area = readA1(this.name.reference);
    const sheet = this.environment.workbook.sheets().find((candidate) => candidate.name === area?.sheetName);
    if (!area || !sheet) throw new ServiceError(`The named range ${this.name.name} refers to nothing.`);
    return this.environment
      .sheet(sheet.id)
      .getRange(this.name.reference.slice(this.name.reference.lastIndexOf('!') + 1));
  }

  setName(name: string): NamedRange {
    return this.change({ ...this.name, name: String(name) });
  }

  setRange(range: unknown): NamedRange {
    return this.change({
      ...this.name,
      reference: own(RangeBase, range, 'SpreadsheetApp.NamedRange.setRange').reference,
    });
  }

  remove(): void {
    this.environment.workbook.execute('formula.mutation.remove-defined-name', {
      id: this.name.id,
      name: this.name.name,
      formulaOrRefString: this.name.reference,
    });
  }

  private change(name: DefinedName): NamedRange {
    store(this.environment, name);
    this.name = name;
    return this.api;
  }
}

export function namedRanges(environment: Needs): NamedRangeService[] {
  return environment.workbook.engine.definedNames().map((name) => new NamedRangeService(environment, name));
}

/** Cells in both notations, and values. */
const MEANS_SOMETHING = /^(?:[A-Z]{1,3}\d+|R\d*C\d*|TRUE|FALSE)$/i;

/** Makes a name, or lets an existing one stand for another range. */
export function setNamedRange(environment: Needs, name: string, reference: string): void {
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || MEANS_SOMETHING.test(name))
    throw new ServiceError('The name of the range is invalid.');
  const old = environment.workbook.engine.definedNames().find((known) => known.name === name);
  store(environment, { id: old?.id ?? randomUUID(), name, reference });
}

function store(environment: Needs, { id, name, reference }: DefinedName): void {
  environment.workbook.execute('formula.mutation.set-defined-name', {
    id,
    name,
    formulaOrRefString: reference,
    localSheetId: 'AllDefaultWorkbook',
    comment: '',
  });
}
