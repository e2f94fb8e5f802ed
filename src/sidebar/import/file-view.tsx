import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OpenedImport } from '../../actions/import/open-import';
import type { StandingRows } from '../../actions/import/standing-imports';
import { settledPlan, unanswered } from '../../import/doubts';
import type { FileTable } from '../../import/file/file-table';
import { planFor, recalled, remembered, signatureOf, type Plan } from '../../import/plan';
import { recognise } from '../../import/recognise';
import { sourceNamed } from '../../import/sources';
import { otherTable } from '../../import/sources/other';
import { TARGETS, targetNamed, type TargetId } from '../../import/targets';
import { call } from '../server';
import { ColumnsView } from './columns-view';
import { DoubtsView } from './doubts-view';
import { EarlierView } from './earlier-view';
import { inRows } from './in-rows';
import { PreviewView } from './preview-view';
import { SourceView } from './source-view';
import { usePreview } from './use-preview';
import { WritingView } from './writing-view';
import { takeFocus } from '../take-focus';

interface FileProps {
  name: string;
  table: FileTable;
  opened: OpenedImport;
  onKept(signature: string, plan: Plan): void;
  onBack(): void;
}

/** A file that was read: what it is, which column is what, what is in doubt, and what would be written. */
export function FileView({ name, table, opened, onKept, onBack }: FileProps) {
  const { facts, registers, plans } = opened;
  const { headings } = table;
  const fitting = useMemo(() => recognise(headings), [table]);
  const signature = useMemo(() => signatureOf(headings), [table]);
  const [plan, setPlan] = useState<Plan | null>(
    () => recalled(plans[signature], headings) ?? (fitting.length === 1 ? planFor(fitting[0]!, headings) : null),
  );
  const [standing, setStanding] = useState<StandingRows | null>(null);
  const [problem, setProblem] = useState('');
  const [message, setMessage] = useState('');
  const [importing, setImporting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // Once the file was read, and whenever somebody comes back to it.
  useEffect(() => takeFocus(heading.current), [importing]);

  const target = plan && targetNamed(sourceNamed(plan.source).target);
  const isThere = target !== null && registers.some(({ id }) => id === target.id);
  const look = (): void => {
    setStanding(null);
    setProblem('');
    if (!target || !isThere) return;
    call('standingImports', target.id).then(
      (answer) => (answer.kind === 'standing' ? setStanding(answer) : setProblem(answer.message)),
      (error: Error) => setProblem(error.message),
    );
  };
  useEffect(look, [target?.id]);

  const keys = standing?.keys ?? null;
  const { doubts, preview } = usePreview(isThere ? plan : null, table, facts, keys);
  // The same file, chosen once more.
  const { begun } = opened;
  const isBegun = begun?.registerId === target?.id && begun?.file === name && begun.lines === table.rows.length;
  const open = plan ? unanswered(plan, doubts) : [];

  const begin = (): void => {
    if (!plan || !preview || preview.rows.length === 0) return;
    setImporting(true);
    // Before it is over: whoever closes the page half-way is asked nothing again.
    const kept = remembered(settledPlan(plan, doubts));
    onKept(signature, kept);
    // That next month's file needs an answer more is no reason to disturb anybody.
    void call('keepImportPlan', signature, kept).catch(() => undefined);
  };

  if (importing && plan && target && preview) {
    return (
      <WritingView
        source={sourceNamed(plan.source).name}
        file={name}
        lines={table.rows.length}
        begun={isBegun ? begun.importId : null}
        target={target}
        rows={preview.rows}
        today={facts.today}
        onBack={() => {
          setImporting(false);
          look();
        }}
        onAnother={onBack}
      />
    );
  }
  return (
    <div>
      <h2 ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <p class="help">
        {`${inRows(table.rows.length)}, ${headings.length} columns. `}
        <button type="button" onClick={onBack}>
          Choose another file
        </button>
      </p>
      {table.remarks.length > 0 && (
        <div role="alert">
          {table.remarks.map((remark) => (
            <p key={remark} class="problem">
              {remark}
            </p>
          ))}
        </div>
      )}
      <SourceView
        fitting={fitting}
        others={registers.filter(({ id }) => id in TARGETS).map(({ id }) => otherTable(id as TargetId))}
        chosen={plan?.source ?? ''}
        onChoose={(id) => setPlan(id === '' ? null : planFor(sourceNamed(id), headings))}
      />
      {target && !isThere && (
        <p class="problem" role="alert">
          {`This goes to ${target.label}, and this sheet has no such tab. Add it by “Pages” in the menu, or choose “Something else” above to take the file elsewhere.`}
        </p>
      )}
      {problem && (
        <div role="alert">
          <p class="problem">{problem}</p>
          <button type="button" onClick={look}>
            Try again
          </button>
        </div>
      )}
      {plan && target && isThere && keys && (
        <>
          <ColumnsView plan={plan} headings={headings} facts={facts} onChange={setPlan} />
          <DoubtsView
            plan={plan}
            doubts={doubts}
            onAnswer={(key, answer) => setPlan({ ...plan, answers: { ...plan.answers, [key]: answer } })}
          />
          {preview ? (
            <PreviewView preview={preview} target={target} />
          ) : (
            <p role="status">{open.length > 0 ? `Still to be said: ${open[0]!.question}` : 'Reading…'}</p>
          )}
          <div class="actions">
            <button type="button" class="primary" aria-disabled={!preview || preview.rows.length === 0} onClick={begin}>
              {preview && preview.rows.length > 0 ? `Import ${inRows(preview.rows.length)}` : 'Import'}
            </button>
          </div>
          {standing && (
            <EarlierView
              imports={standing.imports}
              target={target}
              onTaken={(said) => {
                setMessage(said);
                takeFocus(heading.current);
                look();
              }}
            />
          )}
        </>
      )}
      <p role="status">{message}</p>
    </div>
  );
}
