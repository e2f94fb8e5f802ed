import type { Answer, ButtonName, Question } from '../contract/protocol';
import { element, freshId } from './dom';

const LABELS: Record<ButtonName, string> = { CLOSE: 'Close', OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' };

/**
 * The box of an alert or a prompt. Enter means the first button, Escape closes without an answer.
 * @param answer called once, when the person has chosen
 */
export function questionBox(question: Question, answer: (answer: Answer) => void): HTMLDialogElement {
  const heading = element('h2', { id: freshId('question') }, question.title);
  const text = element('p', { id: freshId('question') }, question.message);
  const field = element('input', { type: 'text', class: 'answer', 'aria-labelledby': text.id, autocomplete: 'off' });
  const box = element('dialog', {
    class: 'dialog alert',
    role: 'alertdialog',
    'aria-labelledby': question.title === '' ? text.id : heading.id,
    'aria-describedby': text.id,
  });
  let chosen: ButtonName = 'CLOSE';
  const choose = (button: ButtonName) => {
    chosen = button;
    box.close();
  };
  const buttons = question.buttons.map((name, index) => {
    const isFirst = index === 0;
    const type = isFirst ? 'submit' : 'button';
    const button = element('button', { type, class: isFirst ? 'primary' : 'secondary' }, LABELS[name]);
    button.autofocus = isFirst && !question.hasText;
    if (!isFirst) button.addEventListener('click', () => choose(name));
    return button;
  });
  const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Close without an answer' }, '×');
  close.addEventListener('click', () => choose('CLOSE'));
  const form = element('form', { method: 'dialog' }, text);
  if (question.hasText) {
    field.autofocus = true;
    form.append(field);
  }
  form.append(element('div', { class: 'buttons' }, ...buttons));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    choose(question.buttons[0] ?? 'OK');
  });
  box.append(element('div', { class: 'alert-title' }, question.title === '' ? element('span') : heading, close), form);
  box.addEventListener('close', () => answer({ button: chosen, text: field.value }), { once: true });
  return box;
}
