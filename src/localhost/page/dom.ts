type Child = Node | string;

/**
 * Makes an element. `properties` are set as attributes; `true` stands for an empty one, `false` and `undefined` for none.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Record<string, string | number | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

/** The element of index.html with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element with the id "${id}".`);
  return found;
}

let ids = 0;

/** An id no other element has, for `aria-labelledby` and the like. */
export function freshId(prefix: string): string {
  ids += 1;
  return `${prefix}-${ids}`;
}

/** Keeps keys pressed in our own controls from the grid, whose shortcuts listen on the whole page. */
export function keepKeys(control: HTMLElement): void {
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    control.addEventListener(type, (event) => event.stopPropagation());
  }
}
