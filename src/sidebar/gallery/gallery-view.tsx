import { useEffect, useState } from 'preact/hooks';
import type { Card, Changed, Gallery } from '../../actions/gallery/gallery';
import type { Refused } from '../../actions/answering';
import { figuresChanged } from '../figures-changed';
import { call } from '../server';
import { CardView } from './card-view';

/** The pages of a sheet by chapter: what each answers, and a button to add, open or remove it. */
export function GalleryView() {
  const [gallery, setGallery] = useState<Gallery | null>(null);
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<{ id: string; message: string } | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  async function work<T extends Gallery | Changed | Refused>(id: string, asked: Promise<T>): Promise<void> {
    setBusy(id);
    setProblem('');
    setSaid('');
    setAsking(null);
    try {
      const answer: Gallery | Changed | Refused = await asked;
      if (answer.kind === 'refused') setProblem(answer.message);
      else if (answer.kind === 'asks') setAsking({ id, message: answer.message });
      else if (answer.kind === 'gallery') setGallery(answer);
      else {
        setGallery(answer.gallery);
        setSaid(answer.message);
        void figuresChanged();
      }
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(null);
    }
  }
  const open = (): void => void work('', call('openGallery'));
  useEffect(open, []);

  const status = (
    <>
      <div role="alert">
        {problem && <p class="problem">{problem}</p>}
        {problem && !gallery && (
          <button type="button" onClick={open}>
            Try again
          </button>
        )}
      </div>
      <div role="status">
        {said ? <p class="written">{said}</p> : busy !== null && !gallery ? <p>Opening…</p> : null}
      </div>
    </>
  );
  const cardOf = (card: Card) => (
    <CardView
      key={card.id}
      card={card}
      busy={busy === card.id}
      asks={asking?.id === card.id ? asking.message : null}
      onOpen={() => void call('showRow', card.tabId!, 1)}
      onAdd={() => busy === null && void work(card.id, call('addPage', card.id))}
      onRemove={(sure) => busy === null && void work(card.id, call('removePage', card.id, sure))}
      onKeep={() => setAsking(null)}
    />
  );
  return (
    <div aria-busy={busy !== null}>
      <h1 class="unseen">Pages</h1>
      <p class="introduction">
        What else this sheet can hold. Add a page when you need it; one that is not there costs nothing.
      </p>
      {status}
      {gallery?.chapters.map(({ name, question, cards }) => (
        <section key={name} class="chapter">
          <h2>{name}</h2>
          <p class="help">{question}</p>
          {cards.map(cardOf)}
        </section>
      ))}
    </div>
  );
}
