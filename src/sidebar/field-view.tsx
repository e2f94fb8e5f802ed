import type { FieldModel } from '../schema/form';

interface FieldViewProps {
  field: FieldModel;
  value: string;
  error: string | undefined;
  /** How a number that is typed there is read, where it is typed in another way. */
  read?: string;
  /** What it makes together with what stands elsewhere. */
  makes?: string;
  /** More is known of the form in a moment. */
  isComing?: boolean;
  onChange(value: string): void;
}

/** One field: label, input, help and error, tied together for people who do not see the page. */
export function FieldView({ field, value, error, read = '', makes = '', isComing = false, onChange }: FieldViewProps) {
  const id = `field-${field.key}`;
  if (field.input === 'rating') return <RatingView {...{ field, value, error, onChange }} />;
  const hint = field.choices.find((choice) => choice.value === value)?.hint;
  const described = [
    field.currency !== null && `${id}-currency`,
    error && `${id}-error`,
    read && `${id}-read`,
    makes && `${id}-makes`,
    `${id}-help`,
  ]
    .filter(Boolean)
    .join(' ');
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
    <div class={field.half && fitsHalf(field) ? 'field half' : 'field'}>
      <label for={id}>
        {field.label}
        {!field.required && <span class="optional"> (optional)</span>}
      </label>
      {field.input === 'choice' ? (
        <select {...common}>
          <option value="">{isComing && field.choices.length === 0 ? 'Looking…' : 'Choose…'}</option>
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label ?? choice.value}
            </option>
          ))}
        </select>
      ) : field.input === 'long text' ? (
        <textarea {...common} rows={3} maxLength={field.longest} />
      ) : (
        <div class={field.currency === null ? '' : 'amount'}>
          <input
            {...common}
            {...INPUTS[field.input as keyof typeof INPUTS]}
            maxLength={field.input === 'day' ? undefined : field.longest}
            list={field.completions.length > 0 ? `${id}-list` : undefined}
          />
          {field.currency !== null && (
            <span id={`${id}-currency`} class="currency">
              {field.currency}
            </span>
          )}
          {field.completions.length > 0 && (
            <datalist id={`${id}-list`}>
              {field.completions.map((text) => (
                <option key={text} value={text} />
              ))}
            </datalist>
          )}
        </div>
      )}
      <Notes {...{ id, error, read, makes }} help={hint ?? field.help} />
    </div>
  );
}

/** What a list shows in half of the sidebar, in letters; a name that is longer would be cut. */
const HALF = 12;

const fitsHalf = ({ input, choices }: FieldModel): boolean =>
  input !== 'choice' || choices.every(({ label, value }) => (label ?? value).length <= HALF);

/** A judgement as five buttons of which one is chosen; choosing it again takes it back. */
function RatingView({ field, value, error, onChange }: FieldViewProps) {
  const id = `field-${field.key}`;
  return (
    <fieldset class="field rating" aria-describedby={`${id}-ends ${id}-help`}>
      <legend>{field.label}</legend>
      <div class="scale">
        {['1', '2', '3', '4', '5'].map((grade) => (
          <label key={grade}>
            <input
              type="radio"
              name={field.key}
              value={grade}
              checked={value === grade}
              onClick={() => onChange(value === grade ? '' : grade)}
            />
            <span>{grade}</span>
          </label>
        ))}
      </div>
      {field.ends && (
        <div class="ends" id={`${id}-ends`}>
          <span>{field.ends[0]}</span>
          <span>{field.ends[1]}</span>
        </div>
      )}
      <Notes id={id} error={error} help={field.help} />
    </fieldset>
  );
}

type NotesProps = Pick<FieldViewProps, 'error' | 'read' | 'makes'> & { id: string; help: string };

function Notes({ id, error, read = '', makes = '', help }: NotesProps) {
  return (
    <>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {read && (
        <p class="read" id={`${id}-read`}>
          = {read}
        </p>
      )}
      {makes && (
        <p class="read" id={`${id}-makes`}>
          {makes}
        </p>
      )}
      <p class="help" id={`${id}-help`}>
        {help}
      </p>
    </>
  );
}

/** Numbers are typed as text: the sheet's locale decides what a comma means, not the browser's. */
const INPUTS = {
  text: { type: 'text', autoComplete: 'off' },
  link: { type: 'text', inputMode: 'url', autoComplete: 'off' },
  number: { type: 'text', inputMode: 'decimal', autoComplete: 'off' },
  day: { type: 'date' },
} as const;
