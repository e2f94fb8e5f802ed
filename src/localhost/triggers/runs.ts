import type { People } from '../access/people';
import type { RunReply } from '../contract/protocol';
import { resultForClient } from '../script/script-run-values';
import type { Executions } from '../script/executions';
import { plainCopy } from '../services/base/plain-copy';
import type { Triggers } from './triggers';

/** Google's words to whoever has not authorised the project. */
export const NOT_AUTHORISED: RunReply = {
  error: { name: 'ScriptError', message: 'Authorization is required to perform that action.' },
};

/** What people and tests run by name: menu items, `google.script.run`, code by hand. */
export class Runs {
  constructor(
    private readonly executions: Executions,
    private readonly people: People,
    private readonly triggers: Pick<Triggers, 'enable'>,
  ) {}

  /** A menu click or a call of `google.script.run` for which nobody is there to answer questions. */
  run(functionName: string, args: unknown[], user: string): RunReply {
    if (!this.admit(user)) return NOT_AUTHORISED;
    const fromMenu = this.people.isInMenu(user, functionName);
    return this.executions.run({ functionName, kind: 'Add-on', user }, (execution): RunReply => {
      try {
        return { value: resultForClient(execution.call(functionName, args, fromMenu)) };
      } catch (thrown) {
        const { name, message } = execution.fail(thrown);
        return { error: { name, message } };
      }
    });
  }

  /** Runs `code`, the body of a function. @throws what the code throws */
  evaluate(code: string, user: string): unknown {
    this.people.note(user);
    return this.executions.run({ functionName: '(evaluate)', kind: 'Editor', user }, (execution) => {
      try {
        return plainCopy(execution.evaluate(code));
      } catch (thrown) {
        const { name, message } = execution.fail(thrown);
        throw Object.assign(new Error(message), { name });
      }
    });
  }

  /** Whether the person may run anything; if so, the add-on is in use from now on. */
  admit(user: string): boolean {
    this.people.note(user);
    if (!this.people.hasAuthorised(user)) return false;
    this.triggers.enable();
    return true;
  }
}
