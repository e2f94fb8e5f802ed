import { element, freshId, keepKeys } from './dom';
import type { Frames } from './frames';
import { isMenuOpen } from './menu-bar';

/** The one sidebar: 300 px at the right, with a title and a close button. A new one takes the place of the old. */
export class Sidebar {
  private current: { panel: HTMLElement; frame: HTMLIFrameElement } | undefined;

  /** @param onClosed called when the person or the content has closed it */
  constructor(
    private readonly workspace: HTMLElement,
    private readonly frames: Frames,
    private readonly onClosed: () => void,
  ) {}

  show(title: string, contentId: string): void {
    this.remove();
    const close = () => {
      this.remove();
      this.onClosed();
    };
    const frame = this.frames.create(contentId, title, { close });
    const heading = element('h2', { id: freshId('sidebar') }, title);
    const button = closeButton('Close sidebar', close);
    const panel = element(
      'aside',
      { class: 'sidebar', 'aria-labelledby': heading.id },
      element('div', { class: 'panel-title' }, heading, button),
      frame,
    );
    keepKeys(panel);
    this.workspace.append(panel);
    // Whoever opened it by keyboard goes on in it by keyboard, at once: what is typed while it loads is not for the grid.
    // Whoever is in a menu by now stays there.
    if (!isMenuOpen()) frame.focus();
    this.current = { panel, frame };
  }

  remove(): void {
    if (!this.current) return;
    this.frames.remove(this.current.frame);
    this.current.panel.remove();
    this.current = undefined;
  }
}

/** The cross at the right of a title. */
export function closeButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'close', 'aria-label': label, title: label }, '×');
  button.addEventListener('click', onClick);
  return button;
}
