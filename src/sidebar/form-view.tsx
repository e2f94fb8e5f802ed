import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Outcome, Preview } from '../actions/forms/outcome';
import type { FieldModel, FormModel, FormValues } from '../schema/form';
import { draftKeeper } from './draft';
import { FieldView } from './field-view';
import { ItemsView } from './items-view';
import { PreviewView } from './preview-view';
import { call } from './server';
import { submissionKey } from './submission-key';

type Written = Extract<Outcome, { kind: 'written' }>;

interface FormViewProps {
  form: FormModel;
}

/**
 * A form of the sidebar. It stays open for the next entry, keeps what was typed until it is written, and sends the same
 * key with every try of one entry, so that an entry is written once.
 */
export function FormView({ form }: FormViewProps) {
  const begin = (values: FormValues): FormValues =>
    Object.fromEntries([
      ...form.fields.map(({ key, initial }) => [key, values[key] ?? initial]),
      ...form.items.map(({ key }) => [key, values[key] ?? '']),
      ...Object.entries(form.carried).map(([key, carried]) => [key, values[key] ?? carried]),
    ]);
  const [values, setValues] = useState(() => begin(form.draft ?? {}));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState('');
  const [written, setWritten] = useState<Written | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [items, setItems] = useState(form.items);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const key = useRef(submissionKey());
  const element = useRef<HTMLFormElement>(null);
  const draft = useMemo(() => draftKeeper(form.id), [form.id]);

  const focus = (fieldKey: string | undefined): void =>
    element.current?.querySelector<HTMLElement>(`[name="${fieldKey}"]`)?.focus();
  const shownWith = (now: FormValues): FieldModel[] =>
    form.fields.filter(({ shown }) => !shown || shown.is.includes(now[shown.key] ?? ''));
  const firstEmpty = (now: FormValues): string | undefined =>
    (shownWith(now).find((field) => field.required && !now[field.key]) ?? form.fields[0])?.key;
  useEffect(() => focus(firstEmpty(values)), []);
  useEffect(() => focus(form.fields.find((field) => errors[field.key])?.key), [errors]);

  function change(changed: FormValues): void {
    const next = { ...values, ...changed };
    setValues(next);
    // What was looked at is not what would be written now.
    setPreview(null);
    draft.keep(next);
  }

  const confirmed = (): FormValues => (preview ? { ...values, [preview.confirm.key]: 'yes' } : values);

  async function submit(sent: FormValues = confirmed()): Promise<void> {
    // State arrives a render later; a second Enter in the same moment has to find the door shut.
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem('');
    try {
      await draft.stop();
      take(await call('submitForm', form.id, { key: key.current, locale: form.locale, values: sent }));
    } catch (error) {
      setProblem((error as Error).message);
      draft.keep(values);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  function take(outcome: Outcome): void {
    if (outcome.kind === 'preview') {
      setErrors({});
      setWritten(null);
      setPreview(outcome.preview);
      draft.keep(values);
      return;
    }
    if (outcome.kind !== 'written') {
      setWritten(null);
      setErrors(outcome.kind === 'errors' ? outcome.errors : {});
      setProblem(outcome.kind === 'errors' ? summary(Object.keys(outcome.errors).length) : outcome.message);
      change({ ...(outcome.kind === 'errors' && outcome.carried) });
      return;
    }
    if (outcome.needsRoom) void call('makeRoom').catch(() => undefined);
    key.current = submissionKey();
    const next = begin(outcome.next);
    setErrors({});
    setWritten(outcome);
    setPreview(null);
    setValues(next);
    setItems(items.filter((item) => !values[item.key]));
    focus(firstEmpty(next));
  }

  const often = shownWith(values).filter((field) => !field.seldom);
  const seldom = shownWith(values).filter((field) => field.seldom);
  const view = (field: FieldModel) => (
    <FieldView
      key={field.key}
      field={field}
      value={values[field.key] ?? ''}
      error={errors[field.key]}
      onChange={(value) => change({ [field.key]: value })}
    />
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
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
      <p class="introduction">{form.introduction}</p>
      <div class="fields">{often.map(view)}</div>
      {seldom.length > 0 && (
        <details open={seldom.some(({ key: fieldKey }) => values[fieldKey] || errors[fieldKey])}>
          <summary>{seldom.length > 3 ? `${seldom.length} more` : seldom.map(({ label }) => label).join(', ')}</summary>
          <div class="fields">{seldom.map(view)}</div>
        </details>
      )}
      {items.length > 0 && <ItemsView items={items} values={values} onChange={change} />}
      {preview && <PreviewView preview={preview} />}
      {form.instead && !written && (
        <div class="instead">
          <p class="help">{form.instead.help}</p>
          <button
            type="button"
            aria-disabled={busy}
            onClick={() => void submit({ ...values, [form.instead!.key]: 'yes' })}
          >
            {form.instead.label}
          </button>
        </div>
      )}
      <div class="actions">
        <div role="alert">{problem && <p class="problem">{problem}</p>}</div>
        <button type="submit" class="primary" aria-disabled={busy}>
          {busy ? BUSY[preview || !form.looks ? 'writes' : 'looks'] : (preview?.confirm.label ?? form.submit)}
        </button>
        <div role="status">
          {written && (
            <div class="written">
              <p>{written.message}</p>
              <Where written={written} editing={form.id.startsWith('edit ')} />
            </div>
          )}
        </div>
      </div>
    </form>
  );
}

const BUSY = { writes: 'Writing…', looks: 'Working it out…' } as const;

function Where({ written: { where, follow }, editing }: { written: Written; editing: boolean }) {
  return (
    <>
      {where && (
        <button type="button" onClick={() => void call('showRow', where.tabId, where.row)}>
          Show the row
        </button>
      )}
      {where && !editing && (
        <button
          type="button"
          onClick={() => void call('showRow', where.tabId, where.row).then(() => call('showForm', 'edit'))}
        >
          Edit the row
        </button>
      )}
      {follow && (
        <button type="button" onClick={() => void call('showForm', follow.form)}>
          {follow.label}
        </button>
      )}
    </>
  );
}

const summary = (count: number): string =>
  count === 1
    ? 'One field needs a look. Nothing was written yet.'
    : `${count} fields need a look. Nothing was written yet.`;
