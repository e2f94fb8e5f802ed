import { type CallKind, ServiceError } from '../contract/service-error';

/** What an execution is authorised for: `ScriptApp.AuthMode`. */
export type AuthModeName = 'NONE' | 'CUSTOM_FUNCTION' | 'LIMITED' | 'FULL';

/**
 * What a call reaches for: nothing of anybody's, the add-on's menu, the file and what belongs to it, who the person is,
 * or the person's account.
 */
type Need = 'nothing' | 'menu' | 'file' | 'identity' | 'account';

/** Google's table of what each mode allows (guide "Authorization lifecycle for editor add-ons"). */
const ALLOWED: Readonly<Record<AuthModeName, readonly Need[]>> = {
  NONE: ['nothing', 'menu'],
  // The person is there, but nameless: see `SessionService`.
  LIMITED: ['nothing', 'menu', 'file', 'identity'],
  // Read-only, and without a user interface: `SpreadsheetApp.getUi` says so itself.
  CUSTOM_FUNCTION: ['nothing', 'menu', 'file', 'identity'],
  FULL: ['nothing', 'menu', 'file', 'identity', 'account'],
};

const ADDRESS = 'https://www.googleapis.com/auth/';
const SHEETS = ['spreadsheets.currentonly', 'spreadsheets'];
const CONTAINER = ['script.container.ui'];
const EMAIL = ['userinfo.email'];
const TRIGGERS = ['script.scriptapp'];

interface Rule {
  need: Need;
  /** Any one of these must be in the manifest. */
  scopes?: readonly string[];
}

/** By method, else by service, else by `*`: what Google's reference names for each. */
const RULES: Readonly<Record<string, Rule>> = {
  '*': { need: 'file', scopes: SHEETS },

  Enum: { need: 'nothing' },
  Logger: { need: 'nothing' },
  console: { need: 'nothing' },
  Utilities: { need: 'nothing' },
  User: { need: 'nothing' },
  Blob: { need: 'nothing' },
  HtmlService: { need: 'file' },
  HtmlOutput: { need: 'file' },
  HtmlTemplate: { need: 'file' },

  PropertiesService: { need: 'file' },
  Properties: { need: 'file' },
  CacheService: { need: 'file' },
  Cache: { need: 'file' },
  LockService: { need: 'file' },
  Lock: { need: 'file' },

  'SpreadsheetApp.create': { need: 'account', scopes: ['spreadsheets'] },
  'SpreadsheetApp.openById': { need: 'account', scopes: ['spreadsheets'] },
  'SpreadsheetApp.openByUrl': { need: 'account', scopes: ['spreadsheets'] },
  'SpreadsheetApp.getUi': { need: 'menu' },
  Menu: { need: 'menu' },
  Ui: { need: 'menu' },
  'Ui.alert': { need: 'file' },
  'Ui.prompt': { need: 'file' },
  PromptResponse: { need: 'nothing' },
  Browser: { need: 'file' },
  'Ui.showSidebar': { need: 'account', scopes: CONTAINER },
  'Ui.showModalDialog': { need: 'account', scopes: CONTAINER },
  'Ui.showModelessDialog': { need: 'account', scopes: CONTAINER },

  Session: { need: 'nothing' },
  'Session.getActiveUser': { need: 'identity', scopes: EMAIL },
  'Session.getEffectiveUser': { need: 'identity', scopes: EMAIL },

  ScriptApp: { need: 'nothing' },
  'ScriptApp.deleteTrigger': { need: 'account', scopes: TRIGGERS },
  'ScriptApp.getProjectTriggers': { need: 'account', scopes: TRIGGERS },
  'ScriptApp.getUserTriggers': { need: 'account', scopes: TRIGGERS },
  'ScriptApp.newTrigger': { need: 'account', scopes: TRIGGERS },
  Trigger: { need: 'account' },
  TriggerBuilder: { need: 'account' },
  ClockTriggerBuilder: { need: 'account' },
  SpreadsheetTriggerBuilder: { need: 'account' },
  AuthorizationInfo: { need: 'nothing' },
};

/** What one execution may call. */
export class Authorization {
  /**
   * @param scopes the manifest's; undefined where it lists none, since Google then finds them out by itself
   * @param canEdit whether the person may edit the file
   */
  constructor(
    readonly mode: AuthModeName,
    private readonly scopes: readonly string[] | undefined,
    private readonly canEdit: boolean,
  ) {}

  /** @throws ServiceError with Google's message when the call is not allowed */
  check(kind: CallKind, service: string, method: string): void {
    const name = `${service}.${method}`;
    const rule = RULES[name] ?? RULES[service] ?? RULES['*']!;
    if (!ALLOWED[this.mode].includes(rule.need)) {
      throw new ServiceError(`You do not have permission to call ${name}.${required(rule)}`);
    }
    if (kind === 'write' && this.mode === 'CUSTOM_FUNCTION') {
      throw new ServiceError(`You do not have permission to call ${name}`);
    }
    if (kind === 'write' && !this.canEdit) {
      throw new ServiceError('You do not have permission to perform that action.');
    }
    // What runs without having been authorised needs no scope.
    if (this.mode === 'FULL' && !this.hasScope(rule)) {
      throw new ServiceError(`Specified permissions are not sufficient to call ${name}.${required(rule)}`);
    }
  }

  private hasScope({ scopes }: Rule): boolean {
    return !scopes || !this.scopes || scopes.some((scope) => this.scopes?.includes(ADDRESS + scope));
  }
}

function required({ scopes = [] }: Rule): string {
  if (scopes.length === 0) return '';
  const addresses = scopes.map((scope) => ADDRESS + scope).join(' || ');
  return ` Required permissions: ${scopes.length > 1 ? `(${addresses})` : addresses}`;
}
