import { type ChartOptions, isOptions, optionAt } from '../../contract/chart';
import { plainCopy } from '../base/plain-copy';
import { type CallTable, EnumValue, Service, type ServiceDefinition } from '../base/service';

/** The options with one changed; `path` names it as Google does: `title`, `vAxis.title`, `series.0.color`. */
export function withOption(options: ChartOptions, path: string, value: unknown): ChartOptions {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...options, [first]: optionValue(value) };
  const below = options[first];
  return { ...options, [first]: withOption(isOptions(below) ? below : {}, rest.join('.'), value) };
}

/** Options are written in small letters: `legend.position` is `bottom` for `Charts.Position.BOTTOM`. */
function optionValue(value: unknown): unknown {
  return value instanceof EnumValue ? value.toString().toLowerCase() : plainCopy(value);
}

type GoogleOptions = GoogleAppsScript.Charts.ChartOptions;

const calls = { get: 'handle' } as const satisfies CallTable<GoogleOptions>;
const definition: ServiceDefinition = { name: 'ChartOptions', calls };

export class ChartOptionsService extends Service<GoogleOptions> implements Pick<GoogleOptions, keyof typeof calls> {
  readonly definition = definition;

  constructor(private readonly options: ChartOptions) {
    super();
  }

  get asGoogle(): GoogleOptions {
    return this.api;
  }

  get(option: string): unknown {
    return plainCopy(optionAt(this.options, String(option)));
  }
}
