import { useEffect, useRef, useState } from 'preact/hooks';
import type { NewRow } from '../../import/rows/new-rows';
import type { Target } from '../../import/targets';
import { figuresChanged } from '../figures-changed';
import { call } from '../server';
import { submissionKey } from '../submission-key';
import { inRows } from './in-rows';
import { TakeBackButton } from './take-back-button';
import { writeRows, type Written } from './write-rows';
import { takeFocus } from '../take-focus';

interface WritingProps {
  source: string;
  file: string;
  lines: number;
  /** The import that is gone on with, where the page was closed half-way. */
  begun: string | null;
  target: Target;
  rows: readonly NewRow[];
  today: string;
  onBack(): void;
  onAnother(): void;
}

/** Step 4: rows are written in blocks, with progress; it can be stopped, gone on with and taken back. */
export function WritingView({ source, file, lines, begun, target, rows, today, onBack, onAnother }: WritingProps) {
  // The import's name stands in every row.
  const [importId] = useState(() => begun ?? `${source}, ${today}, ${submissionKey()}`);
  const [done, setDone] = useState(0);
  const [written, setWritten] = useState<Written | null>(null);
  const [problem, setProblem] = useState('');
  const [takenBack, setTakenBack] = useState('');
  const stopped = useRef(false);
  const heading = useRef<HTMLHeadingElement>(null);

  async function write(): Promise<void> {
    stopped.current = false;
    setWritten(null);
    setProblem('');
    try {
      const answer = await writeRows(target, importId, rows, (now) => {
        setDone(now);
        return !stopped.current;
      });
      setWritten(answer);
      if (answer.rows > 0) void figuresChanged();
      if (!answer.stopped) void call('endImport', importId).catch(() => undefined);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }
  useEffect(() => {
    // Whoever closes the page meanwhile is told of it when they come back; that it cannot be kept stops nobody.
    const begins = { registerId: target.id, importId, file, lines, rows: rows.length };
    void call('beginImport', begins).catch(() => undefined);
    void write();
  }, []);
  // What was pressed has gone with what it was about: the keyboard goes on at what is said now.
  useEffect(() => takeFocus(heading.current), [written, problem, takenBack]);

  if (takenBack) {
    return (
      <div>
        <h2 ref={heading} tabIndex={-1}>
          Taken back
        </h2>
        <p role="status">{takenBack}</p>
        <button type="button" onClick={onBack}>
          Back to the file
        </button>
      </div>
    );
  }
  if (!written && !problem) {
    return (
      <div>
        <h2 ref={heading} tabIndex={-1}>
          Importing
        </h2>
        <progress max={rows.length} value={done} aria-label="Rows written" />
        <p role="status">{`${done.toLocaleString()} of ${inRows(rows.length)} written.`}</p>
        <button type="button" onClick={() => (stopped.current = true)}>
          Stop after this block
        </button>
      </div>
    );
  }
  const { first = null, tab = null } = written ?? {};
  const isWhole = written !== null && !written.stopped;
  return (
    <div>
      <h2 ref={heading} tabIndex={-1}>
        {isWhole ? 'Imported' : 'Stopped'}
      </h2>
      <div role={problem ? 'alert' : 'status'} class={problem ? '' : 'written'}>
        {problem && <p class="problem">{problem}</p>}
        <p>
          {isWhole
            ? `${inRows(written.rows)} written to ${tab?.name ?? target.label}${first === null ? '' : `, from row ${first} on`}.`
            : `${done.toLocaleString()} of ${inRows(rows.length)} written. What stands already is not written again.`}
        </p>
        {tab && first !== null && (
          <button type="button" onClick={() => void call('showRow', tab.id, first)}>
            Show the first row
          </button>
        )}
        {!isWhole && (
          <button type="button" onClick={() => void write()}>
            Go on
          </button>
        )}
        <TakeBackButton target={target} importId={importId} onTaken={setTakenBack} />
      </div>
      <button type="button" onClick={onAnother}>
        Import another file
      </button>
    </div>
  );
}
