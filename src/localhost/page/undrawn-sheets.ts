import type { ICommandInfo } from '@univerjs/core';
import { SheetRenderController } from '@univerjs/sheets-ui';

interface Marking {
  _sheetSkeletonManagerService: { getCurrentParam(): unknown };
  _markUnitDirty(command: ICommandInfo, options?: object): void;
}

/**
 * Cells may change while no sheet is drawn, as when somebody has just taken away the one in front: then there is nothing to be
 * drawn anew. The grid would throw.
 */
export function tolerateUndrawnSheets(): void {
  const prototype = SheetRenderController.prototype as unknown as Marking;
  const mark = prototype._markUnitDirty;
  prototype._markUnitDirty = function (this: Marking, command, options) {
    if (this._sheetSkeletonManagerService.getCurrentParam()) mark.call(this, command, options);
  };
}
