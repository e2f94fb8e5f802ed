import type { FieldModel } from '../tables/form';

interface FieldViewProps {
  field: FieldModel;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

/** One field: label, input, help and error, tied together for people who do not see the page. */
export function FieldView({ field, value, error, onChange }: FieldViewProps) {
  const id = `field-${field.key}`;
  const hint = field.choices.find((choice) => choice.value === value)?.hint;
  const described = [error && `${id}-error`, `${id}-help`].filter(Boolean).join(' ');
  const common = {
    id,
    name: field.key,
    value,
    'aria-required': field.required,
    'aria-invalid': error !== undefined,
    'aria-describedby': described,
    onInput: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div class={field.half ? 'field half' : 'field'}>
      <label for={id}>
        {field.label}
        {!field.required && <span class="optional"> (optional)</span>}
      </label>
      {field.input === 'choice' ? (
        <select {...common}>
          <option value="">Choose…</option>
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.value}
            </option>
          ))}
        </select>
      ) : field.input === 'long text' ? (
        <textarea {...common} rows={3} maxLength={field.longest} />
      ) : (
        <input {...common} {...INPUTS[field.input]} maxLength={field.input === 'day' ? undefined : field.longest} />
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <p class="help" id={`${id}-help`}>
        {hint ?? field.help}
      </p>
    </div>
  );
}

/** Numbers are typed as text: the sheet's locale decides what a comma means, not the browser's. */
const INPUTS = {
  text: { type: 'text', autoComplete: 'off' },
  link: { type: 'text', inputMode: 'url', autoComplete: 'off' },
  number: { type: 'text', inputMode: 'decimal', autoComplete: 'off' },
  day: { type: 'date' },
} as const;
