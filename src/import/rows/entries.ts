import { digest } from '../values/digest';
import { hoursOf } from '../values/durations';
import { Keys } from './keys';
import type { RowMaker } from './row-maker';
import type { RowReader } from './row-reader';

/** A row of the file is a row of the register. */
export function single(reader: RowReader): RowMaker {
  const keys = new Keys(reader);
  return {
    take(row) {
      const cells = reader.values(row);
      return { line: row.line, key: keys.of(row, cells), cells };
    },
    rest: () => [],
  };
}

interface DayOfWork {
  line: number;
  key: string;
  cells: Record<string, string | number>;
  milliseconds: number;
  notes: Set<string>;
}

const LONGEST_NOTE = 500;

/** The entries of a day, a person and an item are one row. */
export function byDay(reader: RowReader): RowMaker {
  const days = new Map<string, DayOfWork>();
  const alone = single(reader);
  return {
    take(row) {
      const milliseconds = reader.milliseconds(row);
      if (milliseconds === null) return alone.take(row);
      const { quantity: _, note, ...cells } = reader.values(row);
      const parts = [cells.date, reader.text(row, 'party'), cells.kind, cells.item].join('\n');
      let day = days.get(parts);
      if (!day) {
        const key = `${reader.source.id} day ${digest(parts)}`;
        days.set(parts, (day = { line: row.line, key, cells, milliseconds: 0, notes: new Set() }));
      }
      day.milliseconds += milliseconds;
      if (note !== undefined) day.notes.add(String(note));
      return null;
    },
    rest: () =>
      [...days.values()].map(({ line, key, cells, milliseconds, notes }) => () => {
        const note = [...notes].join('; ');
        const shown =
          note === '' ? {} : { note: note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE)}…` : note };
        const of = (time: number) => ({ ...cells, quantity: hoursOf(time), ...shown });
        const since = (before: number) => (milliseconds > before ? of(milliseconds - before) : null);
        return [{ line, key, cells: of(milliseconds), grows: { measure: milliseconds, since } }];
      }),
  };
}
