import { TriggerStore } from '../../stores/trigger-store';
import { AuthorizationInfoService, AuthorizationStatus } from './authorization-info';
import type { Environment } from '../base/environment';
import { type CallTable, EnumSet, Service, type ServiceDefinition, own } from '../base/service';
import { EventType, TriggerService, TriggerSource } from './trigger';
import { TriggerBuilderService, WeekDay } from './trigger-builders';

/** What the execution must have for this. */
type Needs = Pick<
  Environment,
  'workbook' | 'project' | 'user' | 'clock' | 'installed' | 'isAuthorised' | 'spreadsheet'
>;

type ScriptApp = GoogleAppsScript.Script.ScriptApp;

export const AuthMode = new EnumSet('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);

const calls = {
  deleteTrigger: 'other',
  getAuthorizationInfo: 'other',
  getProjectTriggers: 'other',
  getScriptId: 'other',
  getUserTriggers: 'other',
  newTrigger: 'other',
} as const satisfies CallTable<ScriptApp>;

const definition: ServiceDefinition = {
  name: 'ScriptApp',
  calls,
  constants: ['AuthMode', 'AuthorizationStatus', 'EventType', 'TriggerSource', 'WeekDay'],
};

export class ScriptAppService extends Service<ScriptApp> implements Pick<ScriptApp, keyof typeof calls> {
  readonly definition = definition;
  readonly AuthMode = AuthMode;
  readonly AuthorizationStatus = AuthorizationStatus;
  readonly EventType = EventType;
  readonly TriggerSource = TriggerSource;
  readonly WeekDay = WeekDay;

  constructor(private readonly environment: Needs) {
    super();
  }

  getScriptId(): string {
    return 'local-host-script';
  }

  /** Only what needs everything (`FULL`) is ever left to authorise. */
  getAuthorizationInfo(authMode: unknown): GoogleAppsScript.Script.AuthorizationInfo {
    const isRequired = AuthMode.labelOf(authMode) === 'FULL' && !this.environment.isAuthorised;
    return new AuthorizationInfoService(isRequired).asGoogle;
  }

  newTrigger(functionName: string): GoogleAppsScript.Script.TriggerBuilder {
    return new TriggerBuilderService(this.environment, String(functionName)).asGoogle;
  }

  /** Only the user's own. */
  getProjectTriggers(): GoogleAppsScript.Script.Trigger[] {
    const id = this.environment.spreadsheet().getId();
    return this.store.of(this.environment.user).map((trigger) => new TriggerService(trigger, id).asGoogle);
  }

  getUserTriggers(): GoogleAppsScript.Script.Trigger[] {
    return this.getProjectTriggers();
  }

  deleteTrigger(trigger: unknown): void {
    this.store.delete(own(TriggerService, trigger, 'ScriptApp.deleteTrigger').getUniqueId());
  }

  private get store(): TriggerStore {
    return new TriggerStore(this.environment.workbook.state);
  }
}
