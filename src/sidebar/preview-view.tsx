import { useEffect, useRef } from 'preact/hooks';
import type { Preview } from '../actions/asking/outcome';
import { takeFocus } from './take-focus';

/** An amount, with its currency or without. */
const isFigure = (text: string): boolean => /^-?\d[\d,.]*( \p{L}+)?$/u.test(text);

interface PreviewViewProps {
  preview: Preview;
  /** So that it is read out, unless somebody goes on elsewhere. */
  takesFocus: boolean;
}

/** What would be written, before it is: sentences, and what they come to. */
export function PreviewView({ preview: { title, paragraphs, table }, takesFocus }: PreviewViewProps) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) takeFocus(element.current);
  }, [paragraphs]);
  return (
    <section class="preview" ref={element} tabIndex={-1} aria-label={title}>
      <h2>{title}</h2>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {table && (
        <table>
          <thead>
            <tr>
              {table.headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.join()}>
                {row.map((cell, at) =>
                  at === 0 ? (
                    <th scope="row">{cell}</th>
                  ) : (
                    <td class={isFigure(cell) ? 'figure' : undefined}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
