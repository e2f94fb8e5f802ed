import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileTable } from '../../import/file/file-table';
import { checkKind } from '../../import/file/file-kind';
import { readFileTable } from '../../import/file/file-table';
import { knownHeadings } from '../../import/recognise';
import { browserSlices } from './browser-slices';
import { takeFocus } from '../take-focus';

interface ChooseProps {
  onRead(name: string, table: FileTable): void;
}

/** Step 1: a file, or text that was copied. */
export function ChooseView({ onRead }: ChooseProps) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [pasted, setPasted] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => takeFocus(input.current), []);

  async function read(name: string, given: () => Promise<Uint8Array | string>): Promise<void> {
    setBusy(true);
    setProblem('');
    try {
      onRead(name, await readFileTable(await given(), knownHeadings, browserSlices()));
    } catch (error) {
      setProblem((error as Error).message);
      // The same file, mended, is a change again.
      if (input.current) input.current.value = '';
    } finally {
      setBusy(false);
    }
  }

  async function bytesOf(file: File): Promise<Uint8Array> {
    // What is too large, or of another kind, is never loaded.
    checkKind(new Uint8Array(await file.slice(0, 4_000).arrayBuffer()), file.size);
    return new Uint8Array(await file.arrayBuffer());
  }

  return (
    <div aria-busy={busy}>
      <p class="introduction">
        Choose the CSV file that a time tracker, a channel or a shop exports. It is read here in your browser; only the
        rows that you import reach the sheet.
      </p>
      <div class="field">
        <label for="file">File</label>
        <input
          ref={input}
          id="file"
          class="file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          onChange={({ currentTarget: { files } }) => {
            const file = files?.[0];
            if (file) void read(file.name, () => bytesOf(file));
          }}
        />
      </div>
      <details>
        <summary>Paste a table instead</summary>
        <div class="field">
          <label for="pasted">Table with its headings</label>
          <textarea
            id="pasted"
            rows={5}
            value={pasted}
            onInput={({ currentTarget }) => setPasted(currentTarget.value)}
          />
        </div>
        <button
          type="button"
          aria-disabled={busy}
          onClick={() => void read('pasted table', () => Promise.resolve(pasted))}
        >
          Read it
        </button>
      </details>
      <div role="alert">{problem && <p class="problem">{problem}</p>}</div>
      <p role="status">{busy && 'Reading…'}</p>
    </div>
  );
}
