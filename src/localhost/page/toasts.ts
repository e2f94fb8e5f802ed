import { element } from './dom';
import { closeButton } from './sidebar';

/** Short messages at the bottom right, newest at the bottom. */
export class Toasts {
  constructor(private readonly region: HTMLElement) {}

  /** `seconds` below 0: stays until closed, as in Sheets. Returns what takes it away. */
  show(title: string, message: string, seconds: number): () => void {
    // The same message again takes the place of the one before.
    for (const shown of this.region.children) {
      if (shown.firstElementChild?.textContent === title + message) shown.remove();
    }
    const text = element(
      'div',
      {},
      ...(title === '' ? [] : [element('strong', {}, title)]),
      element('span', {}, message),
    );
    const toast = element('div', { class: 'toast' }, text);
    const close = () => toast.remove();
    toast.append(closeButton('Close message', close));
    this.region.append(toast);
    if (seconds >= 0) this.closeLater(toast, seconds);
    return close;
  }

  /** Not while the person points at it or is in it: it may not be read to the end yet. */
  private closeLater(toast: HTMLElement, seconds: number): void {
    const close = () => {
      if (toast.matches(':hover, :focus-within')) setTimeout(close, 1_000);
      else toast.remove();
    };
    setTimeout(close, seconds * 1_000);
  }
}
