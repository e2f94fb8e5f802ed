import type { AuthModeName } from '../access/authorization';
import type { HostOptions } from '../contract/host';
import type { Answer, Question, ToPage } from '../contract/protocol';
import type { Environment } from '../services/base/environment';
import { SheetService } from '../services/sheet/sheet';
import { SpreadsheetService } from '../services/spreadsheet/spreadsheet';
import { TREATMENT } from './execution-kinds';
import type { Start } from './start';

/** What all executions of a host work on. */
type Shared = Pick<
  Environment,
  'workbook' | 'project' | 'contents' | 'stores' | 'people' | 'protections' | 'clock' | 'others'
>;

/** Makes what the services of one execution work on. */
export class Environments {
  constructor(
    private readonly shared: Shared,
    private readonly options: Pick<HostOptions, 'title' | 'userProperties' | 'installed' | 'answer'>,
    private readonly tell: (user: string, message: ToPage) => void,
  ) {}

  of({ user, kind }: Start, authMode: AuthModeName, timeLeft: () => number): Environment {
    const { shared, options } = this;
    const { people, workbook } = shared;
    const environment: Environment = {
      ...shared,
      user,
      title: options.title,
      userProperties: options.userProperties ?? workbook.state,
      authMode,
      installed: options.installed ?? 'bound',
      isAuthorised: people.hasAuthorised(user),
      hasUi: TREATMENT[kind].hasUi,
      timeLeft,
      selection: () => people.selection(user),
      select: (selection) => {
        people.select(user, selection);
        this.tell(user, { type: 'activate', ...selection });
      },
      tell: (message) => this.tell(user, message),
      ask: (question) => this.answerAtOnce(question, user),
      showMenu: (menu) => {
        people.showMenu(user, menu);
        this.tell(user, { type: 'menus', menus: people.menusOf(user) });
      },
      log: () => undefined,
      spreadsheet: () => new SpreadsheetService(environment).asGoogle,
      sheet: (sheetId) => new SheetService(environment, sheetId).asGoogle,
    };
    return environment;
  }

  /** Nobody can be waited for: what nobody has prepared is closed without an answer. */
  private answerAtOnce(question: Question, user: string): Answer {
    const prepared = this.options.answer?.(question, user);
    if (prepared) return prepared;
    this.tell(user, { type: 'alert', title: question.title, message: question.message });
    return { button: question.buttons.length > 1 || question.hasText ? 'CLOSE' : 'OK', text: '' };
  }
}
