import { useState } from 'preact/hooks';
import type { DateAhead } from '../../actions/export/dates-ahead';
import { download } from './download';
import { icsOf } from './ics';

const SHOWN = 5;

/** The dates ahead as a calendar file. */
export function CalendarView({ dates }: { dates: readonly DateAhead[] | null }) {
  const [said, setSaid] = useState('');
  const save = (): void => {
    download('partner-ledger.ics', icsOf('Partner Ledger', dates ?? [], new Date()), 'text/calendar');
    setSaid('partner-ledger.ics is in your downloads.');
  };
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">Dates for your calendar</h2>
      {!dates ? (
        <p class="help">They come from the page Calendar: add it by “Pages” in the menu, then open Export again.</p>
      ) : dates.length === 0 ? (
        <p class="help">No date lies ahead.</p>
      ) : (
        <>
          <ul class="dates">
            {dates.slice(0, SHOWN).map(({ uid, day, what }) => (
              <li key={uid}>{`${day}: ${what}`}</li>
            ))}
            {dates.length > SHOWN && <li>{`and ${dates.length - SHOWN} more`}</li>}
          </ul>
          <p class="help">
            Open the file with your calendar. A later file updates the same dates; none is entered twice.
          </p>
          <button type="button" onClick={save}>
            {`Download ${dates.length === 1 ? '1 date' : `${dates.length} dates`} (.ics)`}
          </button>
        </>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
