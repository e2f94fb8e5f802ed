import type { Insertion } from './use-insertion';

interface InsertionViewProps {
  insertion: Insertion;
  label: string;
  /** Id of what names the thing that is inserted, for people who hear the button by itself. */
  describedBy: string;
  /** Absent where the button submits the form it stands in. */
  onInsert?(): void;
}

/** The button that inserts, and below it what came of it. */
export function InsertionView({ insertion, label, describedBy, onInsert }: InsertionViewProps) {
  const { busy, outcome } = insertion;
  return (
    <div class="insertion">
      <button
        type={onInsert ? 'button' : 'submit'}
        class={onInsert ? undefined : 'primary'}
        aria-disabled={busy}
        aria-describedby={describedBy}
        onClick={onInsert}
      >
        {busy ? 'Writing…' : label}
      </button>
      <div role="alert">{outcome?.kind === 'refused' && <p class="problem">{outcome.message}</p>}</div>
      <div role="status">{outcome?.kind === 'written' && <p class="written">{outcome.message}</p>}</div>
    </div>
  );
}
