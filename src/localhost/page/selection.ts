import type { FUniver } from '@univerjs/core/facade';
import { type Place, selectedPlace } from './view';

/** Moving the selection by keyboard makes many; the host needs the one where it rests. */
const restMilliseconds = 60;

/** Says where the person is. */
export interface SelectionWatch {
  /** Tells the host at once, unless it knows. */
  sendNow(): void;
  /** Tells a host that knows nothing yet. */
  sendAgain(): void;
}

/**
 * Tells the host where the person is, once they rest there.
 * @param onMove called at once, whenever they move
 */
export function watchSelection(api: FUniver, send: (place: Place) => void, onMove: () => void): SelectionWatch {
  let sent: Place | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function sendNow(): void {
    clearTimeout(timer);
    timer = undefined;
    const place = selectedPlace(api);
    if (!place || JSON.stringify(place) === JSON.stringify(sent)) return;
    sent = place;
    send(place);
  }

  function moved(): void {
    onMove();
    timer ??= setTimeout(sendNow, restMilliseconds);
  }

  api.addEvent(api.Event.SelectionChanged, moved);
  api.addEvent(api.Event.SelectionMoveEnd, moved);
  api.addEvent(api.Event.ActiveSheetChanged, moved);
  return {
    sendNow,
    sendAgain() {
      sent = undefined;
      sendNow();
    },
  };
}
