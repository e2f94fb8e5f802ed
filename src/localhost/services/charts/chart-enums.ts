import { CHART_TYPES, HIDDEN_DIMENSION_STRATEGIES, MERGE_STRATEGIES } from '../../contract/chart';
import { EnumSet, Service, type ServiceDefinition } from '../base/service';

export const chartEnums = {
  ChartHiddenDimensionStrategy: new EnumSet('ChartHiddenDimensionStrategy', HIDDEN_DIMENSION_STRATEGIES),
  ChartMergeStrategy: new EnumSet('ChartMergeStrategy', MERGE_STRATEGIES),
  ChartType: new EnumSet('ChartType', CHART_TYPES),
  CurveStyle: new EnumSet('CurveStyle', ['NORMAL', 'SMOOTH']),
  PointStyle: new EnumSet('PointStyle', ['NONE', 'TINY', 'MEDIUM', 'LARGE', 'HUGE']),
  Position: new EnumSet('Position', ['TOP', 'RIGHT', 'BOTTOM', 'NONE']),
} as const;

const definition: ServiceDefinition = { name: 'Charts', calls: {}, constants: Object.keys(chartEnums) };

/** The enums that charts of a sheet are made with; charts outside of sheets are not supported. */
export class ChartsService extends Service<GoogleAppsScript.Charts.Charts> {
  readonly definition = definition;
  readonly ChartHiddenDimensionStrategy = chartEnums.ChartHiddenDimensionStrategy;
  readonly ChartMergeStrategy = chartEnums.ChartMergeStrategy;
  readonly ChartType = chartEnums.ChartType;
  readonly CurveStyle = chartEnums.CurveStyle;
  readonly PointStyle = chartEnums.PointStyle;
  readonly Position = chartEnums.Position;
}
