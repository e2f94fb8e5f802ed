import type { RangeService } from './range';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type Range = GoogleAppsScript.Spreadsheet.Range;

const calls: CallTable<RangeList> = {
  clear: 'write',
  clearContent: 'write',
  clearDataValidations: 'write',
  clearFormat: 'write',
  clearNote: 'write',
  getRanges: 'handle',
  setBackground: 'write',
  setFontColor: 'write',
  setFontSize: 'write',
  setFontStyle: 'write',
  setFontWeight: 'write',
  setFormula: 'write',
  setHorizontalAlignment: 'write',
  setNote: 'write',
  setNumberFormat: 'write',
  setValue: 'write',
  setVerticalAlignment: 'write',
  setWrap: 'write',
};

const definition: ServiceDefinition = { name: 'RangeList', calls };

type Member = Exclude<keyof RangeList & keyof RangeService, 'getRanges'>;

/** Several ranges of one sheet: what is done to the list is done to each, in one call. */
export class RangeListService extends Service<RangeList> {
  readonly definition = definition;

  constructor(private readonly ranges: readonly RangeService[]) {
    super();
  }

  override beforeWrite(member: string, args: readonly unknown[]): void {
    for (const range of this.ranges) range.beforeWrite(member, args);
  }

  getRanges(): Range[] {
    return this.ranges.map((range) => range.asGoogle);
  }

  clear = (): RangeList => this.each('clear');
  clearContent = (): RangeList => this.each('clearContent');
  clearDataValidations = (): RangeList => this.each('clearDataValidations');
  clearFormat = (): RangeList => this.each('clearFormat');
  clearNote = (): RangeList => this.each('clearNote');
  setBackground = (color: string | null): RangeList => this.each('setBackground', color);
  setFontColor = (color: string | null): RangeList => this.each('setFontColor', color);
  setFontSize = (size: number): RangeList => this.each('setFontSize', size);
  setFontStyle = (style: string | null): RangeList => this.each('setFontStyle', style);
  setFontWeight = (weight: string | null): RangeList => this.each('setFontWeight', weight);
  setFormula = (formula: string): RangeList => this.each('setFormula', formula);
  setHorizontalAlignment = (alignment: string | null): RangeList => this.each('setHorizontalAlignment', alignment);
  setNote = (note: string | null): RangeList => this.each('setNote', note);
  setNumberFormat = (format: string): RangeList => this.each('setNumberFormat', format);
  setValue = (value: unknown): RangeList => this.each('setValue', value);
  setVerticalAlignment = (alignment: string | null): RangeList => this.each('setVerticalAlignment', alignment);
  setWrap = (wrap: boolean): RangeList => this.each('setWrap', wrap);

  private each(member: Member, ...args: unknown[]): RangeList {
    for (const range of this.ranges) (range[member] as (...given: unknown[]) => unknown).apply(range, args);
    return this.api;
  }
}
