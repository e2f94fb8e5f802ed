import {
  MetadataStore,
  type MetadataItem,
  type MetadataPlace,
  type PlacedMetadata,
} from '../../workbook/metadata-store';
import type { Environment } from '../base/environment';
import { enums } from '../base/enums';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'spreadsheet' | 'sheet'>;

type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type Finder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type Location = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;

/** Adds metadata with the arguments of Google's overloads: key, [value], [visibility]. */
export function addMetadata(environment: Needs, place: MetadataPlace, args: unknown[]): void {
  const [key, ...rest] = args;
  const visibility = rest.find((arg) => typeof arg === 'object' && arg !== null);
  const value = rest.find((arg) => typeof arg === 'string');
  const label = visibility === undefined ? 'DOCUMENT' : enums.DeveloperMetadataVisibility.labelOf(visibility);
  new MetadataStore(environment.workbook).add(place, String(key), (value as string | undefined) ?? null, label);
}

const metadataCalls = {
  getId: 'handle',
  getKey: 'handle',
  getLocation: 'handle',
  getValue: 'handle',
  getVisibility: 'handle',
  remove: 'write',
  setKey: 'write',
  setValue: 'write',
  setVisibility: 'write',
} as const satisfies CallTable<Metadata>;

const metadataDefinition: ServiceDefinition = { name: 'DeveloperMetadata', calls: metadataCalls };

export class MetadataService extends Service<Metadata> implements Pick<Metadata, keyof typeof metadataCalls> {
  readonly definition = metadataDefinition;

  constructor(
    private readonly environment: Needs,
    private item: PlacedMetadata,
  ) {
    super();
  }

  get asGoogle(): Metadata {
    return this.api;
  }

  getId(): number {
    return this.item.id;
  }

  getKey(): string {
    return this.item.key;
  }

  getValue(): string | null {
    return this.item.value;
  }

  getVisibility(): GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility {
    const visibility: unknown = enums.DeveloperMetadataVisibility.value(this.item.visibility);
    return visibility as GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility;
  }

  getLocation(): Location {
    return new LocationService(this.environment, this.item.place).asGoogle;
  }

  setKey(key: string): Metadata {
    return this.change({ key: String(key) });
  }

  setValue(value: string): Metadata {
    return this.change({ value: String(value) });
  }

  setVisibility(visibility: unknown): Metadata {
    return this.change({ visibility: enums.DeveloperMetadataVisibility.labelOf(visibility) });
  }

  remove(): void {
    new MetadataStore(this.environment.workbook).change(this.item.id, undefined);
  }

  private change(changed: Partial<MetadataItem>): Metadata {
    new MetadataStore(this.environment.workbook).change(this.item.id, changed);
    this.item = { ...this.item, ...changed };
    return this.api;
  }
}

const locationCalls = {
  getColumn: 'handle',
  getLocationType: 'handle',
  getRow: 'handle',
  getSheet: 'handle',
  getSpreadsheet: 'handle',
} as const satisfies CallTable<Location>;

const locationDefinition: ServiceDefinition = { name: 'DeveloperMetadataLocation', calls: locationCalls };

class LocationService extends Service<Location> implements Pick<Location, keyof typeof locationCalls> {
  readonly definition = locationDefinition;

  constructor(
    private readonly environment: Needs,
    private readonly place: MetadataPlace,
  ) {
    super();
  }

  get asGoogle(): Location {
    return this.api;
  }

  getLocationType(): GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType {
    const type: unknown = enums.DeveloperMetadataLocationType.value(this.place.type);
    return type as GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType;
  }

  getSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet | null {
    return this.place.type === 'SPREADSHEET' ? this.environment.spreadsheet() : null;
  }

  getSheet(): GoogleAppsScript.Spreadsheet.Sheet | null {
    return this.place.type === 'SHEET' ? this.environment.sheet(this.place.sheetId) : null;
  }

  getRow(): GoogleAppsScript.Spreadsheet.Range | null {
    if (this.place.type !== 'ROW') return null;
    const row = this.place.index + 1;
    return this.environment.sheet(this.place.sheetId).getRange(`${row}:${row}`);
  }

  getColumn(): GoogleAppsScript.Spreadsheet.Range | null {
    if (this.place.type !== 'COLUMN') return null;
    const sheet = this.environment.sheet(this.place.sheetId);
    return sheet.getRange(1, this.place.index + 1, sheet.getMaxRows(), 1);
  }
}

const finderCalls = {
  find: 'read',
  withId: 'handle',
  withKey: 'handle',
  withLocationType: 'handle',
  withValue: 'handle',
  withVisibility: 'handle',
} as const satisfies CallTable<Finder>;

const finderDefinition: ServiceDefinition = { name: 'DeveloperMetadataFinder', calls: finderCalls };

/** Looks through one sheet (its rows and columns included), or through everything. */
export class FinderService extends Service<Finder> implements Pick<Finder, keyof typeof finderCalls> {
  readonly definition = finderDefinition;
  private readonly conditions: ((item: PlacedMetadata) => boolean)[] = [];

  constructor(
    private readonly environment: Needs,
    sheetId?: string,
  ) {
    super();
    if (sheetId !== undefined) {
      this.conditions.push(({ place }) => place.type !== 'SPREADSHEET' && place.sheetId === sheetId);
    }
  }

  get asGoogle(): Finder {
    return this.api;
  }

  find(): Metadata[] {
    const all = new MetadataStore(this.environment.workbook).all();
    return all
      .filter((item) => this.conditions.every((holds) => holds(item)))
      .map((item) => new MetadataService(this.environment, item).asGoogle);
  }

  withId(id: number): Finder {
    return this.with((item) => item.id === id);
  }

  withKey(key: string): Finder {
    return this.with((item) => item.key === key);
  }

  withValue(value: string): Finder {
    return this.with((item) => item.value === value);
  }

  withLocationType(type: unknown): Finder {
    const label = enums.DeveloperMetadataLocationType.labelOf(type);
    return this.with((item) => item.place.type === label);
  }

  withVisibility(visibility: unknown): Finder {
    const label = enums.DeveloperMetadataVisibility.labelOf(visibility);
    return this.with((item) => item.visibility === label);
  }

  private with(condition: (item: PlacedMetadata) => boolean): Finder {
    this.conditions.push(condition);
    return this.api;
  }
}

/** The place of a whole row or column, the only ranges that can carry metadata. */
export function lineOfRange(
  range: { area: { row: number; column: number; rows: number; columns: number }; sheetId: string },
  sheet: { rows: number; columns: number },
): MetadataPlace {
  const { row, column, rows, columns } = range.area;
  if (rows === 1 && column === 0 && columns >= sheet.columns)
    return { type: 'ROW', sheetId: range.sheetId, index: row };
  if (columns === 1 && row === 0 && rows >= sheet.rows)
    return { type: 'COLUMN', sheetId: range.sheetId, index: column };
  throw new ServiceError('Adding developer metadata to arbitrary ranges is not currently supported.');
}
