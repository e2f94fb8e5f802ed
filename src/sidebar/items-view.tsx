import type { FormValues, ItemModel } from '../schema/form';

interface ItemsViewProps {
  items: readonly ItemModel[];
  values: FormValues;
  onChange(changed: FormValues): void;
}

/** Several things that are answered at once: each with its few answers, and one button for what all have in common. */
export function ItemsView({ items, values, onChange }: ItemsViewProps) {
  const answerAll = (label: string): void =>
    onChange(
      Object.fromEntries(
        items.flatMap(({ key, answers }) => {
          const answer = answers.find((one) => one.label === label);
          return answer ? [[key, answer.value]] : [];
        }),
      ),
    );
  const first = items[0]?.answers[0]?.label;
  return (
    <div class="items">
      {first && items.length > 1 && (
        <button type="button" onClick={() => answerAll(first)}>
          {first} all {items.length}
        </button>
      )}
      {items.map((item) => (
        <fieldset key={item.key} class="item">
          <legend>{item.title}</legend>
          <p class="figure">{item.figure}</p>
          <p class="detail">{item.detail}</p>
          <div class="answers">
            {item.answers.map(({ value, label }) => (
              <label key={value}>
                <input
                  type="radio"
                  name={item.key}
                  value={value}
                  checked={values[item.key] === value}
                  onClick={() => onChange({ [item.key]: values[item.key] === value ? '' : value })}
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
