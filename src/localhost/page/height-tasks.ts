import type { ICommandService } from '@univerjs/core';

interface Marked {
  id: string;
  unitId: string;
  subUnitId: string;
}

/**
 * The measurements of row heights that the grid has put off until the page is idle. One of a sheet that is gone by then would
 * throw, and nothing would be measured any more.
 */
export class HeightTasks {
  private readonly pending = new Map<string, Marked>();

  constructor(private readonly commands: ICommandService) {
    commands.onCommandExecuted(({ id, params }) => {
      if (id === 'sheet.operation.mark-dirty-row-auto-height') {
        const marked = params as Marked;
        this.pending.set(marked.id, marked);
      } else if (id === 'sheet.mutation.remove-sheet') {
        const { subUnitId } = params as Marked;
        this.cancel((marked) => marked.subUnitId === subUnitId);
      }
    });
  }

  cancel(which: (marked: Marked) => boolean = () => true): void {
    for (const marked of [...this.pending.values()].filter(which)) {
      this.pending.delete(marked.id);
      const { id, unitId } = marked;
      this.commands.syncExecuteCommand('sheet.operation.cancel-mark-dirty-row-auto-height', { unitId, id });
    }
  }
}
