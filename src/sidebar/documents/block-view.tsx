import type { Block } from '../../documents/filled';

/** A part of a document on paper. What people have typed is text, never markup. */
export function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return <h2>{block.text}</h2>;
    case 'words':
      return <p>{block.text}</p>;
    case 'none':
      return <p class="none">{block.text}</p>;
    case 'points': {
      const items = block.items.map((item) => <li key={item}>{item}</li>);
      return block.numbered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'fact':
      return (
        <div class="fact">
          <p class="label">{block.label}</p>
          <p class={block.isEmpty ? 'none' : ''}>{block.text}</p>
        </div>
      );
    case 'table':
      return (
        <>
          <table>
            <thead>
              <tr>
                {block.columns.map(({ heading }) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, at) => (
                    <td key={at} class={isFigure(cell) ? 'number' : ''}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {block.after && <p class="none">{block.after}</p>}
        </>
      );
    case 'lines':
      return (
        <div class="lines">
          <p class="label">{block.label}</p>
          {Array.from({ length: block.count }, (_, at) => (
            <div key={at} class="line" />
          ))}
        </div>
      );
    case 'signatures':
      return (
        <div class="signatures">
          {block.sides.map((side) => (
            <div key={side}>
              <div class="line" />
              <p>{side}</p>
              <p class="help">Name, date, signature</p>
            </div>
          ))}
        </div>
      );
  }
}

/** An amount, a percentage or a count: they stand under one another by their last digit. */
const isFigure = (text: string): boolean =>
  /^[^\p{L}\d]{0,3}[+\-−]?[^\p{L}\d]{0,2}\d[\d.,\s’']*\s?(%|[A-Z]{3}|[^\p{L}\d\s]{1,2})?$/u.test(text);
