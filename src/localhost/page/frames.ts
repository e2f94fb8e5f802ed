import type { RunReply } from '../contract/protocol';
import { element } from './dom';

/** What the content of a frame sends to the page, through the port that it hands over first. */
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

/** What the page answers, and that the person has gone elsewhere before the content was there. */
type ToFrame = ({ googleScript: 'reply'; id: number } & RunReply) | { googleScript: 'left' };

/**
 * The sandboxed frames of sidebars and dialogs, and the bridge by which their content calls the project. The content has no
 * origin of its own, so a frame is known by its window alone: at its beginning, when it hands over the port that everything
 * else goes through. What it has sent by then arrives even when the frame has been taken away meanwhile; what comes from a
 * window that is gone would not.
 */
export class Frames {
  private readonly open = new Map<HTMLIFrameElement, FrameRequests>();

  /** @param focusGrid gives the keyboard to the cells */
  constructor(
    private readonly run: (functionName: string, args: unknown[]) => Promise<RunReply>,
    private readonly focusGrid: () => void,
  ) {
    addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<unknown>) => {
      const found = [...this.open].find(([frame]) => frame.contentWindow !== null && frame.contentWindow === source);
      if (found && port && isConnection(data)) this.listen(port, ...found);
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

  /** Takes the frame away. Calls that it has made reach the project; replies to them are dropped. */
  remove(frame: HTMLIFrameElement): void {
    this.open.delete(frame);
    frame.remove();
  }

  private listen(port: MessagePort, frame: HTMLIFrameElement, requests: FrameRequests): void {
    const left: ToFrame = { googleScript: 'left' };
    if (document.activeElement !== frame) port.postMessage(left);
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isFromFrame(data)) return;
      if (data.googleScript === 'run') void this.answer(data, port);
      else if (this.open.has(frame)) this.fulfil(data, requests);
    };
  }

  private fulfil(request: Exclude<FromFrame, { googleScript: 'run' }>, requests: FrameRequests): void {
    switch (request.googleScript) {
      case 'close':
        return requests.close();
      case 'setHeight':
        return requests.setHeight?.(lengthOf(request.height));
      case 'setWidth':
        return requests.setWidth?.(lengthOf(request.width));
      case 'focusEditor':
        return this.focusGrid();
    }
  }

  private async answer(
    { id, functionName, args }: Extract<FromFrame, { id: number }>,
    port: MessagePort,
  ): Promise<void> {
    const answer: ToFrame = { googleScript: 'reply', id, ...(await this.run(functionName, args)) };
    port.postMessage(answer);
  }
}

function isConnection(data: unknown): boolean {
  return typeof data === 'object' && data !== null && (data as Record<string, unknown>).googleScript === 'connect';
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
