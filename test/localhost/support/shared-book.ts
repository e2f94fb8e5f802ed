import type { Engine } from '../../../src/localhost/contract/engine';
import { MirrorPage, normalized } from './mirror-page';
import { TestSheet } from './sheet';

/** A workbook and the pages that look at it. */
export class SharedBook {
  readonly pages: MirrorPage[] = [];

  private constructor(readonly book: TestSheet) {}

  static async open(): Promise<SharedBook> {
    return new SharedBook(await TestSheet.open());
  }

  async join(user: string): Promise<MirrorPage> {
    const page = new MirrorPage(this.book.host, user);
    this.pages.push(page);
    await page.receiveAll();
    return page;
  }

  /** Lets all messages through until nobody has anything to say. */
  async settle(): Promise<void> {
    const { pages } = this;
    for (let round = 0; round < 20 && pages.some((page) => !page.isQuiet); round++) {
      for (const page of pages) page.sendAll();
      for (const page of pages) await page.receiveAll();
    }
  }

  async expectAllAlike(): Promise<void> {
    await this.settle();
    const state = this.hostState();
    for (const page of this.pages) expect(page.shown).toEqual(state);
  }

  closePages(): void {
    this.pages.splice(0).forEach((page) => page.close());
  }

  close(): void {
    this.closePages();
    this.book.close();
  }

  /** What a page that joins now is shown. */
  private hostState(): unknown {
    let state: unknown;
    this.book.host
      .connect({
        user: 'observer@example.com',
        send: (message) => {
          if (message.type === 'snapshot') state = normalized(message.snapshot.workbook);
        },
      })
      .close();
    return state;
  }
}

export const setCell =
  (row: number, column: number, content: object) =>
  (engine: Engine): void => {
    engine.execute('sheet.mutation.set-range-values', {
      unitId: 'workbook',
      subUnitId: '0',
      cellValue: { [row]: { [column]: content } },
    });
  };

export const number = (value: number): object => ({ v: value, t: 2, f: null });
export const formula = (text: string): object => ({ f: text, v: null });
