import type { RunReply } from '../contract/protocol';
import { element } from './dom';

/** What the content of a frame sends to the page. */
type FromFrame =
  | { googleScript: 'run'; id: number; functionName: string; args: unknown[] }
  | { googleScript: 'close' }
  | { googleScript: 'setHeight'; height: unknown }
  | { googleScript: 'setWidth'; width: unknown }
  | { googleScript: 'focusEditor' };

/** What the content of a frame may ask for besides calls; what is absent has no effect. */
export interface FrameRequests {
  close(): void;
  /** In pixels. */
  setHeight?(height: number): void;
  setWidth?(width: number): void;
}

/** What the page answers. */
type ToFrame = { googleScript: 'reply'; id: number } & RunReply;

/**
 * The sandboxed frames of sidebars and dialogs, and the bridge by which their content calls the project. The content has no
 * origin of its own, so a frame is known by its window alone.
 */
export class Frames {
  private readonly open = new Map<HTMLIFrameElement, FrameRequests>();

  /** @param focusGrid gives the keyboard to the cells */
  constructor(
    private readonly run: (functionName: string, args: unknown[]) => Promise<RunReply>,
    private readonly focusGrid: () => void,
  ) {
    addEventListener('message', (event: MessageEvent<unknown>) => {
      const found = [...this.open].find(
        ([frame]) => frame.contentWindow !== null && frame.contentWindow === event.source,
      );
      if (found && isFromFrame(event.data)) void this.answer(event.data, ...found);
    });
  }

  /** A frame that shows `/content/<contentId>`. */
  create(contentId: string, title: string, requests: FrameRequests): HTMLIFrameElement {
    const frame = element('iframe', {
      sandbox: 'allow-scripts allow-forms allow-popups allow-modals allow-downloads',
      src: `/content/${encodeURIComponent(contentId)}`,
      title,
    });
    this.open.set(frame, requests);
    return frame;
  }

  /** Takes the frame away; replies still on their way to it are dropped. */
  remove(frame: HTMLIFrameElement): void {
    this.open.delete(frame);
    frame.remove();
  }

  private async answer(message: FromFrame, frame: HTMLIFrameElement, requests: FrameRequests): Promise<void> {
    switch (message.googleScript) {
      case 'close':
        return requests.close();
      case 'setHeight':
        return requests.setHeight?.(lengthOf(message.height));
      case 'setWidth':
        return requests.setWidth?.(lengthOf(message.width));
      case 'focusEditor':
        return this.focusGrid();
    }
    const reply = await this.run(message.functionName, message.args);
    const answer: ToFrame = { googleScript: 'reply', id: message.id, ...reply };
    // A sandboxed document has the origin "null", which no target can name; the window itself is ours.
    if (this.open.has(frame)) frame.contentWindow?.postMessage(answer, '*');
  }
}

function isFromFrame(data: unknown): data is FromFrame {
  if (typeof data !== 'object' || data === null) return false;
  const { googleScript, functionName, args } = data as Record<string, unknown>;
  if (['close', 'setHeight', 'setWidth', 'focusEditor'].includes(String(googleScript))) return true;
  return googleScript === 'run' && typeof functionName === 'string' && Array.isArray(args);
}

/** Whatever a content asks for, a frame stays one that can be seen. */
function lengthOf(value: unknown): number {
  const length = Number(value);
  return Number.isFinite(length) ? Math.max(50, length) : 50;
}
