import type { StandingImport } from '../../actions/import/standing-imports';
import type { Target } from '../../import/targets';
import { inRows } from './in-rows';
import { TakeBackButton } from './take-back-button';

interface EarlierProps {
  imports: readonly StandingImport[];
  target: Target;
  onTaken(message: string): void;
}

/** Imports whose rows stand in the register; each can still be taken back, also one that was stopped half-way. */
export function EarlierView({ imports, target, onTaken }: EarlierProps) {
  if (imports.length === 0) return null;
  return (
    <details>
      <summary>Earlier imports</summary>
      {imports.map(({ id, rows }) => (
        <div key={id} class="item">
          <p>{`${id}: ${inRows(rows)}`}</p>
          <TakeBackButton target={target} importId={id} onTaken={onTaken} />
        </div>
      ))}
    </details>
  );
}
