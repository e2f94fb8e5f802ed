import type { ChartType } from '../../contract/chart';

/** The setters that every builder of one chart type has. */
const COMMON = ['setBackgroundColor', 'setColors', 'setLegendPosition', 'setTitle'] as const;
const AXIS_TITLES = ['setXAxisTitle', 'setYAxisTitle'] as const;
const VALUE_AXIS = [...AXIS_TITLES, 'reverseCategories', 'setRange', 'useLogScale'] as const;

/** What a builder can besides, once its type is chosen with `asBarChart()` and the like. */
export const SETTERS = {
  AREA: [...COMMON, ...VALUE_AXIS, 'setPointStyle', 'setStacked'],
  BAR: [...COMMON, ...VALUE_AXIS, 'reverseDirection', 'setStacked'],
  COLUMN: [...COMMON, ...VALUE_AXIS, 'setStacked'],
  COMBO: [...COMMON, ...VALUE_AXIS, 'setStacked'],
  HISTOGRAM: [...COMMON, ...VALUE_AXIS, 'setStacked'],
  LINE: [...COMMON, ...VALUE_AXIS, 'setCurveStyle', 'setPointStyle'],
  PIE: [...COMMON, 'reverseCategories', 'set3D'],
  SCATTER: [
    ...COMMON,
    ...AXIS_TITLES,
    'setPointStyle',
    'setXAxisLogScale',
    'setXAxisRange',
    'setYAxisLogScale',
    'setYAxisRange',
  ],
  TABLE: [],
} as const satisfies Partial<Record<ChartType, readonly string[]>>;

export type BuilderType = keyof typeof SETTERS;
export type Setter = (typeof SETTERS)[BuilderType][number];

/** Diameter of a point in pixels. */
const POINT_SIZES: Record<string, number> = { NONE: 0, TINY: 3, MEDIUM: 7, LARGE: 10, HUGE: 14 };

type OptionChange = [path: string, value: unknown];

const range = (axis: string, [min, max]: unknown[]): OptionChange[] => [
  [`${axis}.viewWindow.min`, min],
  [`${axis}.viewWindow.max`, max],
];

/**
 * The options that a setter sets. X is across and Y upward, also where bars lie; a range or a scale belongs to the axis of
 * the values.
 */
export function optionsOf(setter: Setter, args: unknown[], type: ChartType): OptionChange[] {
  const values = type === 'BAR' ? 'hAxis' : 'vAxis';
  const categories = type === 'BAR' ? 'vAxis' : 'hAxis';
  const [value] = args;
  switch (setter) {
    case 'setTitle':
      return [['title', String(value)]];
    case 'setColors':
      return [['colors', value]];
    case 'setBackgroundColor':
      return [['backgroundColor', value]];
    case 'setLegendPosition':
      return [['legend.position', value]];
    case 'setXAxisTitle':
      return [['hAxis.title', String(value)]];
    case 'setYAxisTitle':
      return [['vAxis.title', String(value)]];
    case 'setRange':
      return range(values, args);
    case 'setXAxisRange':
      return range('hAxis', args);
    case 'setYAxisRange':
      return range('vAxis', args);
    case 'useLogScale':
      return [[`${values}.logScale`, true]];
    case 'setXAxisLogScale':
      return [['hAxis.logScale', true]];
    case 'setYAxisLogScale':
      return [['vAxis.logScale', true]];
    case 'reverseCategories':
      return [[type === 'PIE' ? 'reverseCategories' : `${categories}.direction`, type === 'PIE' ? true : -1]];
    case 'reverseDirection':
      return [['hAxis.direction', -1]];
    case 'setStacked':
      return [['isStacked', true]];
    case 'setCurveStyle':
      return [['curveType', String(value) === 'SMOOTH' ? 'function' : 'none']];
    case 'setPointStyle':
      return [['pointSize', POINT_SIZES[String(value)] ?? 0]];
    case 'set3D':
      return [['is3D', true]];
  }
}
