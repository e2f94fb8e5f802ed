import { useEffect, useState } from 'preact/hooks';
import type { StepModel } from '../schema/form';
import { call } from './server';

/** The first steps, looked at again whenever the person comes back to the sidebar: what was done meanwhile is ticked off. */
export function useSteps(formId: string, first: readonly StepModel[]) {
  const [steps, setSteps] = useState(first);
  const isShown = steps.length > 0;
  useEffect(() => {
    if (!isShown) return;
    const look = (): void => {
      call('completeForm', formId).then(
        (opened) => {
          if (opened.kind === 'form') setSteps(opened.form.steps);
        },
        () => undefined,
      );
    };
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [isShown, formId]);
  return [steps, setSteps] as const;
}
