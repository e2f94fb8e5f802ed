import type { BandColors } from '../../contract/band-colors';
import { Bandings, type StoredBanding } from '../../workbook/banding';
import type { Area, Line } from '../../contract/engine';
import type { Environment } from '../base/environment';
import { enums } from '../base/enums';
import { requireEdit } from '../base/permission';
import { RangeBase } from '../base/range-base';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition, own } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'user' | 'protections' | 'sheet'>;

type Banding = GoogleAppsScript.Spreadsheet.Banding;
type Theme = (typeof enums.BandingTheme)['labels'][number];

/** Colours of the header, the second band and the footer; the first band is white. */
const THEMES: Record<Theme, readonly [header: string, second: string, footer: string]> = {
  LIGHT_GREY: ['#bdbdbd', '#f3f3f3', '#dedede'],
  CYAN: ['#4dd0e1', '#e0f7fa', '#a2e8f1'],
  GREEN: ['#63d297', '#e7f9ef', '#afe9ca'],
  YELLOW: ['#f7cb4d', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffe6dd', '#ffccbc'],
  BLUE: ['#5b95f9', '#e8f0fe', '#acc9fe'],
  TEAL: ['#26a69a', '#ddf2f0', '#8cd3cd'],
  GREY: ['#78909c', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#f8f2eb', '#e6d3ba'],
  LIGHT_GREEN: ['#8bc34a', '#eef7e3', '#c4e2a0'],
  INDIGO: ['#8989eb', '#e8e7fc', '#c4c3f7'],
  PINK: ['#e91d63', '#fddce8', '#f68ab0'],
};

const FIRST_BAND = '#ffffff';

const calls = {
  copyTo: 'write',
  getFirstColumnColor: 'read',
  getFirstRowColor: 'read',
  getFooterColumnColor: 'read',
  getFooterRowColor: 'read',
  getHeaderColumnColor: 'read',
  getHeaderRowColor: 'read',
  getRange: 'read',
  getSecondColumnColor: 'read',
  getSecondRowColor: 'read',
  remove: 'write',
  setFirstColumnColor: 'write',
  setFirstRowColor: 'write',
  setFooterColumnColor: 'write',
  setFooterRowColor: 'write',
  setHeaderColumnColor: 'write',
  setHeaderRowColor: 'write',
  setRange: 'write',
  setSecondColumnColor: 'write',
  setSecondRowColor: 'write',
} as const satisfies CallTable<Banding>;

const definition: ServiceDefinition = { name: 'Banding', calls };

/** Alternating colours of a range. */
export class BandingService extends Service<Banding> implements Pick<Banding, keyof typeof calls> {
  readonly definition = definition;

  constructor(
    private readonly environment: Needs,
    private readonly key: string,
  ) {
    super();
  }

  /** Colours a range in the way of a theme. */
  static ofTheme(
    environment: Needs,
    range: RangeBase,
    line: Line,
    [theme, showHeader = true, showFooter = false]: readonly unknown[],
  ): Banding {
    const [header, second, footer] = THEMES[theme === undefined ? 'LIGHT_GREY' : enums.BandingTheme.labelOf(theme)];
    const colors = [showHeader ? header : null, FIRST_BAND, second, showFooter ? footer : null] as const;
    return BandingService.add(environment, range, named(line, colors));
  }

  static at(environment: Needs, sheetId: string, area?: Area): Banding[] {
    const bandings = new Bandings(environment.workbook);
    return (area ? bandings.at(sheetId, area) : bandings.ofSheet(sheetId)).map(
      ([key]) => new BandingService(environment, key).asGoogle,
    );
  }

  get asGoogle(): Banding {
    return this.api;
  }

  override beforeWrite(): void {
    requireEdit(this.environment, this.banding.sheetId, { cells: [this.banding.area] });
  }

  getHeaderRowColor = (): string | null => this.banding.colors.headerRow;
  getFirstRowColor = (): string | null => this.banding.colors.firstRow;
  getSecondRowColor = (): string | null => this.banding.colors.secondRow;
  getFooterRowColor = (): string | null => this.banding.colors.footerRow;
  getHeaderColumnColor = (): string | null => this.banding.colors.headerColumn;
  getFirstColumnColor = (): string | null => this.banding.colors.firstColumn;
  getSecondColumnColor = (): string | null => this.banding.colors.secondColumn;
  getFooterColumnColor = (): string | null => this.banding.colors.footerColumn;

  setHeaderRowColor = (color: string | null): Banding => this.color('headerRow', color);
  setFirstRowColor = (color: string | null): Banding => this.color('firstRow', color);
  setSecondRowColor = (color: string | null): Banding => this.color('secondRow', color);
  setFooterRowColor = (color: string | null): Banding => this.color('footerRow', color);
  setHeaderColumnColor = (color: string | null): Banding => this.color('headerColumn', color);
  setFirstColumnColor = (color: string | null): Banding => this.color('firstColumn', color);
  setSecondColumnColor = (color: string | null): Banding => this.color('secondColumn', color);
  setFooterColumnColor = (color: string | null): Banding => this.color('footerColumn', color);

  getRange(): GoogleAppsScript.Spreadsheet.Range {
    const { sheetId, area } = this.banding;
    return this.environment.sheet(sheetId).getRange(area.row + 1, area.column + 1, area.rows, area.columns);
  }

  setRange(range: unknown): Banding {
    const { sheetId, area } = own(RangeBase, range, 'SpreadsheetApp.Banding.setRange');
    if (sheetId !== this.banding.sheetId) throw new ServiceError('The range must be on the sheet of the banding.');
    refuseSecond(this.environment, sheetId, area, this.key);
    this.bandings.set(this.key, { ...this.banding, area });
    return this.api;
  }

  copyTo(range: unknown): Banding {
    const target = own(RangeBase, range, 'SpreadsheetApp.Banding.copyTo');
    return BandingService.add(this.environment, target, this.banding.colors);
  }

  remove(): void {
    this.bandings.set(this.key, undefined);
  }

  private static add(environment: Needs, range: RangeBase, colors: Partial<BandColors>): Banding {
    refuseSecond(environment, range.sheetId, range.area);
    const key = new Bandings(environment.workbook).add(range.sheetId, range.area, colors);
    return new BandingService(environment, key).asGoogle;
  }

  private color(name: keyof BandColors, color: string | null): Banding {
    const { banding } = this;
    this.bandings.set(this.key, {
      ...banding,
      colors: { ...banding.colors, [name]: color === null ? null : String(color) },
    });
    return this.api;
  }

  private get bandings(): Bandings {
    return new Bandings(this.environment.workbook);
  }

  private get banding(): StoredBanding {
    const banding = this.bandings.get(this.key);
    if (!banding) throw new ServiceError('The banding does not exist any more.');
    return banding;
  }
}

function named(line: Line, [header, first, second, footer]: readonly (string | null)[]): Partial<BandColors> {
  const [h, f, s, l] = [header!, first!, second!, footer!];
  return line === 'row'
    ? { headerRow: h, firstRow: f, secondRow: s, footerRow: l }
    : { headerColumn: h, firstColumn: f, secondColumn: s, footerColumn: l };
}

function refuseSecond(environment: Needs, sheetId: string, area: Area, except?: string): void {
  const others = new Bandings(environment.workbook).at(sheetId, area).filter(([key]) => key !== except);
  if (others.length === 0) return;
  throw new ServiceError(
    'You cannot add alternating background colors to a range that already has alternating background colors.',
  );
}
