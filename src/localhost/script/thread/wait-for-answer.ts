import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';

/**
 * Waits on this thread until there is an answer. The host posts it, sets the signal and wakes the thread: a thread that
 * sees the signal by itself may be at its next call by the time it is woken, so being woken says nothing about an answer.
 * @param signal is 1 once something was posted
 */
export function waitForAnswer<T>(answers: MessagePort, signal: Int32Array): T {
  for (;;) {
    const received = receiveMessageOnPort(answers) as { message: T } | undefined;
    if (received) return received.message;
    Atomics.wait(signal, 0, 0);
    // What is posted from here on sets it anew; what was posted before is there at the next look.
    Atomics.store(signal, 0, 0);
  }
}
