import type { CallTable } from '../base/service';
import { namedRanges } from '../range/named-ranges';
import { formatsOf, setFormats } from '../rules/conditional-format-rules';
import { FinderService, MetadataService, addMetadata } from '../rules/metadata';
import { MetadataStore } from '../../workbook/metadata-store';
import { ProtectionService } from '../rules/protection';
import { SheetCharts } from '../charts/sheet-charts';
import { SheetBase } from './sheet-base';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const attachmentCalls = {
  addDeveloperMetadata: 'write',
  clearConditionalFormatRules: 'write',
  createDeveloperMetadataFinder: 'handle',
  getCharts: 'read',
  getConditionalFormatRules: 'read',
  getDeveloperMetadata: 'read',
  getNamedRanges: 'read',
  getProtections: 'read',
  insertChart: 'write',
  newChart: 'handle',
  protect: 'write',
  removeChart: 'write',
  setConditionalFormatRules: 'write',
  updateChart: 'write',
} as const satisfies CallTable<Sheet>;

/** What is attached to a sheet: conditional formats, charts, names, protections, metadata. */
export abstract class SheetAttachments extends SheetBase {
  getConditionalFormatRules(): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
    return formatsOf(this.environment, this).map((rule) => rule.asGoogle);
  }

  setConditionalFormatRules(rules: unknown): void {
    setFormats(this.environment, this, rules);
  }

  clearConditionalFormatRules(): void {
    setFormats(this.environment, this, []);
  }

  newChart(): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
    return this.charts.builder();
  }

  getCharts(): GoogleAppsScript.Spreadsheet.EmbeddedChart[] {
    return this.charts.all();
  }

  insertChart(chart: unknown): void {
    this.charts.insert(chart);
  }

  updateChart(chart: unknown): void {
    this.charts.update(chart);
  }

  removeChart(chart: unknown): void {
    this.charts.remove(chart);
  }

  private get charts(): SheetCharts {
    return new SheetCharts(this.environment, this.info.id);
  }

  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return namedRanges(this.environment)
      .filter((name) => name.sheetName === this.info.name)
      .map((name) => name.asGoogle);
  }

  protect(): GoogleAppsScript.Spreadsheet.Protection {
    const known = this.environment.protections.all().find(([, { sheetId, area }]) => sheetId === this.id && !area);
    const key = known?.[0] ?? this.environment.protections.add({ sheetId: this.info.id });
    return new ProtectionService(this.environment, key).asGoogle;
  }

  getProtections(type: unknown): GoogleAppsScript.Spreadsheet.Protection[] {
    return ProtectionService.ofSheet(this.environment, this.id, type);
  }

  addDeveloperMetadata(...args: unknown[]): Sheet {
    addMetadata(this.environment, { type: 'SHEET', sheetId: this.info.id }, args);
    return this.api;
  }

  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return new MetadataStore(this.environment.workbook)
      .all()
      .filter(({ place }) => place.type === 'SHEET' && place.sheetId === this.id)
      .map((item) => new MetadataService(this.environment, item).asGoogle);
  }

  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return new FinderService(this.environment, this.id).asGoogle;
  }
}
