import type { Answer, ButtonName } from '../../contract/protocol';
import type { Environment } from '../base/environment';
import { Pending } from '../base/pending';
import { type CallTable, EnumSet, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'ask'>;

type Browser = GoogleAppsScript.Base.Browser;

const Buttons = new EnumSet('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

const calls = { inputBox: 'other', msgBox: 'other' } as const satisfies CallTable<Browser>;

const definition: ServiceDefinition = { name: 'Browser', calls, constants: ['Buttons'] };

/** The older way to ask people something. */
export class BrowserService extends Service<Browser> implements Pick<Browser, keyof typeof calls> {
  readonly definition = definition;
  readonly Buttons = Buttons;

  constructor(private readonly environment: Needs) {
    super();
  }

  /** `msgBox(prompt)`, `msgBox(prompt, buttons)` or `msgBox(title, prompt, buttons)`; answers the button in small letters. */
  msgBox(...args: unknown[]): string {
    return this.ask(args, false, ({ button }) => (button === 'CLOSE' ? 'cancel' : button.toLowerCase()));
  }

  /** As `msgBox`, with a field: answers the text, or `cancel` where the person does not give one. */
  inputBox(...args: unknown[]): string {
    return this.ask(args, true, ({ button, text }) => (button === 'OK' || button === 'YES' ? text : 'cancel'));
  }

  private ask(args: unknown[], hasText: boolean, use: (answer: Answer) => string): string {
    const texts = args.filter((arg) => typeof arg !== 'object' || arg === null).map(String);
    const set = args.find((arg) => typeof arg === 'object' && arg !== null) ?? Buttons.value('OK');
    const [title = '', message = ''] = texts.length > 1 ? texts : ['', texts[0]];
    const buttons = Buttons.labelOf(set).split('_') as ButtonName[];
    const answer = this.environment.ask({ title, message, buttons, hasText });
    const result: unknown = answer instanceof Pending ? answer.map(use) : use(answer);
    return result as string;
  }
}
