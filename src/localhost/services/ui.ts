import type { Menu, MenuItem } from '../protocol';
import { contentPage } from '../content-page';
import type { Environment } from './environment';
import { HtmlOutputService } from './html';
import { type CallTable, EnumSet, type EnumValue, Service, type ServiceDefinition, own } from './service';

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
    private readonly environment: Environment,
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

const calls = {
  alert: 'other',
  createAddonMenu: 'handle',
  createMenu: 'handle',
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

  constructor(private readonly environment: Environment) {
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

  /**
   * The execution does not wait for the person, so the answer is what nobody can mind: OK where only OK or Cancel is
   * asked, otherwise CLOSE, as if the question had been closed without an answer.
   */
  alert(...args: unknown[]): GoogleAppsScript.Base.Button {
    const texts = args.filter((arg) => typeof arg === 'string');
    const buttons = args.find((arg) => typeof arg === 'object' && arg !== null) ?? ButtonSet.value('OK');
    const [title = '', message = ''] = texts.length > 1 ? texts : ['', texts[0]];
    this.environment.tell({ type: 'alert', title, message });
    const answer: EnumValue = Button.value(ButtonSet.labelOf(buttons).startsWith('YES') ? 'CLOSE' : 'OK');
    return answer as unknown as GoogleAppsScript.Base.Button;
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
