import { nameKey } from './name';

/** An answer to a question of a list; neither true nor false while it is open. */
export type ChecklistAnswer = boolean | '' | null | undefined;

/** How a list is summed up: all yes, so many yes, or only counted. */
export type ChecklistRule = number | 'all' | 'report';

/**
 * What a list comes to. Enough yes: `go`; so many no that enough yes can no longer come: `pause`; else `incomplete`. A
 * report is `5 yes, 1 no, 2 open`. Undefined where the rule wants more yes than there are questions.
 */
export function verdictOf(answers: readonly ChecklistAnswer[], rule: ChecklistRule): string | undefined {
  const yes = answers.filter((answer) => answer === true).length;
  const no = answers.filter((answer) => answer === false).length;
  if (rule === 'report') return `${yes} yes, ${no} no, ${answers.length - yes - no} open`;
  const needed = rule === 'all' ? answers.length : rule;
  if (needed > answers.length) return undefined;
  return yes >= needed ? 'go' : no > answers.length - needed ? 'pause' : 'incomplete';
}

/**
 * For a list whose questions have stages: a function from their answers to the last stage of which, and of all before it,
 * every answer is yes; null where there is none. The order of the stages is that of their first question.
 */
export function stageReached<Stage extends string | number>(
  stages: readonly Stage[],
): (answers: readonly ChecklistAnswer[]) => Stage | null {
  const order: Stage[] = [];
  const places = new Map<string, number>();
  const placeOf = stages.map((label) => {
    const key = nameKey(String(label));
    if (!places.has(key)) places.set(key, order.push(label) - 1);
    return places.get(key)!;
  });
  return (answers) => {
    let reached = order.length;
    placeOf.forEach((place, i) => {
      if (answers[i] !== true && place < reached) reached = place;
    });
    return order[reached - 1] ?? null;
  };
}
