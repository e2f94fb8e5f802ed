/**
 * What the person sees of the connection: a banner while it is lost, and a grid that takes no edits meanwhile, since nobody
 * would keep them.
 */
export class Connection {
  private hadFocus = false;

  /** @param focusGrid gives the keyboard to the cells */
  constructor(
    private readonly banner: HTMLElement,
    private readonly grid: HTMLElement,
    private readonly focusGrid: () => void,
  ) {}

  /** `unsaved` edits were on their way. `reason` is the host's sentence, empty without one. */
  lost(unsaved: number, reason: string): void {
    const parts = [
      reason === '' ? 'The connection to the local host is lost.' : reason,
      unsaved > 0 ? 'Your last edit may not have been saved.' : '',
      'Trying to connect again; edits are paused.',
    ];
    this.banner.textContent = parts.filter((part) => part !== '').join(' ');
    this.hadFocus ||= this.grid.contains(document.activeElement);
    this.grid.inert = true;
  }

  restored(): void {
    this.banner.textContent = '';
    if (!this.grid.inert) return;
    this.grid.inert = false;
    if (this.hadFocus) this.focusGrid();
    this.hadFocus = false;
  }
}
