import { ChartStore } from '../../workbook/chart-store';
import { EmbeddedChartService } from './chart';
import { NEW_CHART } from './chart-builder';
import type { Environment } from '../base/environment';
import { ServiceError } from '../../contract/service-error';
import { own } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'sheet'>;

/** The charts of one sheet as scripts handle them. */
export class SheetCharts {
  private readonly store: ChartStore;

  constructor(
    private readonly environment: Needs,
    private readonly sheetId: string,
  ) {
    this.store = new ChartStore(environment.workbook);
  }

  builder(): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
    return EmbeddedChartService.builder(this.environment, NEW_CHART);
  }

  all(): GoogleAppsScript.Spreadsheet.EmbeddedChart[] {
    return this.store
      .ofSheet(this.sheetId)
      .map(({ id, sheetId, ...spec }) => new EmbeddedChartService(this.environment, spec, { id, sheetId }).asGoogle);
  }

  /** Every call makes a chart of its own, also for a chart that was read from a sheet. */
  insert(chart: unknown): void {
    this.store.insert(this.sheetId, own(EmbeddedChartService, chart, 'SpreadsheetApp.Sheet.insertChart').spec);
  }

  update(chart: unknown): void {
    const { spec, of } = own(EmbeddedChartService, chart, 'SpreadsheetApp.Sheet.updateChart');
    this.store.put({ ...spec, ...this.known(of?.id) });
  }

  remove(chart: unknown): void {
    this.store.remove(this.known(own(EmbeddedChartService, chart, 'SpreadsheetApp.Sheet.removeChart').of?.id).id);
  }

  private known(id: number | undefined): { id: number; sheetId: string } {
    const found = this.store.ofSheet(this.sheetId).find((chart) => chart.id === id);
    if (!found) throw new ServiceError('The chart does not exist on this sheet.');
    return { id: found.id, sheetId: found.sheetId };
  }
}
