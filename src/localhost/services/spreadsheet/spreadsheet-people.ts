import { ProtectionService, addressOf } from '../rules/protection';
import { type CallTable } from '../base/service';
import { UserService } from '../script/session';
import { SpreadsheetBase } from './spreadsheet-base';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const peopleCalls = {
  addEditor: 'write',
  addEditors: 'write',
  addViewer: 'write',
  addViewers: 'write',
  getEditors: 'read',
  getOwner: 'read',
  getProtections: 'read',
  getViewers: 'read',
  removeEditor: 'write',
  removeViewer: 'write',
} as const satisfies CallTable<Spreadsheet>;

/** Who owns the workbook, who may edit it, and who may look. */
export abstract class SpreadsheetPeople extends SpreadsheetBase {
  /** Whoever opened the workbook first. */
  getOwner(): GoogleAppsScript.Base.User | null {
    const owner = this.environment.people.owner();
    return owner === undefined ? null : new UserService(owner).asGoogle;
  }

  getEditors(): GoogleAppsScript.Base.User[] {
    return this.environment.people.editors().map((address) => new UserService(address).asGoogle);
  }

  getViewers(): GoogleAppsScript.Base.User[] {
    return this.environment.people.viewers().map((address) => new UserService(address).asGoogle);
  }

  addEditor(editor: unknown): Spreadsheet {
    return this.addEditors([editor]);
  }

  addEditors(editors: unknown[]): Spreadsheet {
    for (const editor of editors) this.environment.people.addEditor(addressOf(editor));
    return this.api;
  }

  /** Who may not edit any more can still look, as in a file that is shared by its link. */
  removeEditor(editor: unknown): Spreadsheet {
    this.environment.people.addViewer(addressOf(editor));
    return this.api;
  }

  addViewer(viewer: unknown): Spreadsheet {
    return this.addViewers([viewer]);
  }

  addViewers(viewers: unknown[]): Spreadsheet {
    for (const viewer of viewers) this.environment.people.addViewer(addressOf(viewer));
    return this.api;
  }

  removeViewer(viewer: unknown): Spreadsheet {
    this.environment.people.removeViewer(addressOf(viewer));
    return this.api;
  }

  getProtections(type: unknown): GoogleAppsScript.Spreadsheet.Protection[] {
    return this.environment.workbook
      .sheets()
      .flatMap((sheet) => ProtectionService.ofSheet(this.environment, sheet.id, type));
  }
}
