import { useState } from 'preact/hooks';
import type { Target } from '../../import/targets';
import { figuresChanged } from '../figures-changed';
import { inRows } from './in-rows';
import { call } from '../server';

interface TakeBackProps {
  target: Target;
  importId: string;
  onTaken(message: string): void;
}

/** Removes the rows of an import that nobody has changed since. */
export function TakeBackButton({ target, importId, onTaken }: TakeBackProps) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function takeBack(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem('');
    try {
      const answer = await call('takeImportBack', target.id, importId);
      if (answer.kind === 'refused') setProblem(answer.message);
      else {
        const kept = answer.changed > 0 ? ` ${answer.changed} that were changed or answered since stay.` : '';
        onTaken(`${inRows(answer.removed)} removed from ${answer.tab.name}.${kept}`);
        void figuresChanged();
      }
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <button type="button" aria-disabled={busy} onClick={() => void takeBack()}>
        {busy ? 'Taking it back…' : 'Take this import back'}
      </button>
      <div role="alert">{problem && <p class="problem">{problem}</p>}</div>
    </>
  );
}
