import { MessageChannel, Worker } from 'node:worker_threads';
import { waitForAnswer } from '../../../../src/localhost/script/thread/wait-for-answer';

/** Wakes whoever waits twice for nothing, as the end of an earlier answer does on a busy machine, then answers. */
const HOST = `
const { workerData: { signal, port } } = require('node:worker_threads');
for (let woken = 0; woken < 2;) woken += Atomics.notify(signal, 0);
port.postMessage('the answer');
Atomics.store(signal, 0, 1);
Atomics.notify(signal, 0);
`;

describe('A script that waits for what it has asked of the host', () => {
  it('goes on waiting when it is woken without an answer', async () => {
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const { port1, port2 } = new MessageChannel();
    const host = new Worker(HOST, { eval: true, workerData: { signal, port: port2 }, transferList: [port2] });
    await new Promise((resolve) => host.once('online', resolve));
    expect(waitForAnswer(port1, signal)).toBe('the answer');
    port1.close();
    await host.terminate();
  });
});
