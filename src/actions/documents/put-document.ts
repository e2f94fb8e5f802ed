import type { Chosen } from '../../documents/fill';
import { layOutDocument } from '../../documents/tab-layout';
import type { PageLayout } from '../../schema/page';
import { answering, type Refused } from '../answering';
import { digestOf } from '../rows/checksum';
import type { DocumentCopy, Workbook } from '../workbook';
import { filled } from './documents';

export interface PutDocument {
  kind: 'put';
  message: string;
}

/**
 * Writes a document into a tab of its own. The copy that stands there from before is replaced as long as nobody has changed
 * it; otherwise it stays, and a new tab is made. What a copy holds is noted before it is written, so that one that was cut
 * short is either blank or whole: a later try takes it over.
 */
export const putDocument = (workbook: Workbook, id: string, chosen: Chosen): PutDocument | Refused =>
  answering((): PutDocument => {
    const { document } = filled(workbook, id, chosen);
    const layout = layOutDocument(document);
    return workbook.exclusively((): PutDocument => {
      const copies = workbook.copies(document.copy);
      const standing = copies.find(isUntouched);
      const copy = standing ?? workbook.addCopy(document.copy, document.title);
      copy.note(contentOf(layout.cells));
      copy.draw(layout);
      copy.show();
      const kept = copies.length > 0 && !standing ? ' The earlier one was changed by somebody and stays as it is.' : '';
      const again = standing ? `${document.title} was written anew` : `${document.title} was written`;
      return { kind: 'put', message: `${again} into the tab “${copy.name}”.${kept}` };
    });
  });

/** Nobody has changed it since it was written; or nothing was written yet. */
function isUntouched(copy: DocumentCopy): boolean {
  const cells = copy.read();
  return cells.every((row) => row.every((cell) => cell === '')) || contentOf(cells) === copy.noted;
}

/** What cells hold, as a short text: without blank rows and columns at the end. */
function contentOf(cells: PageLayout['cells']): string {
  const filledRows = cells.map((row) => row.map(String).join('\t').replace(/\t+$/, ''));
  return digestOf(filledRows.join('\n').replace(/\n+$/, ''));
}
