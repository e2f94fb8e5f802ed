import { useState } from 'preact/hooks';
import { csvOf } from './csv';
import { download } from './download';
import { tabRows } from './tab-rows';

/** A tab as a CSV file. */
export function CsvView({ tabs, decimal }: { tabs: readonly string[]; decimal: '.' | ',' }) {
  const [tab, setTab] = useState(tabs[0] ?? '');
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem('');
    setSaid('Reading…');
    try {
      const rows = await tabRows(tab, (count) => setSaid(`Reading… ${count.toLocaleString()} rows`));
      download(`${tab}.csv`, csvOf(rows, decimal), 'text/csv');
      setSaid(`${tab}.csv is in your downloads.`);
    } catch (error) {
      setSaid('');
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section aria-labelledby="csv">
      <h2 id="csv">A tab as CSV</h2>
      <div class="field">
        <label for="tab">Tab</label>
        <select id="tab" value={tab} onChange={({ currentTarget }) => setTab(currentTarget.value)}>
          {tabs.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      <p class="help">
        {decimal === ','
          ? 'Numbers are written with a decimal comma, and a semicolon stands between cells, as programs in the language of this sheet expect it; days as they are shown.'
          : 'Numbers are written plainly, days as they are shown.'}{' '}
        Text that begins with =, +, − or @ gets an apostrophe in front, so that no program takes it for a formula.
      </p>
      <button type="button" class="primary" aria-disabled={busy} onClick={() => void save()}>
        Download CSV
      </button>
      <p role="status">{said}</p>
      <div role="alert">{problem && <p class="problem">{problem}</p>}</div>
    </section>
  );
}
