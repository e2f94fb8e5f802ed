import type { Filled, Gap } from '../../documents/filled';
import { call } from '../server';

interface GapsViewProps {
  document: Filled;
  onAdd(page: string): void;
  onAgain(): void;
}

/** The empty places by the tab in which they are filled in. */
export function GapsView({ document: { gaps, places, draws }, onAdd, onAgain }: GapsViewProps) {
  const tabs = [...new Set(gaps.map(({ tab }) => tab))];
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">
        {gaps.length === 0 ? 'Every place is filled' : `${places - gaps.length} of ${places} places are filled`}
      </h2>
      {gaps.length > 0 && <p class="help">What is missing says “not yet agreed” in the document. Fill it in here:</p>}
      {tabs.map((tab) => (
        <TabGaps key={tab} tab={tab} gaps={gaps.filter((gap) => gap.tab === tab)} onAdd={onAdd} />
      ))}
      {gaps.length > 0 && (
        <button type="button" onClick={onAgain}>
          Look again
        </button>
      )}
      <p class="help">{`Draws on ${draws.join(', ')}.`}</p>
    </section>
  );
}

function TabGaps({ tab, gaps, onAdd }: { tab: string; gaps: readonly Gap[]; onAdd(page: string): void }) {
  const { tabId, add } = gaps[0]!;
  return (
    <div class="card" role="group" aria-label={tab}>
      <h3>{`${tab}: ${gaps.length}`}</h3>
      {add ? (
        <>
          <p>{`This sheet does not have it. It would say: ${gaps.map(({ what }) => what).join(', ')}.`}</p>
          <button type="button" onClick={() => onAdd(add.id)}>
            {`Add ${add.name}`}
          </button>
        </>
      ) : (
        <ul class="gaps">
          {gaps.map(({ what, row, how }, at) => (
            <li key={at}>
              <button type="button" class="plain" onClick={() => void call('showRow', tabId!, row ?? 1)}>
                {what}
              </button>
              <span class="help">{how}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
