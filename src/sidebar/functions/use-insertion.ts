import { useRef, useState } from 'preact/hooks';
import type { Refused } from '../../actions/answering';
import type { Inserted } from '../../actions/forms/insert-formula';

export interface Insertion {
  busy: boolean;
  outcome: Inserted | Refused | null;
  run(work: () => Promise<Inserted | Refused>): Promise<void>;
}

/** One insertion at a time, and what came of it. */
export function useInsertion(): Insertion {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Insertion['outcome']>(null);
  const running = useRef(false);
  return {
    busy,
    outcome,
    async run(work) {
      // State arrives a render later; a second click in the same moment has to find the door shut.
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setOutcome(null);
      try {
        setOutcome(await work());
      } catch (error) {
        setOutcome({ kind: 'refused', message: (error as Error).message });
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
  };
}
