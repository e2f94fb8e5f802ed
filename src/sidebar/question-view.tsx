import { useEffect, useRef } from 'preact/hooks';
import type { Outcome } from '../actions/asking/outcome';
import { takeFocus } from './take-focus';

export type Question = Extract<Outcome, { kind: 'asks' }>;

interface QuestionViewProps {
  asked: Question;
  busy: boolean;
  /** Unless somebody goes on elsewhere: what is typed there would answer it. */
  takesFocus: boolean;
  onYes(): void;
  onNo(): void;
}

/** A question before something is written. */
export function QuestionView({ asked, busy, takesFocus, onYes, onNo }: QuestionViewProps) {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) takeFocus(no.current);
  }, [asked]);
  return (
    <div class="question" role="alertdialog" aria-label="A question first" aria-describedby="question">
      <p id="question">{asked.question}</p>
      <button type="button" ref={no} onClick={onNo}>
        Leave it as it is
      </button>
      <button type="button" aria-disabled={busy} onClick={onYes}>
        {asked.yes.label}
      </button>
    </div>
  );
}
