import type { LocalState } from '../workbook/local-state';
import type { Menu, MenuItem, Selection } from '../contract/protocol';

/** Who uses the workbook, what they have selected, and the menus that scripts have put up for them. */
export class People {
  private readonly selections = new Map<string, Selection>();
  private readonly menus = new Map<string, Menu[]>();
  private readonly unauthorised = new Set<string>();

  constructor(private readonly state: LocalState) {}

  /** Takes down somebody who works here: the first one owns the workbook, others may edit it. */
  note(user: string): void {
    if (user !== '' && !this.viewers().includes(user)) this.addEditor(user);
  }

  owner(): string | undefined {
    return this.editors()[0];
  }

  /** Nobody in particular, as in a test without a user, is taken for the owner. */
  isOwner(user: string): boolean {
    return user === '' || user === this.owner();
  }

  /** Everybody who may edit, the owner first. */
  editors(): string[] {
    return this.listed('people');
  }

  /** Those who may only look. */
  viewers(): string[] {
    return this.listed('viewers');
  }

  mayEdit(user: string): boolean {
    return user === '' || !this.viewers().includes(user);
  }

  addEditor(user: string): void {
    if (this.viewers().includes(user)) this.store('viewers', without(this.viewers(), user));
    if (!this.editors().includes(user)) this.store('people', [...this.editors(), user]);
  }

  /** Also takes the right to edit from an editor; the owner stays. */
  addViewer(user: string): void {
    if (this.isOwner(user) || this.viewers().includes(user)) return;
    this.store('people', without(this.editors(), user));
    this.store('viewers', [...this.viewers(), user]);
  }

  removeViewer(user: string): void {
    this.store('viewers', without(this.viewers(), user));
  }

  /** Whether the person has authorised the project; everybody has of whom nothing else is said. */
  hasAuthorised(user: string): boolean {
    return !this.unauthorised.has(user);
  }

  setAuthorised(user: string, authorised: boolean): void {
    if (authorised) this.unauthorised.delete(user);
    else this.unauthorised.add(user);
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

  /** Whether an item of the person's menus calls the function. */
  isInMenu(user: string, functionName: string): boolean {
    const calls = (items: readonly MenuItem[]): boolean =>
      items.some((item) => item.functionName === functionName || calls(item.items ?? []));
    return this.menusOf(user).some(({ items }) => calls(items));
  }

  /** A menu takes the place of one of the same name. */
  showMenu(user: string, menu: Menu): void {
    const others = this.menusOf(user).filter(({ place, name }) => place !== menu.place || name !== menu.name);
    this.menus.set(user, [...others, menu]);
  }

  clearMenus(user: string): void {
    this.menus.delete(user);
  }

  private listed(key: 'people' | 'viewers'): string[] {
    return (this.state.get(key) as string[] | undefined) ?? [];
  }

  private store(key: 'people' | 'viewers', users: string[]): void {
    this.state.set(key, users);
  }
}

function without(users: string[], user: string): string[] {
  return users.filter((one) => one !== user);
}
