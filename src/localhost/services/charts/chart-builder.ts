import type { ChartSpec } from '../../contract/chart';
import { ContainerInfoService, rangesOf } from './chart-place';
import { chartEnums } from './chart-enums';
import { withOption } from './chart-options';
import { type BuilderType, SETTERS, type Setter, optionsOf } from './chart-setters';
import type { Environment } from '../base/environment';
import { RangeBase } from '../base/range-base';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition, own } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'sheet'>;

type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The builders of all types at once: every method answers the one builder there is. */
type AnyBuilder = Builder &
  GoogleAppsScript.Spreadsheet.EmbeddedAreaChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedBarChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedComboChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedHistogramChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedLineChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedPieChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedScatterChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedTableChartBuilder;

const calls = {
  addRange: 'handle',
  asAreaChart: 'handle',
  asBarChart: 'handle',
  asColumnChart: 'handle',
  asComboChart: 'handle',
  asHistogramChart: 'handle',
  asLineChart: 'handle',
  asPieChart: 'handle',
  asScatterChart: 'handle',
  asTableChart: 'handle',
  build: 'handle',
  clearRanges: 'handle',
  getChartType: 'handle',
  getContainer: 'handle',
  getRanges: 'handle',
  removeRange: 'handle',
  setChartType: 'handle',
  setHiddenDimensionStrategy: 'handle',
  setMergeStrategy: 'handle',
  setNumHeaders: 'handle',
  setOption: 'handle',
  setPosition: 'handle',
  setTransposeRowsAndColumns: 'handle',
} as const satisfies CallTable<Builder>;

const definition: ServiceDefinition = { name: 'EmbeddedChartBuilder', calls };

function definitionFor(type: BuilderType): ServiceDefinition {
  const own = SETTERS[type].map((setter) => [setter, 'handle' as const]);
  const name = `Embedded${type.charAt(0)}${type.slice(1).toLowerCase()}ChartBuilder`;
  return { name, calls: { ...calls, ...Object.fromEntries(own) } };
}

/** What is built, shared by the builder and those it becomes. */
interface Draft {
  spec: ChartSpec;
  readonly build: (spec: ChartSpec) => GoogleAppsScript.Spreadsheet.EmbeddedChart;
}

export const NEW_CHART: ChartSpec = {
  type: 'COLUMN',
  ranges: [],
  anchor: { row: 0, column: 0, offsetX: 0, offsetY: 0 },
  headers: -1,
  transpose: false,
  mergeStrategy: 'MERGE_COLUMNS',
  hiddenDimensionStrategy: 'IGNORE_BOTH',
  options: {},
};

/** Builds a chart; `asBarChart()` and the like give it the setters of that type. */
export class EmbeddedChartBuilderService extends Service<AnyBuilder> implements Pick<Builder, keyof typeof calls> {
  readonly definition: ServiceDefinition;

  constructor(
    private readonly environment: Needs,
    private readonly draft: Draft,
    type?: BuilderType,
  ) {
    super();
    this.definition = type ? definitionFor(type) : definition;
    for (const setter of type ? SETTERS[type] : []) {
      Object.defineProperty(this, setter, { value: (...args: unknown[]) => this.apply(setter, args) });
    }
  }

  get asGoogle(): AnyBuilder {
    return this.api;
  }

  asAreaChart(): AnyBuilder {
    return this.as('AREA');
  }

  asBarChart(): AnyBuilder {
    return this.as('BAR');
  }

  asColumnChart(): AnyBuilder {
    return this.as('COLUMN');
  }

  asComboChart(): AnyBuilder {
    return this.as('COMBO');
  }

  asHistogramChart(): AnyBuilder {
    return this.as('HISTOGRAM');
  }

  asLineChart(): AnyBuilder {
    return this.as('LINE');
  }

  asPieChart(): AnyBuilder {
    return this.as('PIE');
  }

  asScatterChart(): AnyBuilder {
    return this.as('SCATTER');
  }

  asTableChart(): AnyBuilder {
    return this.as('TABLE');
  }

  build(): GoogleAppsScript.Spreadsheet.EmbeddedChart {
    return this.draft.build(this.draft.spec);
  }

  getChartType(): GoogleAppsScript.Charts.ChartType {
    return chartEnums.ChartType.value(this.draft.spec.type) as unknown as GoogleAppsScript.Charts.ChartType;
  }

  setChartType(type: unknown): AnyBuilder {
    return this.change({ type: chartEnums.ChartType.labelOf(type) });
  }

  getRanges(): Range[] {
    return rangesOf(this.environment, this.draft.spec.ranges);
  }

  addRange(range: unknown): AnyBuilder {
    return this.change({ ranges: [...this.draft.spec.ranges, placeOf(range, 'addRange')] });
  }

  removeRange(range: unknown): AnyBuilder {
    const removed = JSON.stringify(placeOf(range, 'removeRange'));
    return this.change({ ranges: this.draft.spec.ranges.filter((known) => JSON.stringify(known) !== removed) });
  }

  clearRanges(): AnyBuilder {
    return this.change({ ranges: [] });
  }

  setNumHeaders(headers: number): AnyBuilder {
    return this.change({ headers: Math.trunc(headers) });
  }

  setTransposeRowsAndColumns(transpose: boolean): AnyBuilder {
    return this.change({ transpose: Boolean(transpose) });
  }

  setMergeStrategy(mergeStrategy: unknown): AnyBuilder {
    return this.change({ mergeStrategy: chartEnums.ChartMergeStrategy.labelOf(mergeStrategy) });
  }

  setHiddenDimensionStrategy(strategy: unknown): AnyBuilder {
    return this.change({ hiddenDimensionStrategy: chartEnums.ChartHiddenDimensionStrategy.labelOf(strategy) });
  }

  getContainer(): GoogleAppsScript.Spreadsheet.ContainerInfo {
    return new ContainerInfoService(this.draft.spec.anchor).asGoogle;
  }

  setPosition(anchorRow: number, anchorColumn: number, offsetX: number, offsetY: number): AnyBuilder {
    if (![anchorRow, anchorColumn, offsetX, offsetY].every(Number.isFinite)) {
      throw new ServiceError(
        "The parameters don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.setPosition.",
      );
    }
    if (anchorRow < 1 || anchorColumn < 1) throw new ServiceError('The position of the chart is out of bounds.');
    const [row, column] = [Math.trunc(anchorRow) - 1, Math.trunc(anchorColumn) - 1];
    return this.change({ anchor: { row, column, offsetX: Math.trunc(offsetX), offsetY: Math.trunc(offsetY) } });
  }

  setOption(option: string, value: unknown): AnyBuilder {
    return this.change({ options: withOption(this.draft.spec.options, String(option), value) });
  }

  private apply(setter: Setter, args: unknown[]): AnyBuilder {
    for (const [path, value] of optionsOf(setter, args, this.draft.spec.type)) this.setOption(path, value);
    return this.api;
  }

  private as(type: BuilderType): AnyBuilder {
    this.change({ type });
    return new EmbeddedChartBuilderService(this.environment, this.draft, type).asGoogle;
  }

  private change(changed: Partial<ChartSpec>): AnyBuilder {
    this.draft.spec = { ...this.draft.spec, ...changed };
    return this.api;
  }
}

function placeOf(range: unknown, method: string): ChartSpec['ranges'][number] {
  const { sheetId, area } = own(RangeBase, range, `SpreadsheetApp.EmbeddedChartBuilder.${method}`);
  return { sheetId, area };
}
