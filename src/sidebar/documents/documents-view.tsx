import { useState } from 'preact/hooks';
import type { OpenedDocuments } from '../../actions/documents/documents';
import { ChosenDocument } from './chosen-document';

/** The documents by name; the chosen one with what is still empty in it, and what can be done with it. */
export function DocumentsView({ documents }: Pick<OpenedDocuments, 'documents'>) {
  const [id, setId] = useState('');
  const chosen = documents.find((one) => one.id === id);
  return (
    <>
      <p class="introduction">Filled in from what stands in this sheet: to be printed, sent, or put into a tab.</p>
      <div class="field">
        <label for="document">Document</label>
        <select id="document" value={id} onChange={({ currentTarget }) => setId(currentTarget.value)}>
          <option value="" disabled>
            Choose one
          </option>
          {documents.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
      {chosen ? (
        <>
          <p class="help">{chosen.forWhom}</p>
          <ChosenDocument key={chosen.id} id={chosen.id} />
        </>
      ) : (
        <dl class="offered">
          {documents.map(({ id: one, title, forWhom }) => (
            <div key={one}>
              <dt>
                <button type="button" class="plain" onClick={() => setId(one)}>
                  {title}
                </button>
              </dt>
              <dd>{forWhom}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
