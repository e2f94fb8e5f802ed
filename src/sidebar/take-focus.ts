/** The person has been in this page and has gone elsewhere, to a menu or to the cells. */
let isLeft = false;
/** The page has had the keyboard at some time. Where it has lost it since, nobody may have said so: its scripts come late. */
let wasHere = document.hasFocus();
addEventListener('blur', () => (isLeft = true));
addEventListener('focus', () => {
  isLeft = false;
  wasHere = true;
});

/** The keyboard goes somewhere because this page puts it there. */
export let isTakingFocus = false;

/**
 * Puts the keyboard to an element of this page. From whoever has left the page meanwhile it takes nothing away: the
 * element waits until they come back.
 */
export function takeFocus(element: HTMLElement | null | undefined): void {
  if (!isLeft && (!wasHere || document.hasFocus())) {
    focus(element);
    return;
  }
  const whenBack = (): void => {
    // Whoever comes by a click has chosen a place of their own.
    if (document.activeElement === document.body) focus(element);
  };
  addEventListener('focus', whenBack, { once: true });
}

function focus(element: HTMLElement | null | undefined): void {
  isTakingFocus = true;
  element?.focus();
  isTakingFocus = false;
}
