import { colorGiven } from './colors';
import { type CallTable, EnumSet, Service, type ServiceDefinition, own } from './service';
import { ServiceError } from '../../contract/service-error';

type Color = GoogleAppsScript.Spreadsheet.Color;
type ColorBuilder = GoogleAppsScript.Spreadsheet.ColorBuilder;
type RgbColor = GoogleAppsScript.Base.RgbColor;
type ColorType = GoogleAppsScript.Base.ColorType;

const types = new EnumSet('ColorType', ['UNSUPPORTED', 'RGB', 'THEME']);

const rgbColorType = (): ColorType => {
  const value: unknown = types.value('RGB');
  return value as ColorType;
};

const rgbCalls = {
  asHexString: 'handle',
  getBlue: 'handle',
  getColorType: 'handle',
  getGreen: 'handle',
  getRed: 'handle',
} as const satisfies CallTable<RgbColor>;

class RgbColorService extends Service<RgbColor> implements Pick<RgbColor, keyof typeof rgbCalls> {
  readonly definition: ServiceDefinition = { name: 'RgbColor', calls: rgbCalls };

  constructor(private readonly hex: string) {
    super();
  }

  get asGoogle(): RgbColor {
    return this.api;
  }

  asHexString = (): string => this.hex;
  getColorType = (): ColorType => rgbColorType();
  getRed = (): number => this.part(1);
  getGreen = (): number => this.part(3);
  getBlue = (): number => this.part(5);

  private part(from: number): number {
    return Number.parseInt(this.hex.slice(from, from + 2), 16);
  }
}

const colorCalls = { asRgbColor: 'handle', getColorType: 'handle' } as const satisfies CallTable<Color>;

/** A colour that a script has built or read. Colours of themes are not kept. */
export class ColorService extends Service<Color> implements Pick<Color, keyof typeof colorCalls> {
  readonly definition: ServiceDefinition = { name: 'Color', calls: colorCalls };

  constructor(readonly hex: string) {
    super();
  }

  get asGoogle(): Color {
    return this.api;
  }

  asRgbColor = (): RgbColor => new RgbColorService(this.hex).asGoogle;
  getColorType = (): ColorType => rgbColorType();
}

const builderCalls = {
  asRgbColor: 'handle',
  build: 'handle',
  getColorType: 'handle',
  setRgbColor: 'handle',
} as const satisfies CallTable<ColorBuilder>;

export class ColorBuilderService
  extends Service<ColorBuilder>
  implements Pick<ColorBuilder, keyof typeof builderCalls>
{
  readonly definition: ServiceDefinition = { name: 'ColorBuilder', calls: builderCalls };
  private hex: string | undefined;

  get asGoogle(): ColorBuilder {
    return this.api;
  }

  setRgbColor(cssString: string): ColorBuilder {
    const hex = colorGiven(cssString);
    if (hex === null) throw new ServiceError(`Invalid argument: ${cssString} is not a color.`);
    this.hex = hex;
    return this.api;
  }

  asRgbColor = (): RgbColor => this.build().asRgbColor();
  getColorType = (): ColorType => this.build().getColorType();

  build(): Color {
    if (this.hex === undefined) throw new ServiceError('The color is missing: call setRgbColor first.');
    return new ColorService(this.hex).asGoogle;
  }
}

/** The hex text of a colour object; null resets. @throws ServiceError for anything else */
export function hexOf(color: unknown, method: string): string | null {
  return color === null || color === undefined ? null : own(ColorService, color, method).hex;
}
