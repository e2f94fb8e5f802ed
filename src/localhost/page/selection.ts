import type { FUniver } from '@univerjs/core/facade';
import type { CellErrors } from './cell-errors';

/** Moving the selection by keyboard makes many; the host needs the one where it rests. */
const restMilliseconds = 60;

/** Tells the host and the cell errors where the person is. `sendNow` tells the host at once. */
export function watchSelection(
  api: FUniver,
  send: (sheetId: string, a1: string) => void,
  cellErrors: CellErrors,
): { sendNow(): void } {
  let sent = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function sendNow(): void {
    clearTimeout(timer);
    timer = undefined;
    const range = api.getActiveWorkbook()?.getActiveRange();
    if (!range) return;
    const place = `${range.getSheetId()}!${range.getA1Notation()}`;
    if (place === sent) return;
    sent = place;
    send(range.getSheetId(), range.getA1Notation());
  }

  function moved(): void {
    cellErrors.update();
    timer ??= setTimeout(sendNow, restMilliseconds);
  }

  api.addEvent(api.Event.SelectionChanged, moved);
  api.addEvent(api.Event.SelectionMoveEnd, moved);
  api.addEvent(api.Event.ActiveSheetChanged, moved);
  return { sendNow };
}
