import { type CallTable, EnumSet, type EnumValue, Service, type ServiceDefinition } from '../base/service';

type AuthorizationInfo = GoogleAppsScript.Script.AuthorizationInfo;

export const AuthorizationStatus = new EnumSet('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);

const calls = {
  getAuthorizationStatus: 'other',
  getAuthorizationUrl: 'other',
} as const satisfies CallTable<AuthorizationInfo>;

const definition: ServiceDefinition = { name: 'AuthorizationInfo', calls };

/** Whether the person has yet to authorise the project, and where. */
export class AuthorizationInfoService
  extends Service<AuthorizationInfo>
  implements Pick<AuthorizationInfo, 'getAuthorizationUrl'>
{
  readonly definition = definition;

  constructor(private readonly isRequired: boolean) {
    super();
  }

  get asGoogle(): AuthorizationInfo {
    return this.api;
  }

  getAuthorizationStatus(): EnumValue {
    return AuthorizationStatus.value(this.isRequired ? 'REQUIRED' : 'NOT_REQUIRED');
  }

  /** There is no page to go to: people of the local host are authorised by whoever opened it. */
  getAuthorizationUrl(): string {
    return this.isRequired ? 'https://script.google.com/' : '';
  }
}
