import { render } from 'preact';
import type { OpenedImport } from '../../actions/import/open-import';
import { OpenedPage } from '../opened-page';
import { call } from '../server';
import { ImportView } from './import-view';

/** The page of the import. Files are read here, so that nothing of them but the wanted rows leaves the browser. */
render(
  <OpenedPage title="Import" open={() => call('openImport')}>
    {(opened: OpenedImport) => <ImportView opened={opened} />}
  </OpenedPage>,
  document.getElementById('app')!,
);
