import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Refused } from '../actions/answering';
import type { Sent } from '../actions/asking/memory';
import type { Outcome, Preview } from '../actions/asking/outcome';
import type { FieldModel, FormModel, FormValues } from '../schema/form';
import { draftKeeper } from './draft';
import { FieldView } from './field-view';
import { figuresChanged } from './figures-changed';
import { ItemsView } from './answers/items-view';
import { saveLabel } from './answers/tally';
import { lookOut } from './look-out';
import { PreviewView } from './preview-view';
import { productLine } from './product-line';
import { QuestionView, type Question } from './question-view';
import { call, Lost } from './server';
import { StepsView } from './steps-view';
import { sharesHint } from './shares-hint';
import { submissionKey } from './submission-key';
import { understood } from './understood';
import { takeFocus } from './take-focus';
import { useFooter } from './use-footer';
import { useSteps } from './use-steps';
import { WaitingView } from './waiting-view';
import { watchPerson } from './watch-person';
import { afterMore, begin, wholeForm } from './whole-form';
import { WrittenView, type Written } from './written-view';

interface FormViewProps {
  /** As it was opened at once. */
  first: FormModel;
  /** What it has sent before without anybody seeing what came of it. */
  before: Sent | null;
  onRefused(refused: Refused): void;
}

/**
 * A form of the sidebar. It stays open for the next entry, keeps what was typed until it is written, and sends the same
 * key with every try of one entry, so that an entry is written once.
 */
export function FormView({ first, before, onRefused }: FormViewProps) {
  const [form, setForm] = useState(first);
  // A submission may have waited until the form was whole.
  const latest = useRef(first);
  const isWhole = form !== first;
  const [values, setShown] = useState(() => begin(first, first.draft ?? {}));
  // What stands in the fields at this moment: people go on typing while something is written.
  const now = useRef(values);
  const setValues = (next: FormValues): void => {
    now.current = next;
    setShown(next);
  };
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState('');
  const [written, setWritten] = useState<Written | null>(null);
  const [canUndo, setCanUndo] = useState(false);
  const [asked, setAsked] = useState<Question | null>(null);
  const [kept, setKept] = useState(true);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const key = useRef(before && before.outcome?.kind !== 'written' ? before.key : submissionKey());
  const sent = useRef(before?.values ?? values);
  const stopLooking = useRef(() => {});
  /** Has the person gone on with something in this page, since they have sent the form? */
  const hasGoneOn = useRef(watchPerson());
  const element = useRef<HTMLFormElement>(null);
  const footer = useFooter();
  const [steps, setSteps] = useSteps(form.id, form.steps);
  const draft = useMemo(() => draftKeeper(form.id, setKept), [form.id]);

  const focus = (fieldKey: string | undefined): void => {
    if (hasGoneOn.current()) return;
    takeFocus(element.current?.querySelector<HTMLElement>(`[name="${CSS.escape(fieldKey ?? '')}"]`));
  };
  const shownWith = (now: FormValues): FieldModel[] =>
    form.fields.filter(({ shown }) => !shown || shown.is.includes(now[shown.key] ?? ''));
  const firstEmpty = (now: FormValues): string | undefined =>
    (shownWith(now).find((field) => field.required && !now[field.key]) ?? form.fields[0])?.key;
  // At once: a moment later somebody may have begun in another field.
  useLayoutEffect(() => focus(firstEmpty(values)), []);
  const complete = useMemo(
    () =>
      wholeForm(
        first.id,
        (whole) => {
          latest.current = whole;
          setForm(whole);
          setSteps(whole.steps);
          setValues(afterMore(first, whole, now.current));
        },
        onRefused,
      ),
    [first],
  );
  // Where that fails, it is said with the submission, which tries it again.
  useEffect(() => void complete().catch(() => undefined), [first]);
  useLayoutEffect(() => {
    const wrong = form.fields.find((field) => errors[field.key])?.key ?? Object.keys(errors)[0];
    if (wrong !== undefined) focus(wrong);
  }, [errors]);
  useEffect(() => {
    if (before?.outcome) takeLate(before.outcome);
    else if (before) lookFor(before.at, NO_ANSWER);
    return () => stopLooking.current();
  }, []);

  function change(changed: FormValues): void {
    const next = { ...now.current, ...changed };
    setValues(next);
    // What was looked at is not what would be written now.
    setPreview(null);
    draft.keep(next, key.current);
  }

  const confirmed = (): FormValues => (preview ? { [preview.confirm.key]: preview.confirm.value } : {});

  async function submit(extra: FormValues = confirmed()): Promise<void> {
    // State arrives a render later; a second Enter in the same moment has to find the door shut.
    if (sending.current) return;
    // What is typed from now on belongs to the next entry.
    const pressed = now.current;
    sending.current = true;
    stopLooking.current();
    hasGoneOn.current = watchPerson();
    setBusy(true);
    setProblem('');
    setAsked(null);
    try {
      const isEarly = latest.current === first;
      // What is not sent yet is still a draft: the sidebar may be closed meanwhile.
      const whole = await complete();
      if (!whole) return;
      await draft.stop();
      sent.current = { ...(isEarly ? afterMore(first, whole, pressed) : pressed), ...extra };
      take(await call('submitForm', whole.id, { key: key.current, locale: whole.locale, values: sent.current }));
    } catch (error) {
      if (error instanceof Lost) lookFor(Date.now(), LOST);
      else setProblem((error as Error).message);
      draft.keep(now.current, key.current);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  /** Whether it was written is not known: that is said, and asked until somebody knows. */
  function lookFor(at: number, words: string): void {
    setProblem(words);
    stopLooking.current = lookOut(form.id, key.current, at, (outcome) => {
      setProblem('');
      take(outcome);
    });
  }

  /** What came of a submission after the sidebar was closed. */
  function takeLate(outcome: Outcome): void {
    if (outcome.kind !== 'written') take(outcome);
    else {
      seen(before!.key);
      // The form was opened for something else by now: it stays, whatever its last outcome would have put in its place.
      const { steps: _over, ...rest } = outcome;
      showWritten({ ...rest, message: `While this was closed: ${outcome.message}` });
    }
  }

  /** Nobody has to be told again. */
  const seen = (of: string): void => void call('outcomeSeen', form.id, of).catch(() => undefined);

  function showWritten(outcome: Written): void {
    const room = outcome.needsRoom ? call('makeRoom').catch(() => undefined) : Promise.resolve();
    void room.then(figuresChanged);
    setErrors({});
    setWritten(outcome);
    setCanUndo(outcome.undo !== undefined);
    if (outcome.steps) setSteps(outcome.steps);
    setPreview(null);
  }

  function take(outcome: Outcome): void {
    seen(key.current);
    if (outcome.kind === 'asks') {
      setWritten(null);
      setErrors({});
      setAsked(outcome);
      return;
    }
    if (outcome.kind === 'preview') {
      setErrors({});
      setWritten(null);
      // What was typed since is not what was looked at.
      const isAsSent = Object.entries(now.current).every(([of, value]) => value === (sent.current[of] ?? ''));
      setPreview(isAsSent ? outcome.preview : null);
      draft.keep(now.current, key.current);
      return;
    }
    if (outcome.kind !== 'written') {
      setWritten(null);
      setErrors(outcome.kind === 'errors' ? outcome.errors : {});
      setProblem(outcome.kind === 'errors' ? summary(Object.keys(outcome.errors).length) : outcome.message);
      change({ ...(outcome.kind === 'errors' && outcome.carried) });
      return;
    }
    key.current = submissionKey();
    // What was typed since it was sent belongs to the next entry.
    const typed = Object.entries(now.current).filter(([of, value]) => value !== (sent.current[of] ?? ''));
    const next = { ...begin(latest.current, outcome.next), ...Object.fromEntries(typed) };
    showWritten(outcome);
    if (typed.length > 0) change(next);
    else setValues(next);
    if (typed.length === 0) focus(firstEmpty(next));
  }

  /** Takes back what was just written; what had been typed stands in the form again, to be put right. */
  async function undo(): Promise<void> {
    if (sending.current || !written?.undo) return;
    sending.current = true;
    setBusy(true);
    setProblem('');
    try {
      const back = written.undo;
      const outcome =
        'name' in back
          ? await call('undoEntry', form.id, back.name, back.sum)
          : await call('submitForm', form.id, { key: submissionKey(), locale: form.locale, values: back.values });
      if (outcome.kind === 'written') {
        setWritten({ ...outcome, message: 'name' in back ? outcome.message : 'Taken back: the row is as it was.' });
        setCanUndo(false);
        void figuresChanged();
        if ('name' in back) change(sent.current);
        else setValues(begin(latest.current, outcome.next));
      } else {
        setProblem(outcome.kind === 'refused' ? outcome.message : 'It was changed since, so it stays.');
        setCanUndo(false);
      }
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  // A set-up is done once: what follows are the first steps.
  const isOver = written?.steps !== undefined;
  const live = form.product && productLine(form.product, values, form.locale);
  const often = shownWith(values).filter((field) => !field.seldom);
  const seldom = shownWith(values).filter((field) => field.seldom);
  const view = (field: FieldModel) => (
    <FieldView
      key={field.key}
      field={field}
      value={values[field.key] ?? ''}
      error={errors[field.key]}
      isComing={!isWhole}
      read={understood(field, values[field.key] ?? '', values, form.locale)}
      makes={sharesHint(form, field, values)}
      onChange={(value) => change({ [field.key]: value })}
    />
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit();
  };
  return (
    <form
      ref={element}
      noValidate
      aria-busy={busy}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1 class="unseen">{form.title}</h1>
      {steps.length > 0 && <StepsView steps={steps} />}
      {!isOver && <p class="introduction">{form.introduction}</p>}
      {!isOver && <div class="fields">{often.map(view)}</div>}
      {!isOver && seldom.length > 0 && (
        <details open={seldom.some(({ key: fieldKey }) => values[fieldKey] || errors[fieldKey])}>
          <summary>{seldom.length > 3 ? `${seldom.length} more` : seldom.map(({ label }) => label).join(', ')}</summary>
          <div class="fields">{seldom.map(view)}</div>
        </details>
      )}
      {form.page && (
        <ItemsView
          first={form.page}
          firstSide={begin(form, form.draft ?? {}).side ?? ''}
          isComing={!isWhole}
          begun={form.draft ?? {}}
          {...{ values, errors, written }}
          onChange={change}
        />
      )}
      {preview && <PreviewView preview={preview} takesFocus={!hasGoneOn.current()} />}
      {form.instead && !written && (
        <div class="instead">
          <p class="help">{form.instead.help}</p>
          <button type="button" aria-disabled={busy} onClick={() => void submit({ [form.instead!.key]: 'yes' })}>
            {form.instead.label}
          </button>
        </div>
      )}
      <div class="actions" ref={footer}>
        {form.product && (
          <p class="live" role="status">
            {live}
          </p>
        )}
        {!kept && (
          <p class="help">What you type is not kept when you close this: your Google account has no room for it.</p>
        )}
        <div role="alert">{problem && <p class="problem">{problem}</p>}</div>
        {asked && (
          <QuestionView
            {...{ asked, busy }}
            takesFocus={!hasGoneOn.current()}
            onYes={() => void submit({ ...values, ...asked.yes.values })}
            onNo={() => setAsked(null)}
          />
        )}
        {!isOver && (
          <button type="submit" class="primary" aria-disabled={busy}>
            {busy
              ? BUSY[preview || !form.looks ? 'writes' : 'looks']
              : (preview?.confirm.label ?? (form.page ? saveLabel(form.page, values, form.submit) : form.submit))}
          </button>
        )}
        {busy && form.waiting && <WaitingView words={form.waiting} />}
        <div role="status" class="outcome">
          {written && !busy && (
            <WrittenView
              written={written}
              editing={form.id.startsWith('edit ')}
              undo={canUndo ? () => void undo() : undefined}
            />
          )}
        </div>
      </div>
    </form>
  );
}

const NO_ANSWER =
  'What stands here was sent, and no answer came: it is still being written, or it was not. Send it again if nothing comes: nothing is written twice.';

const LOST =
  'No answer came. What you sent may have arrived, or not, and what you typed is still here. ' +
  'As soon as there is an answer it stands here; sending it again writes nothing twice.';

const BUSY = { writes: 'Writing…', looks: 'Working it out…' } as const;

const summary = (count: number): string =>
  count === 1
    ? 'One field needs a look. Nothing was written yet.'
    : `${count} fields need a look. Nothing was written yet.`;
