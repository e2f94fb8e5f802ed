import type { FormValues, ItemModel } from '../../schema/form';

interface ItemViewProps {
  item: ItemModel;
  answer: string;
  note: string;
  error: string | undefined;
  onChange(changed: FormValues): void;
}

/** One thing that waits: choosing an answer again takes it back; a note goes with it once it is answered. */
export function ItemView({ item, answer, note, error, onChange }: ItemViewProps) {
  const { key, title, figure, detail, answers } = item;
  const id = `field-${item.note}`;
  return (
    <fieldset class="item">
      <legend>{title}</legend>
      <p class="figure">{figure}</p>
      <p class="detail">{detail}</p>
      <div class="answers">
        {answers.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={key}
              value={value}
              checked={answer === value}
              onClick={() => onChange({ [key]: answer === value ? '' : value })}
            />
            {label}
          </label>
        ))}
      </div>
      {answer !== '' && (
        <label class="note">
          {answer === 'dispute' ? 'Why' : 'Note'}
          {answer !== 'dispute' && <span class="optional"> (optional)</span>}
          <input
            id={id}
            name={item.note}
            type="text"
            autoComplete="off"
            value={note}
            aria-required={answer === 'dispute'}
            aria-invalid={error !== undefined}
            aria-describedby={error && `${id}-error`}
            onInput={(event) => onChange({ [item.note]: event.currentTarget.value })}
          />
        </label>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
