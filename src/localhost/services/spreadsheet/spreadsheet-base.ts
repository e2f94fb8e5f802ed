import type { BookEnvironment } from '../base/environment';
import { Service } from '../base/service';
import { SheetService } from '../sheet/sheet';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The one workbook, and which of its sheets the person looks at. */
export abstract class SpreadsheetBase extends Service<Spreadsheet> {
  constructor(protected readonly environment: BookEnvironment) {
    super();
  }

  get asGoogle(): Spreadsheet {
    return this.api;
  }

  protected sheet(id: string): SheetService {
    return new SheetService(this.environment, id);
  }

  protected get activeId(): string {
    const sheets = this.environment.workbook.sheets();
    const selected = this.environment.selection()?.sheetId;
    const active = sheets.find((sheet) => sheet.id === selected) ?? sheets.find((sheet) => !sheet.hidden) ?? sheets[0];
    return active!.id;
  }

  protected get activeIndex(): number {
    return this.environment.workbook.sheets().findIndex((sheet) => sheet.id === this.activeId);
  }
}
