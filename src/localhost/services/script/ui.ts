import type { Menu, MenuItem, Answer, ButtonName } from '../../contract/protocol';
import { contentPage } from '../../html/content-page';
import type { Environment } from '../base/environment';
import { HtmlOutputService } from '../html/html-output';
import { Pending } from '../base/pending';
import { type CallTable, EnumSet, Service, type ServiceDefinition, own } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'title' | 'contents' | 'tell' | 'ask' | 'showMenu'>;

type Ui = GoogleAppsScript.Base.Ui;
type GoogleMenu = GoogleAppsScript.Base.Menu;

const menuCalls = {
  addItem: 'handle',
  addSeparator: 'handle',
  addSubMenu: 'handle',
  addToUi: 'other',
} as const satisfies CallTable<GoogleMenu>;

const menuDefinition: ServiceDefinition = { name: 'Menu', calls: menuCalls };

class MenuService extends Service<GoogleMenu> implements Pick<GoogleMenu, keyof typeof menuCalls> {
  readonly definition = menuDefinition;
  private readonly items: MenuItem[] = [];

  constructor(
    private readonly environment: Needs,
    private readonly place: Menu['place'],
    private readonly name: string,
  ) {
    super();
  }

  get asGoogle(): GoogleMenu {
    return this.api;
  }

  addItem(caption: string, functionName: string): GoogleMenu {
    this.items.push({ caption: String(caption), functionName: String(functionName) });
    return this.api;
  }

  addSeparator(): GoogleMenu {
    this.items.push({ caption: '' });
    return this.api;
  }

  addSubMenu(menu: unknown): GoogleMenu {
    const { name, items } = own(MenuService, menu, 'Menu.addSubMenu');
    this.items.push({ caption: name, items });
    return this.api;
  }

  addToUi(): void {
    this.environment.showMenu({ place: this.place, name: this.name, items: this.items });
  }
}

const Button = new EnumSet('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = new EnumSet('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

type PromptResponse = GoogleAppsScript.Base.PromptResponse;

const responseCalls = {
  getResponseText: 'handle',
  getSelectedButton: 'handle',
} as const satisfies CallTable<PromptResponse>;

const responseDefinition: ServiceDefinition = { name: 'PromptResponse', calls: responseCalls };

class PromptResponseService
  extends Service<PromptResponse>
  implements Pick<PromptResponse, keyof typeof responseCalls>
{
  readonly definition = responseDefinition;

  constructor(private readonly answer: Answer) {
    super();
  }

  getResponseText(): string {
    return this.answer.text;
  }

  getSelectedButton(): GoogleAppsScript.Base.Button {
    return Button.value(this.answer.button) as unknown as GoogleAppsScript.Base.Button;
  }
}

const calls = {
  alert: 'other',
  createAddonMenu: 'handle',
  createMenu: 'handle',
  prompt: 'other',
  showModalDialog: 'other',
  showModelessDialog: 'other',
  showSidebar: 'other',
} as const satisfies CallTable<Ui>;

const definition: ServiceDefinition = { name: 'Ui', calls, constants: ['Button', 'ButtonSet'] };

const DIALOG = { width: 600, height: 400 };

export class UiService extends Service<Ui> implements Pick<Ui, keyof typeof calls> {
  readonly definition = definition;
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;

  constructor(private readonly environment: Needs) {
    super();
  }

  get asGoogle(): Ui {
    return this.api;
  }

  createMenu(caption: string): GoogleMenu {
    return new MenuService(this.environment, 'custom', String(caption)).asGoogle;
  }

  /** Stands under Extensions and is called after the project. */
  createAddonMenu(): GoogleMenu {
    return new MenuService(this.environment, 'addon', this.environment.title).asGoogle;
  }

  showSidebar(userInterface: unknown): void {
    const html = own(HtmlOutputService, userInterface, 'Ui.showSidebar');
    this.environment.tell({ type: 'sidebar', title: html.getTitle(), contentId: this.publish(html) });
  }

  showModalDialog(userInterface: unknown, title: string): void {
    this.showDialog(userInterface, title, true);
  }

  showModelessDialog(userInterface: unknown, title: string): void {
    this.showDialog(userInterface, title, false);
  }

  /** `alert(message)`, `alert(message, buttons)` or `alert(title, message, buttons)`. */
  alert(...args: unknown[]): GoogleAppsScript.Base.Button {
    const answer = this.ask(args, false, ({ button }) => Button.value(button));
    return answer as unknown as GoogleAppsScript.Base.Button;
  }

  /** As `alert`, with a field for a text. */
  prompt(...args: unknown[]): GoogleAppsScript.Base.PromptResponse {
    const answer: unknown = this.ask(args, true, (given) => new PromptResponseService(given));
    return answer as GoogleAppsScript.Base.PromptResponse;
  }

  private ask<T>(args: unknown[], hasText: boolean, use: (answer: Answer) => T): T | Pending<T> {
    const texts = args.filter((arg) => typeof arg !== 'object' || arg === null).map(String);
    const set = args.find((arg) => typeof arg === 'object' && arg !== null) ?? ButtonSet.value('OK');
    const [title = '', message = ''] = texts.length > 1 ? texts : ['', texts[0]];
    const buttons = ButtonSet.labelOf(set).split('_') as ButtonName[];
    const answer = this.environment.ask({ title, message, buttons, hasText });
    return answer instanceof Pending ? answer.map(use) : use(answer);
  }

  private showDialog(userInterface: unknown, title: string, modal: boolean): void {
    const html = own(HtmlOutputService, userInterface, 'Ui.showModalDialog');
    this.environment.tell({
      type: 'dialog',
      title: String(title),
      contentId: this.publish(html),
      width: html.getWidth() ?? DIALOG.width,
      height: html.getHeight() ?? DIALOG.height,
      modal,
    });
  }

  private publish(html: HtmlOutputService): string {
    return this.environment.contents.add(contentPage(html.getContent()));
  }
}
