import { isPersonal, type Heading } from '../../import/file/headings';
import type { Plan } from '../../import/plan';
import type { SheetFacts } from '../../import/sheet';
import { sourceNamed } from '../../import/sources';
import { targetNamed, type TargetField } from '../../import/targets';
import { useState } from 'preact/hooks';

interface ColumnsProps {
  plan: Plan;
  headings: readonly Heading[];
  facts: SheetFacts;
  onChange(plan: Plan): void;
}

const ALWAYS = 'always:';
const COLUMN = 'column:';

/** Step 2: which column is what; one text can stand for every row. */
export function ColumnsView({ plan, headings, facts, onChange }: ColumnsProps) {
  const [personal, setPersonal] = useState(false);
  const source = sourceNamed(plan.source);
  const fields = targetNamed(source.target).fields.filter(({ id }) => !source.metrics || id === 'date');
  const used = new Set(Object.values(plan.columns).flat());
  const offered = headings.filter((heading) => personal || used.has(heading.name) || !isPersonal(heading));
  const without = <T,>(all: Readonly<Record<string, T>>, id: string): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));

  function change(id: string, value: string): void {
    const columns = without(plan.columns, id);
    const constants = without(plan.constants, id);
    if (value.startsWith(COLUMN)) columns[id] = [value.slice(COLUMN.length)];
    if (value.startsWith(ALWAYS)) constants[id] = value.slice(ALWAYS.length);
    onChange({ ...plan, columns, constants });
  }

  return (
    <details open={source.knownBy.length === 0}>
      <summary>Which column is what</summary>
      <div class="fields">
        {fields.map((field) => (
          <div class="field" key={field.id}>
            <label for={`column-${field.id}`}>
              {field.label}
              {!field.needed && <span class="optional"> (optional)</span>}
            </label>
            <select
              id={`column-${field.id}`}
              value={valueOf(plan, field)}
              onChange={({ currentTarget }) => change(field.id, currentTarget.value)}
            >
              <option value="">{field.needed ? 'Choose…' : 'Nothing'}</option>
              {(plan.columns[field.id]?.length ?? 0) > 1 && (
                <option value={valueOf(plan, field)}>{plan.columns[field.id]!.join(' + ')}</option>
              )}
              <optgroup label="Columns of the file">
                {offered.map(({ name, text }) => (
                  <option key={name} value={COLUMN + name}>
                    {text}
                  </option>
                ))}
              </optgroup>
              {alwaysOf(plan, field, facts).length > 0 && (
                <optgroup label="The same in every row">
                  {alwaysOf(plan, field, facts).map((value) => (
                    <option key={value} value={ALWAYS + value}>
                      {value}
                    </option>
                  ))}
                </optgroup>
              )}
            </select>
          </div>
        ))}
      </div>
      <Always plan={plan} fields={fields} onChange={change} />
      <label class="check">
        <input
          type="checkbox"
          checked={personal}
          onChange={({ currentTarget }) => setPersonal(currentTarget.checked)}
        />
        Offer columns with personal data as well
      </label>
    </details>
  );
}

const valueOf = ({ columns, constants }: Plan, { id }: TargetField): string => {
  if (columns[id]) return COLUMN + columns[id].join('+');
  return constants[id] === undefined ? '' : ALWAYS + constants[id];
};

function alwaysOf({ constants }: Plan, { id, kind }: TargetField, { sides, kinds, kpis }: SheetFacts): string[] {
  const listed = {
    side: sides.map(({ name }) => name),
    choice: id === 'kind' ? [...kinds] : [],
    kpi: kpis.map(({ name }) => name),
  }[kind as string];
  const own = constants[id];
  return [...new Set([...(listed ?? []), ...(own === undefined ? [] : [own])])];
}

/** A text or a number of one's own for every row. */
function Always({
  plan,
  fields,
  onChange,
}: {
  plan: Plan;
  fields: readonly TargetField[];
  onChange(id: string, value: string): void;
}) {
  const typed = fields.filter(({ kind, id }) => ['text', 'number', 'amount'].includes(kind) && !plan.columns[id]);
  const [id, setId] = useState(typed[0]?.id ?? '');
  if (typed.length === 0) return null;
  return (
    <div class="fields">
      <div class="field half">
        <label for="always-field">The same in every row</label>
        <select id="always-field" value={id} onChange={({ currentTarget }) => setId(currentTarget.value)}>
          {typed.map((field) => (
            <option key={field.id} value={field.id}>
              {field.label}
            </option>
          ))}
        </select>
      </div>
      <div class="field half">
        <label for="always-text">Its text</label>
        <input
          id="always-text"
          type="text"
          autoComplete="off"
          value={plan.constants[id] ?? ''}
          onInput={({ currentTarget: { value } }) => onChange(id, value === '' ? '' : ALWAYS + value)}
        />
      </div>
    </div>
  );
}
