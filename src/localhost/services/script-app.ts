import { type CallTable, EnumSet, Service, type ServiceDefinition } from './service';

type ScriptApp = GoogleAppsScript.Script.ScriptApp;

export const AuthMode = new EnumSet('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);

const calls = { getScriptId: 'other' } as const satisfies CallTable<ScriptApp>;
const definition: ServiceDefinition = { name: 'ScriptApp', calls, constants: ['AuthMode'] };

export class ScriptAppService extends Service<ScriptApp> implements Pick<ScriptApp, keyof typeof calls> {
  readonly definition = definition;
  readonly AuthMode = AuthMode;

  getScriptId(): string {
    return 'local-host-script';
  }
}
