import { useEffect, useState } from 'preact/hooks';
import { useStep } from './use-step';

/** That something takes long is said at once; how long it has taken, and which step it is at, is shown while it does. */
export function WaitingView({ words }: { words: string }) {
  const [seconds, setSeconds] = useState(0);
  const step = useStep();
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="waiting">
      <p role="status">{step || words}</p>
      <p class="help" aria-hidden="true">
        {seconds} s
      </p>
      <div class="bar" aria-hidden="true" />
    </div>
  );
}
