import type { FromPage, ToPage } from '../contract/protocol';
import { roleOf } from './people';

export interface LinkEvents {
  /** In order; the next message is given when the promise has settled. */
  onMessage(message: ToPage): Promise<void>;
  /** `reason` is the host's, where it gave one. */
  onLost(reason: string): void;
}

const firstDelay = 250;
const longestDelay = 5_000;

/** The WebSocket to the host. When it is lost it connects again, more and more slowly; the host then sends a snapshot. */
export class Link {
  private socket: WebSocket | undefined;
  private delay = firstDelay;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly user: string,
    private readonly events: LinkEvents,
  ) {
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.hurry();
    });
    this.connect();
  }

  /** Sends, or drops the message when the host is not there. */
  send(message: FromPage): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  private connect(): void {
    this.timer = undefined;
    const role = roleOf(this.user);
    const query = new URLSearchParams({ user: this.user, ...(role && { role }) });
    const socket = new WebSocket(`ws://${location.host}/?${query.toString()}`);
    this.socket = socket;
    let queue = Promise.resolve();
    socket.addEventListener('message', (event) => {
      const message = JSON.parse(event.data as string) as ToPage;
      queue = queue.then(() => this.handle(socket, message));
    });
    socket.addEventListener('close', (event) => {
      if (this.socket !== socket) return;
      this.socket = undefined;
      this.events.onLost(event.reason);
      this.timer = setTimeout(() => this.connect(), this.delay);
      this.delay = Math.min(this.delay * 2, longestDelay);
    });
  }

  /** A message that fails leaves the page out of step: a new connection brings a new snapshot. */
  private async handle(socket: WebSocket, message: ToPage): Promise<void> {
    if (this.socket !== socket) return;
    try {
      await this.events.onMessage(message);
      if (message.type === 'snapshot') this.delay = firstDelay;
    } catch (error) {
      console.error(`The page could not show what the host sent (${message.type}); it connects again.`, error);
      socket.close();
    }
  }

  private hurry(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.connect();
  }
}
