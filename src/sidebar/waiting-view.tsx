import { useEffect, useState } from 'preact/hooks';

/** That something takes long is said at once, and how long it has taken is shown while it does. */
export function WaitingView({ words }: { words: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="waiting">
      <p role="status">{words}</p>
      <p class="help" aria-hidden="true">
        {seconds} s
      </p>
      <div class="bar" aria-hidden="true" />
    </div>
  );
}
