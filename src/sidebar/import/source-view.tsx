import type { Source } from '../../import/sources/source';
import { targetNamed } from '../../import/targets';

interface SourceProps {
  fitting: readonly Source[];
  others: readonly Source[];
  chosen: string;
  onChoose(id: string): void;
}

/** What a table is and where it goes: recognised by its headings, or said by hand. */
export function SourceView({ fitting, others, chosen, onChoose }: SourceProps) {
  const option = (source: Source, text: string) => (
    <option key={source.id} value={source.id}>
      {text}
    </option>
  );
  return (
    <div class="field">
      <label for="source">What is it?</label>
      <select
        id="source"
        value={chosen}
        aria-describedby="source-help"
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <option value="">Choose…</option>
        {fitting.map((source) => option(source, source.name))}
        <optgroup label="Something else">
          {others.map((source) => option(source, `A table for ${targetNamed(source.target).label}`))}
        </optgroup>
      </select>
      <p class="help" id="source-help">
        {fitting.length === 0 && 'The headings are not those of a program that is known here.'}
        {fitting.length === 1 && 'Recognised by its headings.'}
        {fitting.length > 1 && 'The headings fit several: choose one.'}
      </p>
    </div>
  );
}
