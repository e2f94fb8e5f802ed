import type { FUniver } from '@univerjs/core/facade';
import { element } from './dom';
import { activeCell } from './view';

interface Waiting {
  sheetId: string;
  row: number;
  column: number;
  allow?: string;
}

/** Asks, at a cell that imports from another spreadsheet, whether it may: only a person can say so. */
export class ImportAccess {
  private readonly box = element('div', {
    class: 'import-access',
    role: 'dialog',
    'aria-label': 'Allow access',
    hidden: true,
  });
  private waiting: Waiting[] = [];

  constructor(
    private readonly api: FUniver,
    parent: HTMLElement,
    private readonly allow: (id: string) => void,
  ) {
    parent.append(this.box);
  }

  /** All cells with errors; those that nobody can allow anything at are passed over. */
  replace(cells: readonly Waiting[]): void {
    this.waiting = cells.filter(({ allow }) => allow !== undefined);
    this.update();
  }

  /** To be called whenever another cell is selected. */
  update(): void {
    const cell = activeCell(this.api);
    const found =
      cell &&
      this.waiting.find(
        ({ sheetId, row, column }) =>
          sheetId === cell.getSheetId() && row === cell.getRow() && column === cell.getColumn(),
      );
    this.box.hidden = !found;
    const button = element('button', { type: 'button' }, 'Allow access');
    button.addEventListener('click', () => {
      this.box.hidden = true;
      this.allow(found!.allow!);
    });
    this.box.replaceChildren(
      ...(found
        ? [
            element(
              'p',
              {},
              `The formula in ${cell.getA1Notation()} reads another spreadsheet. You need to connect these sheets.`,
            ),
            button,
          ]
        : []),
    );
  }
}
