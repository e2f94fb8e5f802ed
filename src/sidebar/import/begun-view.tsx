import { useState } from 'preact/hooks';
import type { HalfImport } from '../../actions/import/begun';
import { targetNamed, type TargetId } from '../../import/targets';
import { call } from '../server';
import { TakeBackButton } from './take-back-button';

/** What stands of an import whose page was closed before it was over. */
export function BegunView({ begun: { message, registerId, importId } }: { begun: HalfImport }) {
  const [said, setSaid] = useState('');
  return (
    <div role="status">
      <p>{said || message}</p>
      {!said && (
        <>
          <TakeBackButton target={targetNamed(registerId as TargetId)} importId={importId} onTaken={setSaid} />
          <button
            type="button"
            onClick={() => {
              setSaid('It stays.');
              // Where that fails it is told once more, the next time.
              void call('endImport', importId).catch(() => undefined);
            }}
          >
            Leave it
          </button>
        </>
      )}
    </div>
  );
}
