import type { Anchor, Chart, ChartSpec } from '../../contract/chart';
import type { PlacedArea } from '../../contract/engine';
import { EmbeddedChartBuilderService } from './chart-builder';
import { chartEnums } from './chart-enums';
import { ChartOptionsService } from './chart-options';
import type { Environment } from '../base/environment';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type ContainerInfo = GoogleAppsScript.Spreadsheet.ContainerInfo;
type Range = GoogleAppsScript.Spreadsheet.Range;

const calls = {
  getChartId: 'handle',
  getContainerInfo: 'handle',
  getHiddenDimensionStrategy: 'handle',
  getMergeStrategy: 'handle',
  getNumHeaders: 'handle',
  getOptions: 'handle',
  getRanges: 'handle',
  getTransposeRowsAndColumns: 'handle',
  modify: 'handle',
} as const satisfies CallTable<EmbeddedChart>;

const definition: ServiceDefinition = { name: 'EmbeddedChart', calls };

/** A chart as it was when it was built or read; a sheet has it once it is inserted. */
export class EmbeddedChartService extends Service<EmbeddedChart> implements Pick<EmbeddedChart, keyof typeof calls> {
  readonly definition = definition;

  /** @param of the chart of the workbook that this one is or changes; undefined for a new one */
  constructor(
    private readonly environment: Environment,
    readonly spec: ChartSpec,
    readonly of: Pick<Chart, 'id' | 'sheetId'> | undefined,
  ) {
    super();
  }

  get asGoogle(): EmbeddedChart {
    return this.api;
  }

  getChartId(): number | null {
    return this.of?.id ?? null;
  }

  getRanges(): Range[] {
    return rangesOf(this.environment, this.spec.ranges);
  }

  getOptions(): GoogleAppsScript.Charts.ChartOptions {
    return new ChartOptionsService(this.spec.options).asGoogle;
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfoService(this.spec.anchor).asGoogle;
  }

  getNumHeaders(): number {
    return this.spec.headers;
  }

  getTransposeRowsAndColumns(): boolean {
    return this.spec.transpose;
  }

  getMergeStrategy(): GoogleAppsScript.Charts.ChartMergeStrategy {
    const strategy: unknown = chartEnums.ChartMergeStrategy.value(this.spec.mergeStrategy);
    return strategy as GoogleAppsScript.Charts.ChartMergeStrategy;
  }

  getHiddenDimensionStrategy(): GoogleAppsScript.Charts.ChartHiddenDimensionStrategy {
    const strategy: unknown = chartEnums.ChartHiddenDimensionStrategy.value(this.spec.hiddenDimensionStrategy);
    return strategy as GoogleAppsScript.Charts.ChartHiddenDimensionStrategy;
  }

  modify(): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
    return new EmbeddedChartBuilderService(this.environment, { spec: this.spec, of: this.of }).asGoogle;
  }
}

export function rangesOf(environment: Environment, places: PlacedArea[]): Range[] {
  return places.map(({ sheetId, area: { row, column, rows, columns } }) =>
    environment.sheet(sheetId).getRange(row + 1, column + 1, rows, columns),
  );
}

const containerCalls = {
  getAnchorColumn: 'handle',
  getAnchorRow: 'handle',
  getOffsetX: 'handle',
  getOffsetY: 'handle',
} as const satisfies CallTable<ContainerInfo>;

const containerDefinition: ServiceDefinition = { name: 'ContainerInfo', calls: containerCalls };

/** Where a chart stands; rows and columns count from 1. */
export class ContainerInfoService
  extends Service<ContainerInfo>
  implements Pick<ContainerInfo, keyof typeof containerCalls>
{
  readonly definition = containerDefinition;

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
