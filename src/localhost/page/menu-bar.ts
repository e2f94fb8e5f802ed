import { element, freshId, keepKeys } from './dom';

/** A menu (`items`), an item that does something (`run`), one that is only read (`note`), or with none a line between items. */
export interface MenuNode {
  caption: string;
  items?: MenuNode[];
  run?: () => void;
  note?: true;
}

/**
 * A menu bar after the ARIA pattern "menubar": Tab comes to it and leaves it, arrows move, Enter opens and runs, Escape closes,
 * letters jump.
 */
export class MenuBar {
  readonly element = element('div', { role: 'menubar', 'aria-label': 'Menus', class: 'menu-bar' });

  /** @param leave gives the keyboard back to where the person works */
  constructor(private readonly leave: () => void) {
    keepKeys(this.element);
    this.element.addEventListener('keydown', (event) => this.onKey(event));
    this.element.addEventListener('pointerover', (event) => this.onPoint(event.target));
    addEventListener('pointerdown', (event) => {
      if (!this.element.contains(event.target as Node)) this.closeAll();
    });
    // A click into the grid's or a sidebar's frame leaves this window without a pointer event.
    addEventListener('blur', () => this.closeAll());
    this.element.addEventListener('focusout', (event) => {
      if (event.relatedTarget !== null && !this.element.contains(event.relatedTarget as Node)) this.closeAll();
    });
  }

  show(menus: MenuNode[]): void {
    this.element.replaceChildren(...menus.map((menu) => this.renderNode(menu)));
    this.element.querySelector<HTMLElement>('[role="menuitem"]')?.setAttribute('tabindex', '0');
  }

  private renderNode(node: MenuNode): HTMLElement {
    if (!node.items && !node.run && !node.note) return element('div', { role: 'separator' });
    const item = element(
      'div',
      { role: 'menuitem', tabindex: -1, id: freshId('menu'), 'aria-disabled': node.note && 'true' },
      node.caption,
    );
    if (!node.items) {
      item.addEventListener('click', () => {
        if (!node.run) return;
        this.closeAll();
        this.leave();
        node.run();
      });
      return item;
    }
    item.setAttribute('aria-haspopup', 'menu');
    item.setAttribute('aria-expanded', 'false');
    const menu = element(
      'div',
      { role: 'menu', 'aria-labelledby': item.id, hidden: true },
      ...node.items.map((child) => this.renderNode(child)),
    );
    item.addEventListener('click', () => {
      if (isOpen(item) && item.parentElement?.parentElement === this.element) close(item);
      else this.open(item);
    });
    return element('div', { role: 'none', class: 'menu-holder' }, item, menu);
  }

  private onPoint(target: EventTarget | null): void {
    const item = (target as HTMLElement).closest<HTMLElement>('[role="menuitem"]');
    // The bar opens on a click; once a menu is open, pointing is enough.
    if (!item || !this.element.querySelector('[aria-expanded="true"]')) return;
    item.focus();
    if (menuOf(item)) this.open(item);
    else siblingsOf(item).forEach(close);
  }

  private onKey(event: KeyboardEvent): void {
    const item = document.activeElement as HTMLElement;
    if (item.getAttribute('role') !== 'menuitem') return;
    const inBar = parentOf(item) === undefined;
    const key = event.key;
    if (key === 'Enter' || key === ' ' || (key === 'ArrowDown' && inBar)) this.enter(item);
    else if (key === 'ArrowUp' && inBar) this.enter(item, -1);
    else if (key === 'ArrowDown') step(item, 1);
    else if (key === 'ArrowUp') step(item, -1);
    else if (key === 'ArrowRight') this.sideways(item, 1);
    else if (key === 'ArrowLeft') this.sideways(item, -1);
    else if (key === 'Home') siblingsOf(item)[0]?.focus();
    else if (key === 'End') siblingsOf(item).at(-1)?.focus();
    else if (key === 'Escape' && inBar) this.leave();
    else if (key === 'Escape') backToParent(item);
    else if (key === 'Tab') {
      this.closeAll();
      return;
    } else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) jump(item, key);
    else return;
    event.preventDefault();
  }

  /** Opens the item's menu and goes to its first (or last, -1) item; an item without a menu does what it does. */
  private enter(item: HTMLElement, at = 0): void {
    const menu = menuOf(item);
    if (!menu) {
      item.click();
      return;
    }
    this.open(item);
    itemsOf(menu).at(at)?.focus();
  }

  private sideways(item: HTMLElement, by: 1 | -1): void {
    const parent = parentOf(item);
    if (parent && by === 1 && menuOf(item)) {
      this.enter(item);
    } else if (parent && by === -1 && parentOf(parent)) {
      backToParent(item);
    } else {
      const top = topOf(item);
      const wasOpen = isOpen(top);
      const next = step(top, by);
      if (wasOpen && next) this.enter(next);
    }
  }

  private open(item: HTMLElement): void {
    siblingsOf(item).forEach(close);
    item.setAttribute('aria-expanded', 'true');
    const menu = menuOf(item);
    if (menu) menu.hidden = false;
    this.moveTabStop(topOf(item));
  }

  private closeAll(): void {
    itemsOf(this.element).forEach(close);
  }

  private moveTabStop(item: HTMLElement): void {
    for (const other of itemsOf(this.element)) other.tabIndex = other === item ? 0 : -1;
  }
}

/** A person is in a menu. */
export const isMenuOpen = (): boolean => document.querySelector('[role="menubar"] [aria-expanded="true"]') !== null;

/** The items of one menu or of the bar, without those of the menus below. */
function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [
    ...menu.querySelectorAll<HTMLElement>(':scope > [role="menuitem"], :scope > .menu-holder > [role="menuitem"]'),
  ];
}

function menuOf(item: HTMLElement): HTMLElement | undefined {
  const next = item.nextElementSibling;
  return next?.getAttribute('role') === 'menu' ? (next as HTMLElement) : undefined;
}

function containerOf(item: HTMLElement): HTMLElement {
  return item.parentElement!.closest<HTMLElement>('[role="menu"], [role="menubar"]')!;
}

function siblingsOf(item: HTMLElement): HTMLElement[] {
  return itemsOf(containerOf(item));
}

/** The item that opened the menu this item stands in; undefined in the bar. */
function parentOf(item: HTMLElement): HTMLElement | undefined {
  const container = containerOf(item);
  return container.getAttribute('role') === 'menu' ? (container.previousElementSibling as HTMLElement) : undefined;
}

function topOf(item: HTMLElement): HTMLElement {
  const parent = parentOf(item);
  return parent ? topOf(parent) : item;
}

function isOpen(item: HTMLElement): boolean {
  return item.getAttribute('aria-expanded') === 'true';
}

function close(item: HTMLElement): void {
  const menu = menuOf(item);
  if (!menu) return;
  itemsOf(menu).forEach(close);
  menu.hidden = true;
  item.setAttribute('aria-expanded', 'false');
}

/** Back to the item that opened this menu. */
function backToParent(item: HTMLElement): void {
  const parent = parentOf(item);
  if (!parent) return;
  close(parent);
  parent.focus();
}

function step(item: HTMLElement, by: number): HTMLElement | undefined {
  const items = siblingsOf(item);
  const next = items.at((items.indexOf(item) + by) % items.length);
  next?.focus();
  return next;
}

function jump(item: HTMLElement, letter: string): void {
  const items = siblingsOf(item);
  const from = items.indexOf(item) + 1;
  const begins = (other: HTMLElement) => other.textContent.trim().toLowerCase().startsWith(letter.toLowerCase());
  [...items.slice(from), ...items.slice(0, from)].find(begins)?.focus();
}
