import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Opened } from '../actions/forms/forms';
import { FormView } from './form-view';
import { GalleryView } from './gallery/gallery-view';
import { call } from './server';

/** The sidebar: opens the form it is asked for. */
function App({ start }: { start: string }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = (): void => {
    setOpened(null);
    call('openForm', start).then(setOpened, (error: Error) => setOpened({ kind: 'refused', message: error.message }));
  };
  useEffect(open, [start]);
  if (!opened) return <p role="status">Opening…</p>;
  if (opened.kind === 'form') return <FormView first={opened.form} before={opened.sent} onRefused={setOpened} />;
  return (
    <div role="alert">
      <p class="problem">{opened.message}</p>
      <button type="button" onClick={open}>
        Try again
      </button>
    </div>
  );
}

// The server appends the form's name after the page, so the whole of it has to be there first.
addEventListener('DOMContentLoaded', () => {
  const start = document.getElementById('start')?.dataset.form ?? 'log';
  render(start === 'pages' ? <GalleryView /> : <App start={start} />, document.getElementById('app')!);
});
