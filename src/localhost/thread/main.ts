import vm from 'node:vm';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { KILLED } from '../call-guard';
import { Execution } from '../execution';
import type { RunReply } from '../protocol';
import { resultForClient } from '../script-run-values';
import { type Service, ServiceError } from '../services/service';
import { RemoteServices } from './remote-services';
import type { FromThread, ThreadStart, ToThread, WireValue } from './wire';

/** The thread of one execution: what a script runs on while it may have to wait for a person. */
const { start, answers, signal } = workerData as { start: ThreadStart; answers: MessagePort; signal: Int32Array };
const host = parentPort!;

function send(message: FromThread): void {
  host.postMessage(message);
}

function call(service: number, member: string, args: WireValue[]): WireValue {
  send({ type: 'call', service, member, args });
  Atomics.wait(signal, 0, 0);
  Atomics.store(signal, 0, 0);
  const answer = (receiveMessageOnPort(answers) as { message: ToThread }).message;
  if ('value' in answer) return answer.value;
  const { message, isGoogles } = answer.error;
  throw isGoogles ? new ServiceError(message) : new Error(message);
}

const remote = new RemoteServices(call);
const services = remote.receive(start.services) as Record<string, Service<unknown>>;
const project = {
  scripts: start.scripts.map(({ name, text }) => new vm.Script(text, { filename: name })),
  scriptNames: start.scripts.map(({ name }) => name),
  timeZone: start.timeZone,
};
/** The host's guard stands before every call; here only the end of the time has to be noticed. */
const guard = {
  isKilled: false,
  call: () => undefined,
  end: () => undefined,
  kill: () => new ServiceError(KILLED),
};
const now = start.ahead > 0 ? () => Date.now() + start.ahead : undefined;
const circumstances = { lastMoment: start.lastMoment, readOnly: true, now };
const execution = new Execution(project, guard, () => services, circumstances);
let reply: RunReply;
try {
  reply = { value: resultForClient(execution.call(start.functionName, start.args)) };
} catch (thrown) {
  const { name, message } = execution.fail(thrown);
  reply = { error: { name, message } };
}
send({ type: 'end', reply, failure: execution.failure });
