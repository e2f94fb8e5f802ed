import { randomUUID } from 'node:crypto';
import type { ToPage, Answer, Question } from '../contract/protocol';

/** Nobody has answered in time, or nobody can any more: the execution that has asked is over. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

interface Asked {
  user: string;
  question: Question;
  settle(answer: Answer | undefined): void;
}

/** The alerts and prompts for which executions wait until a person has answered. */
export class Questions {
  private readonly open = new Map<string, Asked>();

  /** @param tell tells all pages of a person */
  constructor(private readonly tell: (user: string, message: ToPage) => void) {}

  /**
   * Shows the question in all pages of a person; the first answer counts.
   * @param milliseconds for which the execution may wait
   * @throws NoAnswer when nobody has answered by then
   */
  ask(user: string, question: Question, milliseconds: number): Promise<Answer> {
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.settle(id, undefined), milliseconds);
      timer.unref();
      this.open.set(id, {
        user,
        question,
        settle: (answer) => {
          clearTimeout(timer);
          if (answer) resolve(answer);
          else reject(new NoAnswer());
        },
      });
      this.tell(user, { type: 'question', id, ...question });
    });
  }

  /** What a page says; an answer that is none of the question's, or comes too late, counts for nothing. */
  answer(user: string, id: string, answer: Answer): void {
    const asked = this.open.get(id);
    if (asked?.user !== user || (answer.button !== 'CLOSE' && !asked.question.buttons.includes(answer.button))) return;
    this.settle(id, { button: answer.button, text: String(answer.text) });
  }

  /** What a page that joins has to show. */
  of(user: string): ToPage[] {
    return [...this.open].flatMap(([id, asked]) =>
      asked.user === user ? [{ type: 'question' as const, id, ...asked.question }] : [],
    );
  }

  /** Nobody answers any more. */
  close(): void {
    for (const id of this.open.keys()) this.settle(id, undefined);
  }

  private settle(id: string, answer: Answer | undefined): void {
    const asked = this.open.get(id);
    if (!asked) return;
    this.open.delete(id);
    this.tell(asked.user, { type: 'answered', id });
    asked.settle(answer);
  }
}
