import { enums } from '../base/enums';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

type Condition = GoogleAppsScript.Spreadsheet.GradientCondition;
type InterpolationType = (typeof enums.InterpolationType)['labels'][number];

/** A colour, and the value of the cells that have it; the value is "" where the cells' own decide. */
export interface GradientPoint {
  color: string;
  type: InterpolationType;
  value: string;
}

export type PointName = 'min' | 'mid' | 'max';

/** A colour scale in Google's terms. */
export type GradientTerms = Partial<Record<PointName, GradientPoint>>;

const calls = {
  getMaxColor: 'handle',
  getMaxType: 'handle',
  getMaxValue: 'handle',
  getMidColor: 'handle',
  getMidType: 'handle',
  getMidValue: 'handle',
  getMinColor: 'handle',
  getMinType: 'handle',
  getMinValue: 'handle',
} as const satisfies CallTable<Condition>;

const definition: ServiceDefinition = { name: 'GradientCondition', calls };

/** The colours between which cells are coloured by their value. */
export class GradientConditionService extends Service<Condition> implements Pick<Condition, keyof typeof calls> {
  readonly definition = definition;

  constructor(private readonly terms: GradientTerms) {
    super();
  }

  get asGoogle(): Condition {
    return this.api;
  }

  getMaxColor = (): string => this.terms.max?.color ?? '';
  getMidColor = (): string => this.terms.mid?.color ?? '';
  getMinColor = (): string => this.terms.min?.color ?? '';
  getMaxValue = (): string => this.terms.max?.value ?? '';
  getMidValue = (): string => this.terms.mid?.value ?? '';
  getMinValue = (): string => this.terms.min?.value ?? '';
  getMaxType = (): never => this.type('max');
  getMidType = (): never => this.type('mid');
  getMinType = (): never => this.type('min');

  private type(name: PointName): never {
    const point = this.terms[name];
    return (point ? enums.InterpolationType.value(point.type) : null) as never;
  }
}

/** A point as a script gives it; without a type it is the smallest or the largest value of the cells. */
export function gradientPoint(name: PointName, color: unknown, type?: unknown, value?: unknown): GradientPoint {
  if (type === undefined) return { color: String(color), type: name === 'min' ? 'MIN' : 'MAX', value: '' };
  const label = enums.InterpolationType.labelOf(type);
  return { color: String(color), type: label, value: label === 'MIN' || label === 'MAX' ? '' : String(value) };
}

const TYPES: Record<InterpolationType, string> = {
  NUMBER: 'num',
  PERCENT: 'percent',
  PERCENTILE: 'percentile',
  MIN: 'min',
  MAX: 'max',
};

interface EngineScale {
  type: string;
  config?: { index: number; color: string; value: { type: string; value?: string | number } }[];
  /** Google's words for it, where a script has set it. */
  gradient?: GradientTerms;
}

/** The engine's words for a colour scale. */
export function engineGradient(gradient: GradientTerms): Record<string, unknown> {
  const { min, mid, max } = gradient;
  if (!min || !max) throw new ServiceError('A gradient must have a minpoint and a maxpoint.');
  const config = [min, ...(mid ? [mid] : []), max].map(({ color, type, value }, index) => {
    const isFormula = value.startsWith('=');
    const number = value === '' || isFormula ? value : Number(value);
    if (Number.isNaN(number)) throw new ServiceError(`The value of a gradient point is not a number: ${value}`);
    return {
      index,
      color,
      value: { type: isFormula ? 'formula' : TYPES[type], ...(value !== '' && { value: number }) },
    };
  });
  return { type: 'colorScale', config, gradient } satisfies EngineScale as unknown as Record<string, unknown>;
}

/** Google's terms of a colour scale, also of one that a person made in the page; undefined for any other rule. */
export function gradientOf(rule: Record<string, unknown>): GradientTerms | undefined {
  const { type, config = [], gradient } = rule as unknown as EngineScale;
  if (type !== 'colorScale') return undefined;
  if (gradient) return gradient;
  const points = [...config]
    .sort((a, b) => a.index - b.index)
    .map(({ color, value }): GradientPoint => {
      const [label = 'NUMBER'] = Object.entries(TYPES).find(([, word]) => word === value.type) ?? [];
      return { color, type: label as InterpolationType, value: label.length === 3 ? '' : String(value.value ?? '') };
    });
  const [min, max] = [points[0], points.at(-1)];
  const mid = points.length > 2 ? points[1] : undefined;
  return { ...(min && { min }), ...(mid && { mid }), ...(max && { max }) };
}
