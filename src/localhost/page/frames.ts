import type { RunReply } from '../protocol';
import { element } from './dom';

/** What the content of a frame sends to the page. */
type FromFrame = { googleScript: 'run'; id: number; functionName: string; args: unknown[] } | { googleScript: 'close' };

/** What the page answers. */
type ToFrame = { googleScript: 'reply'; id: number } & RunReply;

/**
 * The sandboxed frames of sidebars and dialogs, and the bridge by which their content calls the project. The content has no
 * origin of its own, so a frame is known by its window alone.
 */
export class Frames {
  private readonly open = new Map<HTMLIFrameElement, () => void>();

  constructor(private readonly run: (functionName: string, args: unknown[]) => Promise<RunReply>) {
    addEventListener('message', (event: MessageEvent<unknown>) => {
      const found = [...this.open].find(
        ([frame]) => frame.contentWindow !== null && frame.contentWindow === event.source,
      );
      if (found && isFromFrame(event.data)) void this.answer(event.data, ...found);
    });
  }

  /** A frame that shows `/content/<contentId>`. `onClose` is called when the content asks to be closed. */
  create(contentId: string, title: string, onClose: () => void): HTMLIFrameElement {
    const frame = element('iframe', {
      sandbox: 'allow-scripts allow-forms allow-popups',
      src: `/content/${encodeURIComponent(contentId)}`,
      title,
    });
    this.open.set(frame, onClose);
    return frame;
  }

  /** Takes the frame away; replies still on their way to it are dropped. */
  remove(frame: HTMLIFrameElement): void {
    this.open.delete(frame);
    frame.remove();
  }

  private async answer(message: FromFrame, frame: HTMLIFrameElement, onClose: () => void): Promise<void> {
    if (message.googleScript === 'close') {
      onClose();
      return;
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
  if (googleScript === 'close') return true;
  return googleScript === 'run' && typeof functionName === 'string' && Array.isArray(args);
}
