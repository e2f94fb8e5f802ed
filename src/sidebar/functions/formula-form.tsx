import { useRef, useState } from 'preact/hooks';
import type { DescribedArgument, DescribedFunction } from '../../build/function-help';
import { call } from '../server';
import { InsertionView } from './insertion-view';
import { argumentText, formulaText, type Notation } from './notation';
import { valueHint } from './value-hint';
import { useInsertion } from './use-insertion';

interface FormulaFormProps {
  described: DescribedFunction;
  notation: Notation;
}

/** Explains each argument where it is filled in, and writes the formula for a person's own cells. */
export function FormulaForm({ described: { name, arguments: taken }, notation }: FormulaFormProps) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const insertion = useInsertion();
  const form = useRef<HTMLFormElement>(null);
  const formula = formulaText(
    name,
    taken.map((argument) => argumentText(typed[argument.name] ?? '', argument, notation)),
    notation,
  );

  function change(argument: string, text: string): void {
    setTyped((before) => ({ ...before, [argument]: text }));
    setErrors(({ [argument]: _, ...others }) => others);
  }

  async function takeSelection(argument: string): Promise<void> {
    try {
      change(argument, await call('selectedReference'));
    } catch (error) {
      setErrors((before) => ({ ...before, [argument]: (error as Error).message }));
    }
  }

  function insert(): void {
    const missing = taken.filter((argument) => !argument.optional && !(typed[argument.name] ?? '').trim());
    setErrors(Object.fromEntries(missing.map((argument) => [argument.name, 'This argument is needed.'])));
    if (missing[0]) form.current!.querySelector<HTMLElement>(`[name="${missing[0].name}"]`)!.focus();
    else void insertion.run(() => call('insertFormula', formula));
  }

  return (
    <form
      ref={form}
      noValidate
      aria-label={`${name} for your own cells`}
      onSubmit={(event) => {
        event.preventDefault();
        insert();
      }}
    >
      <div class="fields">
        {taken.map((argument) => (
          <ArgumentField
            key={argument.name}
            argument={argument}
            value={typed[argument.name] ?? ''}
            error={errors[argument.name]}
            hint={valueHint(typed[argument.name] ?? '', argument, notation)}
            onChange={(text) => change(argument.name, text)}
            onTakeSelection={() => void takeSelection(argument.name)}
          />
        ))}
      </div>
      <p class="preview" id="preview">
        <code>{formula}</code>
      </p>
      <p class="help">Select the cell in which the answer should stand, then insert.</p>
      <InsertionView insertion={insertion} label="Insert into the current cell" describedBy="preview" />
    </form>
  );
}

interface ArgumentFieldProps {
  argument: DescribedArgument;
  value: string;
  error: string | undefined;
  hint: string;
  onChange(text: string): void;
  onTakeSelection(): void;
}

function ArgumentField({
  argument: { name, optional, text },
  value,
  error,
  hint,
  onChange,
  onTakeSelection,
}: ArgumentFieldProps) {
  const id = `argument-${name}`;
  return (
    <div class="field">
      <label for={id}>
        <code>{name}</code>
        {optional && <span class="optional"> (optional)</span>}
      </label>
      <div class="taking">
        <input
          id={id}
          name={name}
          type="text"
          autoComplete="off"
          spellcheck={false}
          value={value}
          aria-required={!optional}
          aria-invalid={error !== undefined}
          aria-describedby={[error && `${id}-error`, hint && `${id}-hint`, `${id}-help`].filter(Boolean).join(' ')}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <button type="button" aria-label={`Take the selected cells for ${name}`} onClick={onTakeSelection}>
          Selected cells
        </button>
      </div>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p class="read" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="help" id={`${id}-help`}>
        {text}
      </p>
    </div>
  );
}
