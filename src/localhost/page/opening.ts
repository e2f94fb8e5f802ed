/** What the person reads instead of the workbook until it is there. */
export class Opening {
  constructor(private readonly cover: HTMLElement) {}

  say(text: string): void {
    const words = this.cover.querySelector('p');
    if (words) words.textContent = text;
  }

  /** The workbook is shown. */
  end(): void {
    this.cover.remove();
  }
}
