/**
 * What the person sees of the connection: a banner while it is lost, and a grid that takes no edits meanwhile, since nobody
 * would keep them.
 */
export class Connection {
  private hadFocus: HTMLElement | undefined;

  constructor(
    private readonly banner: HTMLElement,
    private readonly grid: HTMLElement,
  ) {}

  /** `unsaved` edits were on their way. `reason` is the host's sentence, empty without one. */
  lost(unsaved: number, reason: string): void {
    const parts = [
      reason === '' ? 'The connection to the local host is lost.' : reason,
      unsaved > 0 ? 'Your last edit may not have been saved.' : '',
      'Trying to connect again; edits are paused.',
    ];
    this.banner.textContent = parts.filter((part) => part !== '').join(' ');
    const active = document.activeElement;
    if (active instanceof HTMLElement && this.grid.contains(active)) this.hadFocus = active;
    this.grid.inert = true;
  }

  restored(): void {
    this.banner.textContent = '';
    if (!this.grid.inert) return;
    this.grid.inert = false;
    this.hadFocus?.focus();
    this.hadFocus = undefined;
  }

  /** Gives the keyboard to the grid, whose editor listens in an element of its own. */
  focusGrid(): void {
    this.grid.querySelector<HTMLElement>('[contenteditable="true"]')?.focus();
  }
}
