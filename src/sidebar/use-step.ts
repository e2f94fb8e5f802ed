import { useEffect, useState } from 'preact/hooks';
import { call } from './server';

/** How long after an answer the next question is put, in milliseconds. */
const PAUSE = 1_000;

/** What the server is at while it works for this person: `Making Contributions … 3 of 6`; empty as long as it has not said. */
export function useStep(): string {
  const [step, setStep] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const next = (): void => {
      if (!isOver) timer = setTimeout(ask, PAUSE);
    };
    const ask = (): void => {
      call('currentStep').then(
        (told) => {
          if (!isOver) setStep(told);
          next();
        },
        // The work itself says what went wrong.
        next,
      );
    };
    next();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);
  return step;
}
