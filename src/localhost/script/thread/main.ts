import vm from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { KILLED } from '../call-guard';
import { Execution } from '../execution';
import type { RunReply } from '../../contract/protocol';
import { resultForClient } from '../script-run-values';
import { ServiceError } from '../../contract/service-error';
import type { Service } from '../../services/base/service';
import { type Call, RemoteServices } from './remote-services';
import { waitForAnswer } from './wait-for-answer';
import type { FromThread, ThreadOrder, ThreadStart, ToThread, WireValue } from './wire';

/** The thread of one execution: what a script runs on while the host answers others. It waits to be told which. */
const host = parentPort!;

const send = (message: FromThread): void => host.postMessage(message);

host.once('message', ({ start, answers, signal }: ThreadOrder) => {
  const call = (service: number, member: string, args: WireValue[]): WireValue => {
    send({ type: 'call', service, member, args });
    const answer = waitForAnswer<ToThread>(answers, signal);
    if ('value' in answer) return answer.value;
    const { message, isGoogles } = answer.error;
    throw isGoogles ? new ServiceError(message) : new Error(message);
  };
  send({ type: 'end', ...run(start, call) });
});

function run(start: ThreadStart, call: Call): Omit<Extract<FromThread, { type: 'end' }>, 'type'> {
  const services = new RemoteServices(call).receive(start.services) as Record<string, Service<unknown>>;
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
    reply = { value: resultForClient(execution.call(start.functionName, start.args, start.fromMenu)) };
  } catch (thrown) {
    const { name, message } = execution.fail(thrown);
    reply = { error: { name, message } };
  }
  return { reply, failure: execution.failure };
}
