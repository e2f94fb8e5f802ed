import type { RangeService } from './range';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';
import type { BookEnvironment } from '../base/environment';

type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type Range = GoogleAppsScript.Spreadsheet.Range;

type Member = Exclude<keyof RangeList & keyof RangeService, 'activate' | 'getRanges'>;

/** What is done to each range of the list. */
const EACH: readonly Member[] = [
  'breakApart',
  'check',
  'clear',
  'clearContent',
  'clearDataValidations',
  'clearFormat',
  'clearNote',
  'insertCheckboxes',
  'removeCheckboxes',
  'setBackground',
  'setBackgroundRGB',
  'setBorder',
  'setFontColor',
  'setFontFamily',
  'setFontLine',
  'setFontSize',
  'setFontStyle',
  'setFontWeight',
  'setFormula',
  'setFormulaR1C1',
  'setHorizontalAlignment',
  'setNote',
  'setNumberFormat',
  'setValue',
  'setVerticalAlignment',
  'setWrap',
  'setWrapStrategy',
  'trimWhitespace',
  'uncheck',
];

const calls: CallTable<RangeList> = {
  ...(Object.fromEntries(EACH.map((member) => [member, 'write'])) as CallTable<RangeList>),
  activate: 'other',
  getRanges: 'handle',
};

const definition: ServiceDefinition = { name: 'RangeList', calls };

/** Several ranges of one sheet: what is done to the list is done to each, in one call. */
export class RangeListService extends Service<RangeList> {
  readonly definition = definition;

  constructor(
    private readonly environment: Pick<BookEnvironment, 'select'>,
    private readonly ranges: readonly RangeService[],
  ) {
    super();
    for (const member of EACH) {
      const each = (...args: unknown[]): RangeList => this.each(member, args);
      Object.defineProperty(this, member, { value: each });
    }
  }

  get asGoogle(): RangeList {
    return this.api;
  }

  override beforeWrite(member: string, args: readonly unknown[]): void {
    for (const range of this.ranges) range.beforeWrite(member, args);
  }

  getRanges(): Range[] {
    return this.ranges.map((range) => range.asGoogle);
  }

  /** Selects all of them; the last one is the active range. */
  activate(): RangeList {
    const last = this.ranges.at(-1)!;
    const others = this.ranges.slice(0, -1).map((range) => range.getA1Notation());
    this.environment.select({
      sheetId: last.sheetId,
      a1: last.getA1Notation(),
      ...(others.length > 0 && { others }),
    });
    return this.api;
  }

  private each(member: Member, args: unknown[]): RangeList {
    for (const range of this.ranges) (range[member] as (...given: unknown[]) => unknown).apply(range, args);
    return this.api;
  }
}

/**
 * The ranges at some addresses.
 * @param member who is asked for them, for the error
 */
export function rangeList(
  environment: Pick<BookEnvironment, 'select'>,
  addresses: unknown,
  member: string,
  rangeAt: (address: string) => RangeService,
): RangeList {
  if (!Array.isArray(addresses) || addresses.length === 0) {
    throw new ServiceError(`The parameters don't match the method signature for ${member}.`);
  }
  return new RangeListService(
    environment,
    addresses.map((address) => rangeAt(String(address))),
  ).asGoogle;
}
