import { BrowserService } from './browser';
import { CacheAppService } from './cache';
import { ChartsService } from './chart-enums';
import type { Environment } from './environment';
import { HtmlAppService } from './html';
import { LockAppService } from './lock';
import { ConsoleService, LoggerService } from './logging';
import { PropertiesAppService } from './properties';
import { ScriptAppService } from './script-app';
import type { Service } from './service';
import { SessionService } from './session';
import { SpreadsheetService } from './spreadsheet';
import { SpreadsheetAppService } from './spreadsheet-app';
import { UtilitiesService } from './utilities';

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
