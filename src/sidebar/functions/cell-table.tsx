import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LaidOutExample } from '../../build/function-help';
import { cellText, type Notation } from './notation';

interface CellTableProps {
  cells: LaidOutExample['cells'];
  /** The row and column of the first cell, from 0. */
  from: LaidOutExample['at'];
  label: string;
  notation: Notation;
}

/** Cells as a sheet shows them, with its letters and numbers. */
export function CellTable({ cells, from: [top, left], label, notation }: CellTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => setScrolls(frame.current!.scrollWidth > frame.current!.clientWidth), [cells]);
  // What does not fit is scrolled, by keyboard as well: then, and only then, the frame is a stop of the Tab key.
  const reachable = scrolls ? ({ tabIndex: 0, role: 'region', 'aria-label': label } as const) : {};
  return (
    <div class="sheet" ref={frame} {...reachable}>
      <table aria-label={label}>
        <thead>
          <tr>
            <td />
            {cells[0]!.map((_, column) => (
              <th key={column} scope="col">
                {columnLetter(left + column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((line, row) => (
            <tr key={row}>
              <th scope="row">{top + row + 1}</th>
              {line.map((cell, column) => (
                <td key={column} class={typeof cell === 'number' ? 'number' : undefined}>
                  {cellText(cell, notation)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** No example is wider than the alphabet. */
export const columnLetter = (column: number): string => String.fromCharCode(65 + column);
