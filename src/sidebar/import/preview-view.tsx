import { isoOfDay } from '../../calc/day';
import { SHOWN, type Preview } from '../../import/preview';
import type { Target } from '../../import/targets';

/** Step 3: what would be written, and what not and why. */
export function PreviewView({ preview, target }: { preview: Preview; target: Target }) {
  const { rows, known, unnamedRefunds, leftOut, reasons, sums, from, to } = preview;
  const shown = rows.slice(0, SHOWN);
  const fields = target.fields.filter(({ id }) => shown.some(({ cells }) => cells[id] !== undefined));
  return (
    <section aria-label="Preview">
      <p role="status">
        <b>{rows.length === 1 ? '1 new row' : `${count(rows.length)} new rows`}</b>
        {from !== null && (from === to ? ` of ${from}` : ` from ${from} to ${String(to)}`)}
        {known > 0 && `, ${count(known)} already there`}
        {leftOut.length > 0 && `, ${count(leftOut.length)} left out`}.
        {sums.map(({ label, sum }) => ` ${label}: ${count(sum)}.`)}
      </p>
      {unnamedRefunds > 0 && (
        <p class="help">
          {unnamedRefunds === 1
            ? '1 refund does not name its sale'
            : `${count(unnamedRefunds)} refunds do not name their sale`}
          . Choose it afterwards in the column Refund of: the statement leaves a refund out until then.
        </p>
      )}
      {shown.length > 0 && (
        <div class="preview" tabIndex={0} role="region" aria-label="The first rows">
          <table>
            <thead>
              <tr>
                {fields.map(({ id, label }) => (
                  <th key={id} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ key, cells }) => (
                <tr key={key}>
                  {fields.map(({ id, kind }) => (
                    <td key={id}>
                      {kind === 'day' && cells[id] !== undefined ? isoOfDay(Number(cells[id])) : text(cells[id])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {reasons.length > 0 && (
        <details>
          <summary>What is left out, and why</summary>
          <ul class="reasons">
            {reasons.slice(0, 20).map(({ why, column, count: times }) => {
              const first = leftOut.find((one) => one.why === why && one.column === column)!;
              return (
                <li key={column + why}>
                  {`${count(times)} × ${column === '' ? '' : `${column}: `}${why}`}
                  <span class="help">{` (row ${first.line}${first.found === '' ? '' : `: “${first.found}”`})`}</span>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}

const text = (cell: string | number | undefined): string => (typeof cell === 'number' ? count(cell) : (cell ?? ''));

/** As the browser's language writes it, to two decimals. */
const count = (value: number): string => value.toLocaleString(undefined, { maximumFractionDigits: 2 });
