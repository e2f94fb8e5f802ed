import type { Card } from '../../actions/gallery/gallery';
import { useStep } from '../use-step';

interface CardViewProps {
  card: Card;
  busy: boolean;
  /** The question before rows are lost. */
  asks: string | null;
  onOpen(): void;
  onAdd(): void;
  onRemove(sure: boolean): void;
  onKeep(): void;
}

/** One page of the gallery. */
export function CardView({
  card: { name, question, tabId },
  busy,
  asks,
  onOpen,
  onAdd,
  onRemove,
  onKeep,
}: CardViewProps) {
  return (
    <div class="card" role="group" aria-label={name}>
      <h3>{name}</h3>
      <p>{question}</p>
      <div role="alert">{asks && <p class="problem">{asks}</p>}</div>
      <div class="buttons">
        {busy ? (
          <Working />
        ) : asks ? (
          <>
            <button type="button" onClick={onKeep}>
              Keep it
            </button>
            <button type="button" onClick={() => onRemove(true)}>
              Remove it with its rows
            </button>
          </>
        ) : tabId === null ? (
          <button type="button" aria-label={`Add ${name}`} onClick={onAdd}>
            Add
          </button>
        ) : (
          <>
            <button type="button" class="primary" aria-label={`Open ${name}`} onClick={onOpen}>
              Open
            </button>
            <button type="button" aria-label={`Remove ${name}`} onClick={() => onRemove(false)}>
              Remove
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function Working() {
  return <p role="status">{useStep() || 'Working…'}</p>;
}
