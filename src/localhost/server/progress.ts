/** What is being done until the workbook is there, for whoever waits: the console and the pages. */
export class Progress {
  private readonly listeners = new Set<(text: string) => void>();
  private text = '';

  /** @param onSaid is told of every step */
  constructor(private readonly onSaid: (text: string) => void = () => undefined) {}

  /** Begins a step. The promise resolves when those who wait have been told, so that even a step that holds up everything is known. */
  async say(text: string): Promise<void> {
    this.text = text;
    this.onSaid(text);
    for (const listener of this.listeners) listener(text);
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Tells the step that is being done, if any, and all that follow. @returns ends it */
  follow(listener: (text: string) => void): () => void {
    if (this.text !== '') listener(this.text);
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
