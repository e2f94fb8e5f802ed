import type { Answer, Question } from '../contract/protocol';
import { element, freshId, keepKeys } from './dom';
import type { Frames } from './frames';
import { questionBox } from './question';
import { closeButton } from './sidebar';

/** Dialogs of the project (one at a time, as in Sheets) and alerts. */
export class Dialogs {
  private closeCurrent: (() => void) | undefined;
  private readonly questions = new Map<string, HTMLDialogElement>();

  constructor(
    private readonly frames: Frames,
    private readonly onClosed: () => void,
  ) {}

  /** Shows content of the project, `width` × `height` pixels without the title. */
  show(dialog: { title: string; contentId: string; width: number; height: number; modal: boolean }): void {
    this.remove();
    const heading = element('h2', { id: freshId('dialog') }, dialog.title);
    const box = element('dialog', { class: 'dialog', 'aria-labelledby': heading.id });
    const frame = this.frames.create(dialog.contentId, dialog.title, {
      close: () => box.close(),
      setHeight: (height) => (frame.style.height = `${height}px`),
      setWidth: (width) => (frame.style.width = `${width}px`),
    });
    frame.style.width = `${dialog.width}px`;
    frame.style.height = `${dialog.height}px`;
    const title = element(
      'div',
      { class: 'panel-title' },
      heading,
      closeButton('Close dialog', () => box.close()),
    );
    box.append(title, frame);
    if (!dialog.modal) makeMovable(box, title);
    this.closeCurrent = () => box.close();
    this.open(box, dialog.modal, () => {
      this.frames.remove(frame);
      this.closeCurrent = undefined;
    });
    // Whoever opened it by keyboard goes on in it by keyboard, at once: what is typed while it loads is not for the grid.
    frame.focus();
  }

  /** Shows something of the page's own, which stands until the person closes it. */
  panel(title: string, content: HTMLElement): void {
    const heading = element('h2', { id: freshId('panel') }, title);
    const box = element('dialog', { class: 'dialog panel', 'aria-labelledby': heading.id });
    const close = closeButton('Close dialog', () => box.close());
    // What is longer than the window is scrolled, by keyboard too.
    const body = element(
      'div',
      { class: 'panel-body', tabindex: 0, role: 'group', 'aria-labelledby': heading.id },
      content,
    );
    box.append(element('div', { class: 'panel-title' }, heading, close), body);
    this.open(box, true, () => undefined);
  }

  /** Closes the project's dialog; alerts stay until the person has seen them. */
  remove(): void {
    this.closeCurrent?.();
  }

  alert(title: string, message: string): void {
    const heading = element('h2', { id: freshId('alert') }, title);
    const text = element('p', { id: freshId('alert') }, message);
    const box = element('dialog', {
      class: 'dialog alert',
      role: 'alertdialog',
      'aria-labelledby': heading.id,
      'aria-describedby': text.id,
    });
    const ok = element('button', { type: 'button', class: 'primary', autofocus: true }, 'OK');
    ok.addEventListener('click', () => box.close());
    box.append(heading, text, element('div', { class: 'buttons' }, ok));
    this.open(box, true, () => undefined);
  }

  /** Shows a question; one that is shown already stays. */
  ask(question: Question & { id: string }, answer: (answer: Answer) => void): void {
    if (this.questions.has(question.id)) return;
    const box = questionBox(question, (given) => {
      // What was answered elsewhere is closed without asking anybody.
      if (this.questions.delete(question.id)) answer(given);
    });
    this.questions.set(question.id, box);
    this.open(box, true, () => undefined);
  }

  /** A question has been answered in another page, or nobody waits for its answer any more. */
  answered(id: string): void {
    const box = this.questions.get(id);
    this.questions.delete(id);
    box?.close();
  }

  private open(box: HTMLDialogElement, modal: boolean, onClose: () => void): void {
    keepKeys(box);
    box.addEventListener('close', () => {
      onClose();
      box.remove();
      this.onClosed();
    });
    document.body.append(box);
    if (modal) box.showModal();
    else box.show();
  }
}

/** Lets the person drag a dialog by its title, since one that is not modal stands before cells. */
function makeMovable(box: HTMLElement, handle: HTMLElement): void {
  handle.classList.add('movable');
  handle.addEventListener('pointerdown', (down) => {
    if ((down.target as Element).closest('button')) return;
    const { left, top } = box.getBoundingClientRect();
    handle.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent) => {
      box.style.margin = '0';
      box.style.left = `${Math.max(0, left + event.clientX - down.clientX)}px`;
      box.style.top = `${Math.max(0, top + event.clientY - down.clientY)}px`;
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  });
}
