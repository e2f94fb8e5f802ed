import type { Chart, ChartSpec } from '../../contract/chart';
import { EmbeddedChartBuilderService } from './chart-builder';
import { ContainerInfoService, rangesOf } from './chart-place';
import { chartEnums } from './chart-enums';
import { ChartOptionsService } from './chart-options';
import type { Environment } from '../base/environment';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'sheet'>;

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
    private readonly environment: Needs,
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
    return EmbeddedChartService.builder(this.environment, this.spec, this.of);
  }

  /** @param of the chart that what is built will change; undefined for a new one */
  static builder(
    environment: Needs,
    spec: ChartSpec,
    of?: Pick<Chart, 'id' | 'sheetId'>,
  ): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
    const build = (built: ChartSpec): EmbeddedChart => new EmbeddedChartService(environment, built, of).asGoogle;
    return new EmbeddedChartBuilderService(environment, { spec, build }).asGoogle;
  }
}
