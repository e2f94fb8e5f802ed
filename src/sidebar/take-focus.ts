/** The person has been in this page and has gone elsewhere, to a menu or to the cells. */
let isLeft = false;
addEventListener('blur', () => (isLeft = true));
addEventListener('focus', () => (isLeft = false));

/**
 * Puts the keyboard to an element of this page. From whoever has left the page meanwhile it takes nothing away: the
 * element waits until they come back.
 */
export function takeFocus(element: HTMLElement | null | undefined): void {
  if (!isLeft) {
    element?.focus();
    return;
  }
  const whenBack = (): void => {
    // Whoever comes by a click has chosen a place of their own.
    if (document.activeElement === document.body) element?.focus();
  };
  addEventListener('focus', whenBack, { once: true });
}
