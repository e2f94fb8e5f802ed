import { answerTo, type Doubt } from '../../import/doubts';
import type { Plan } from '../../import/plan';

interface DoubtsProps {
  plan: Plan;
  doubts: readonly Doubt[];
  onAnswer(key: string, answer: string): void;
}

const INPUTS = {
  day: { type: 'date' },
  number: { type: 'text', inputMode: 'numeric' },
  text: { type: 'text', inputMode: 'decimal' },
} as const;

/** What the file itself does not settle, asked once. */
export function DoubtsView({ plan, doubts, onAnswer }: DoubtsProps) {
  return (
    <div class="fields">
      {doubts.map((doubt, at) => {
        const answer = answerTo(plan, doubt);
        const common = {
          id: `doubt-${at}`,
          name: doubt.key,
          'aria-required': doubt.needed,
          value: answer,
          onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
            onAnswer(doubt.key, currentTarget.value),
        };
        return (
          <div class="field" key={doubt.key}>
            <label for={common.id}>{doubt.question}</label>
            {doubt.input === 'choice' ? (
              <select {...common}>
                {answer === '' && <option value="">Choose…</option>}
                {doubt.choices.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            ) : (
              <input {...common} {...INPUTS[doubt.input]} autoComplete="off" />
            )}
          </div>
        );
      })}
    </div>
  );
}
