import type { DrawnBanding } from '../contract/band-colors';
import { Bandings } from '../workbook/banding';
import type { Chart } from '../contract/chart';
import { ChartStore } from '../workbook/chart-store';
import type { CustomFunctionCalls } from '../script/custom-function-calls';
import { isShown, isThrown } from '../workbook/thrown';
import { FormatMatches } from '../workbook/format-matches';
import type { Imports } from '../neighbours/imports';
import type { Page, PageHub } from './page-hub';
import type { ToPage } from '../contract/protocol';
import type { Workbook } from '../workbook/workbook';

type CellErrors = Extract<ToPage, { type: 'cellErrors' }>['errors'];

const CIRCULAR = 'Circular dependency detected. To resolve with iterative calculation, see File > Settings.';

const TOO_MUCH = 'Calculation limit was reached while trying to calculate this formula.';

/** What pages cannot see from the cells' changes: they are told of it when it is other than before. */
export class PageNews {
  private readonly bandings: Bandings;
  private readonly charts: ChartStore;
  private readonly formats: FormatMatches;
  private toldLocale = '';
  private toldErrors = '[]';
  private toldCharts = '[]';
  private toldBandings = '[]';

  constructor(
    private readonly workbook: Workbook,
    private readonly hub: PageHub,
    private readonly calls: CustomFunctionCalls,
    private readonly imports: Imports,
  ) {
    this.charts = new ChartStore(workbook);
    this.bandings = new Bandings(workbook);
    this.formats = new FormatMatches(workbook);
  }

  /** To be told that anything in the workbook has changed. */
  note(): void {
    this.formats.note();
  }

  publish(): void {
    const { locale } = this.workbook;
    if (locale !== this.toldLocale) this.hub.tellAll({ type: 'locale', locale });
    this.toldLocale = locale;
    const [errors, charts] = [this.cellErrors(), this.charts.all()];
    const bandings = this.bandings.all().map(([, banding]) => banding);
    const bandingsText = JSON.stringify(bandings);
    const [errorsText, chartsText] = [JSON.stringify(errors), JSON.stringify(charts)];
    if (errorsText !== this.toldErrors) this.hub.tellAll(errorsMessage(errors));
    if (chartsText !== this.toldCharts) this.hub.tellAll(chartsMessage(charts));
    if (bandingsText !== this.toldBandings) this.hub.tellAll(bandingsMessage(bandings));
    this.toldBandings = bandingsText;
    [this.toldErrors, this.toldCharts] = [errorsText, chartsText];
    const matches = this.hub.isEmpty ? [] : this.formats.changed();
    if (matches.length > 0) this.hub.tellAll({ type: 'conditionalFormats', matches });
  }

  /** A page has joined that knows only the workbook; conditional formats come with what is published next. */
  join(): void {
    this.formats.forget();
  }

  /** Tells a page that has joined what the others know. */
  welcome(page: Page): void {
    if (this.toldErrors !== '[]') page.send(errorsMessage(this.cellErrors()));
    if (this.toldBandings !== '[]') page.send(bandingsMessage(this.bandings.all().map(([, banding]) => banding)));
    if (this.toldCharts !== '[]') page.send(chartsMessage(this.charts.all()));
  }

  private cellErrors(): CellErrors {
    const { engine } = this.workbook;
    return [
      ...this.calls.errors((at) => isThrown(engine, at)).map(({ at, message }) => ({ ...at, message })),
      ...this.imports
        .errors((at) => isShown(engine, at, '#REF!'))
        .map(({ at, message, allow }) => ({ ...at, message, ...(allow !== undefined && { allow }) })),
      ...engine
        .limitedCells()
        .filter((at) => isThrown(engine, at))
        .map((at) => ({ ...at, message: TOO_MUCH })),
      ...engine.circularCells().map((at) => ({ ...at, message: CIRCULAR })),
    ];
  }
}

function errorsMessage(errors: CellErrors): ToPage {
  return { type: 'cellErrors', errors };
}

function bandingsMessage(bandings: DrawnBanding[]): ToPage {
  return { type: 'bandings', bandings };
}

function chartsMessage(charts: Chart[]): ToPage {
  return { type: 'charts', charts };
}
