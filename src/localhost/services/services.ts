import { BrowserService } from './script/browser';
import { CacheAppService } from './script/cache';
import { ChartsService } from './charts/chart-enums';
import type { Environment } from './base/environment';
import { HtmlAppService } from './html/html';
import { LockAppService } from './script/lock';
import { ConsoleService, LoggerService } from './script/logging';
import { PropertiesAppService } from './script/properties';
import { ScriptAppService } from './script/script-app';
import type { Service } from './base/service';
import { SessionService } from './script/session';
import { SpreadsheetService } from './spreadsheet/spreadsheet';
import { SpreadsheetAppService } from './spreadsheet/spreadsheet-app';
import { UtilitiesService } from './script/utilities';

/** The globals of an execution. */
export function servicesFor(environment: Environment): Record<string, Service<unknown>> {
  return {
    SpreadsheetApp: new SpreadsheetAppService(environment, new SpreadsheetService(environment)),
    Charts: new ChartsService(),
    Browser: new BrowserService(environment),
    HtmlService: new HtmlAppService(environment),
    PropertiesService: new PropertiesAppService(environment),
    CacheService: new CacheAppService(environment),
    LockService: new LockAppService(environment),
    Session: new SessionService(environment),
    Utilities: new UtilitiesService(environment),
    ScriptApp: new ScriptAppService(environment),
    Logger: new LoggerService(environment),
    console: new ConsoleService(environment),
  };
}
