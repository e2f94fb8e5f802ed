import type { LocalState } from './local-state';
import type { Menu } from './protocol';
import type { Selection } from './services/environment';

/** Who uses the workbook, what they have selected, and the menus that scripts have put up for them. */
export class People {
  private readonly selections = new Map<string, Selection>();
  private readonly menus = new Map<string, Menu[]>();

  constructor(private readonly state: LocalState) {}

  /** Takes down somebody who works here; the first one owns the workbook. */
  note(user: string): void {
    const known = (this.state.get('people') as string[] | undefined) ?? [];
    if (user !== '' && !known.includes(user)) this.state.set('people', [...known, user]);
  }

  selection(user: string): Selection | undefined {
    return this.selections.get(user);
  }

  select(user: string, selection: Selection): void {
    this.selections.set(user, selection);
  }

  menusOf(user: string): Menu[] {
    return this.menus.get(user) ?? [];
  }

  /** A menu takes the place of one of the same name. */
  showMenu(user: string, menu: Menu): void {
    const others = this.menusOf(user).filter(({ place, name }) => place !== menu.place || name !== menu.name);
    this.menus.set(user, [...others, menu]);
  }

  clearMenus(user: string): void {
    this.menus.delete(user);
  }
}
