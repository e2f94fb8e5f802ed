import { CATALOGUE } from '../../src/functions/catalogue';
import { call, refusal } from './support/call';
import { parseExample } from './support/formula';

const entries = CATALOGUE.flatMap(([, functions]) => functions);

it('every function has a name of its own', () => {
  expect(new Set(entries.map(({ definition }) => definition.name)).size).toBe(entries.length);
});

describe.each(entries.map(({ definition, help }) => [definition.name, help] as const))(
  '%s',
  (functionName, { examples }) => {
    it('is shown at work and failing', () => {
      expect(examples.filter((example) => 'answer' in example).length).toBeGreaterThanOrEqual(2);
      expect(examples.filter((example) => 'error' in example).length).toBeGreaterThanOrEqual(1);
    });

    it.each(examples.map((example) => [example.title, example] as const))('%s', (_, example) => {
      const { name, given } = parseExample(example);
      expect(name).toBe(functionName);
      if ('error' in example) expect(refusal(name, ...given)).toBe(example.error);
      else expect(call(name, ...given)).toEqual(example.answer);
    });
  },
);
