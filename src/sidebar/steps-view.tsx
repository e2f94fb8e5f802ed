import type { StepModel } from '../schema/form';
import { call } from './server';

/** What is left to do after a set-up: it ticks itself off, and each line leads to where it is done. */
export function StepsView({ steps }: { steps: readonly StepModel[] }) {
  return (
    <section class="steps" aria-labelledby="steps">
      <h2 id="steps">Getting started</h2>
      <ol>
        {steps.map(({ label, done, form, tabId }) => (
          <li key={label} class={done ? 'done' : ''}>
            <span aria-hidden="true">{done ? '✓' : '○'}</span>
            <span>
              {label}
              {done && <span class="unseen"> (done)</span>}
            </span>
            {!done && form && (
              <button type="button" onClick={() => void call('showForm', form)}>
                Open
              </button>
            )}
            {!done && tabId && (
              <button type="button" onClick={() => void call('showRow', tabId, 1)}>
                Show
              </button>
            )}
          </li>
        ))}
      </ol>
      <p class="help">The Scorecard says the same until all is done. “Show first steps” in Settings takes it away.</p>
    </section>
  );
}
