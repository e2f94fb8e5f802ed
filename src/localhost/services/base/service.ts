import { type CallKind, ServiceError } from '../../contract/service-error';
import type { TemplateSource } from '../../html/template-realm';

/** Every member of a service that scripts may use, with its kind; constants such as enums stand apart. */
export interface ServiceDefinition {
  readonly name: string;
  readonly calls: Readonly<Record<string, CallKind>>;
  readonly constants?: readonly string[];
  /** Of a template: scripts set its variables, and its scriptlets run where they do. */
  readonly template?: TemplateSource;
}

/** The supported members of one of Google's interfaces: the one list that the class and the bridge both follow. */
export type CallTable<Api> = Partial<Readonly<Record<keyof Api & string, CallKind>>>;

/**
 * One object of Google's services as scripts see it. Only the members of the class's definition are visible; any other
 * throws "… is not part of this local spreadsheet".
 */
export abstract class Service<Api> {
  abstract readonly definition: ServiceDefinition;

  /** Called before each call of kind `write` that a script makes; throws when it may not be made. */
  beforeWrite?(member: string, args: readonly unknown[]): void;

  /** Itself, typed as the whole interface of Google's that it stands for: the bridge refuses what is missing. */
  protected get api(): Api {
    return this as unknown as Api;
  }
}

/** The class behind an argument, or Google's complaint about a wrong one. */
export function own<T extends Service<unknown>>(
  type: abstract new (...args: never[]) => T,
  value: unknown,
  what: string,
): T {
  if (value instanceof type) return value;
  throw noSuchSignature([value], what);
}

/** Google's complaint about arguments of the wrong kinds. */
export function noSuchSignature(args: unknown[], method: string): ServiceError {
  const kinds = args.map(describe).join(',');
  return new ServiceError(`The parameters (${kinds}) don't match the method signature for ${method}.`);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? 'Array' : typeof value === 'object' ? 'Object' : typeof value;
}

/** One value of an enum: scripts compare them with === and print them. */
export class EnumValue extends Service<unknown> {
  readonly definition = enumDefinition;

  constructor(
    private readonly label: string,
    private readonly position: number,
  ) {
    super();
  }

  override toString(): string {
    return this.label;
  }

  name(): string {
    return this.label;
  }

  ordinal(): number {
    return this.position;
  }

  compareTo(other: EnumValue): number {
    return this.position - other.position;
  }
}

const enumDefinition: ServiceDefinition = {
  name: 'Enum',
  calls: Object.fromEntries(['toString', 'name', 'ordinal', 'compareTo'].map((member) => [member, 'handle' as const])),
};

/** A set of enum values, such as `SpreadsheetApp.Dimension`. */
export class EnumSet<Label extends string> extends Service<unknown> {
  readonly definition: ServiceDefinition;
  private readonly byLabel: Map<string, EnumValue>;

  /** For types: the union of the labels. */
  declare readonly labels: readonly Label[];

  constructor(name: string, labels: readonly Label[]) {
    super();
    this.byLabel = new Map(labels.map((label, position) => [label, new EnumValue(label, position)]));
    this.definition = { name, calls: {}, constants: labels };
    for (const [label, value] of this.byLabel) Object.defineProperty(this, label, { value, enumerable: true });
  }

  value(label: Label): EnumValue {
    return this.byLabel.get(label)!;
  }

  has(value: unknown): boolean {
    return [...this.byLabel.values()].includes(value as EnumValue);
  }

  /** The label of a value of this set; throws Google's complaint for anything else. */
  labelOf(value: unknown): Label {
    for (const [label, candidate] of this.byLabel) if (candidate === value) return label as Label;
    throw new ServiceError(`Invalid argument: ${this.definition.name}`);
  }
}
