import type { Anchor } from '../../contract/chart';
import type { PlacedArea } from '../../contract/engine';
import type { Environment } from '../base/environment';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'sheet'>;

type ContainerInfo = GoogleAppsScript.Spreadsheet.ContainerInfo;
type Range = GoogleAppsScript.Spreadsheet.Range;

const calls = {
  getAnchorColumn: 'handle',
  getAnchorRow: 'handle',
  getOffsetX: 'handle',
  getOffsetY: 'handle',
} as const satisfies CallTable<ContainerInfo>;

const definition: ServiceDefinition = { name: 'ContainerInfo', calls: calls };

/** Where a chart stands; rows and columns count from 1. */
export class ContainerInfoService extends Service<ContainerInfo> implements Pick<ContainerInfo, keyof typeof calls> {
  readonly definition = definition;

  constructor(private readonly anchor: Anchor) {
    super();
  }

  get asGoogle(): ContainerInfo {
    return this.api;
  }

  getAnchorRow(): number {
    return this.anchor.row + 1;
  }

  getAnchorColumn(): number {
    return this.anchor.column + 1;
  }

  getOffsetX(): number {
    return this.anchor.offsetX;
  }

  getOffsetY(): number {
    return this.anchor.offsetY;
  }
}

/** The cells a chart shows. */
export function rangesOf(environment: Needs, places: PlacedArea[]): Range[] {
  return places.map(({ sheetId, area: { row, column, rows, columns } }) =>
    environment.sheet(sheetId).getRange(row + 1, column + 1, rows, columns),
  );
}
