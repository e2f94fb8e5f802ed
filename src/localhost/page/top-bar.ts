import type { Menu, MenuItem } from '../contract/protocol';
import { byId, element } from './dom';
import { MenuBar, type MenuNode } from './menu-bar';
import { peopleSwitch } from './people';

/** The bar above the grid: title, menus, whether all is saved, and the person. */
export class TopBar {
  private readonly title = element('h1', {}, document.title);
  private readonly menuBar: MenuBar;
  private readonly status = element('span', { class: 'status' });

  /**
   * @param guarded says in words that the selected cell is protected
   * @param run called with the function of a menu item and its caption
   * @param showHelp called with the caption and the text of an item that only tells something
   * @param downloads what *File* offers
   * @param showExecutions called for the list of what the project has run
   * @param leave gives the keyboard back to the grid
   */
  constructor(
    user: string,
    guarded: HTMLElement,
    private readonly run: (functionName: string, caption: string) => void,
    private readonly showHelp: (caption: string, text: string) => void,
    private readonly showExecutions: () => void,
    private readonly downloads: readonly MenuNode[],
    leave: () => void,
  ) {
    this.menuBar = new MenuBar(leave);
    byId('top-bar').replaceChildren(
      element('span', { class: 'logo', 'aria-hidden': 'true' }),
      this.title,
      this.menuBar.element,
      guarded,
      this.status,
      peopleSwitch(user),
    );
    this.showMenus([]);
  }

  showTitle(title: string): void {
    this.title.textContent = title;
    document.title = title;
  }

  showStatus(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** Add-ons stand under Extensions, as in Sheets; other menus stand in the bar before it. */
  showMenus(menus: Menu[]): void {
    const toNode = (menu: Menu): MenuNode => ({ caption: menu.name, items: this.toNodes(menu.items) });
    const addOns = menus.filter(({ place }) => place === 'addon').map(toNode);
    const none: MenuNode = { caption: 'No add-on has a menu here', note: true };
    const executions: MenuNode = { caption: 'Executions', run: this.showExecutions };
    this.menuBar.show([
      { caption: 'File', items: [...this.downloads] },
      { caption: 'Extensions', items: [...(addOns.length > 0 ? addOns : [none]), { caption: '' }, executions] },
      ...menus.filter(({ place }) => place === 'custom').map(toNode),
    ]);
  }

  private toNodes(items: MenuItem[]): MenuNode[] {
    return items.map(({ caption, functionName, help, items: below }) => {
      if (below) return { caption, items: this.toNodes(below) };
      if (help !== undefined) return { caption, run: () => this.showHelp(caption, help) };
      if (functionName === undefined) return { caption };
      return { caption, run: () => this.run(functionName, caption) };
    });
  }
}
