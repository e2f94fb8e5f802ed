import vm from 'node:vm';
import { ServiceError } from '../contract/service-error';
import { functionOf, isVariableName } from './template-code';

/** A template as scripts get it: its name for messages, and its text. */
export interface TemplateSource {
  name: string;
  html: string;
}

/** What a template printed: to be taken as it stands, or to be escaped. */
export type Printed = [isTrusted: boolean, text: string];

/**
 * Source of a function that runs inside the script's realm: makes the object of a template, whose properties are the
 * variables of its scriptlets. `member` answers what a template has anyway, `compile` the template's function.
 */
export const TEMPLATE_OBJECT = `(member, compile, unwrap) => {
  const variables = Object.create(null);
  const evaluate = () => {
    const names = Object.keys(variables);
    const printed = [];
    const output = {
      set _(value) { printed.push([true, String(value)]); },
      set _$(value) { printed.push([false, String(value)]); },
    };
    unwrap(compile(names))((name) => variables[name])(output);
    return unwrap(member('evaluate'))(printed);
  };
  return new Proxy(variables, {
    get: (target, key) => {
      if (typeof key === 'symbol' || key in target) return target[key];
      return key === 'evaluate' ? evaluate : unwrap(member(key));
    },
    set: (target, key, value) => {
      Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
      return true;
    },
    setPrototypeOf: () => false,
  });
}`;

/** A scriptlet that cannot be read, in the words of the language. */
class TemplateSyntaxError extends ServiceError {
  override name = 'SyntaxError';
}

/** A template's function in a realm, to be called with the way to its variables, then with the output. */
export type TemplateFunction = (value: (name: string) => unknown) => (output: unknown) => void;

/** @throws ServiceError that says where in the template */
export function compileTemplate(
  { name, html }: TemplateSource,
  variables: readonly string[],
  context: vm.Context,
): TemplateFunction {
  const usable = variables.filter(isVariableName);
  try {
    const made = new vm.Script(functionOf(html, usable), { filename: name }).runInContext(context) as (
      ...values: unknown[]
    ) => (output: unknown) => void;
    return (value) => made(...usable.map(value));
  } catch (error) {
    const { message, stack = '' } = error as Error;
    const line = stack.startsWith(`${name}:`) ? /^\d+/.exec(stack.slice(name.length + 1))?.[0] : undefined;
    throw new TemplateSyntaxError(`${message} (${line === undefined ? '' : `line ${line}, `}file "${name}")`);
  }
}
