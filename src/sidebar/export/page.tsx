import { render } from 'preact';
import type { OpenedExport } from '../../actions/export/open-export';
import { OpenedPage } from '../opened-page';
import { call } from '../server';
import { CalendarView } from './calendar-view';
import { CsvView } from './csv-view';

/** The page of the export. Files are made here, in the browser. */
render(
  <OpenedPage title="Export" open={() => call('openExport')}>
    {({ tabs, dates, decimal }: OpenedExport) => (
      <>
        <CsvView tabs={tabs} decimal={decimal} />
        <CalendarView dates={dates} />
      </>
    )}
  </OpenedPage>,
  document.getElementById('app')!,
);
