import { render } from 'preact';
import type { OpenedDocuments } from '../../actions/documents/documents';
import type { Chosen } from '../../documents/fill';
import { OpenedPage } from '../opened-page';
import { call } from '../server';
import { DocumentsView } from './documents-view';
import { PaperView } from './paper-view';

/** One page for both: the list in the sidebar, and one document on paper in a dialog. */
function Page({ asked }: { asked: { id: string; chosen: Chosen } | null }) {
  return (
    <OpenedPage title="Documents" open={() => call('openDocuments')}>
      {(opened: OpenedDocuments) =>
        asked ? <PaperView {...asked} paper={opened.paper} /> : <DocumentsView documents={opened.documents} />
      }
    </OpenedPage>
  );
}

// The server appends what is asked for after the page, so the whole of it has to be there first.
addEventListener('DOMContentLoaded', () => {
  const asked = document.getElementById('start')?.dataset.asked;
  render(
    <Page asked={asked === undefined ? null : JSON.parse(decodeURIComponent(asked))} />,
    document.getElementById('app')!,
  );
});
