import type { Outcome } from '../actions/asking/outcome';
import { call } from './server';

export type Written = Extract<Outcome, { kind: 'written' }>;

interface WrittenViewProps {
  written: Written;
  /** The form is that of a row: there is nothing else to edit. */
  editing: boolean;
  undo: (() => void) | undefined;
}

/** What was written and where, and what makes sense now. */
export function WrittenView({ written: { message, where, follow }, editing, undo }: WrittenViewProps) {
  return (
    <div class="written">
      <p>{message}</p>
      {undo && (
        <button type="button" onClick={undo}>
          Undo
        </button>
      )}
      {where && (
        <button type="button" onClick={() => void call('showRow', where.tabId, where.row)}>
          Show the row
        </button>
      )}
      {where && !editing && (
        <button
          type="button"
          onClick={() => void call('showRow', where.tabId, where.row).then(() => call('showForm', 'edit'))}
        >
          Edit the row
        </button>
      )}
      {follow && (
        <button type="button" onClick={() => void call('showForm', follow.form)}>
          {follow.label}
        </button>
      )}
    </div>
  );
}
