import { CellValueType, type ICellData, type IStyleData, type Nullable, generateRandomId } from '@univerjs/core';
import type { RichText, RichTextRun } from '../contract/engine';

const HYPERLINK = 0;

interface Span {
  start: number;
  end: number;
}

/** A cell's text with its runs; undefined where the cell holds no text. Every character belongs to one run. */
export function richTextOf(cell: Nullable<ICellData>): RichText | undefined {
  const body = cell?.p?.body;
  if (!body) return typeof cell?.v === 'string' ? { text: cell.v, runs: [] } : undefined;
  const text = body.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n');
  const styles = (body.textRuns ?? []).map(({ st, ed, ts }) => ({ start: st, end: ed, style: { ...ts } }));
  const links = (body.customRanges ?? [])
    .filter(({ rangeType }) => rangeType === HYPERLINK)
    .map(({ startIndex, endIndex, properties }) => ({
      start: startIndex,
      end: endIndex + 1,
      link: String((properties as { url?: string } | undefined)?.url ?? ''),
    }));
  const borders = [...styles, ...links].flatMap(({ start, end }) => [start, end]);
  const places = [...new Set([0, text.length, ...borders])].filter((at) => at <= text.length).sort((a, b) => a - b);
  const runs = places.slice(0, -1).map((start, i): RichTextRun => {
    const holds = (span: Span): boolean => span.start <= start && start < span.end;
    const link = links.find(holds)?.link;
    return { start, end: places[i + 1]!, style: styles.find(holds)?.style ?? {}, ...(link && { link }) };
  });
  return { text, runs };
}

/** A text with runs in the engine's words. */
export function richTextCell({ text, runs }: RichText): ICellData {
  if (runs.length === 0) return { v: text, t: CellValueType.STRING, p: null, f: null, si: null };
  const dataStream = `${text.replace(/\n/g, '\r')}\r\n`;
  const links = runs.filter(({ link }) => link);
  return {
    v: text,
    t: CellValueType.STRING,
    f: null,
    si: null,
    p: {
      id: `text-${generateRandomId(8)}`,
      documentStyle: {},
      body: {
        dataStream,
        textRuns: runs.map(({ start, end, style }) => ({ st: start, ed: end, ts: style as IStyleData })),
        paragraphs: [...dataStream.matchAll(/\r/g)].map(({ index }) => ({
          startIndex: index,
          paragraphId: `line-${index}`,
        })),
        sectionBreaks: [{ startIndex: dataStream.length - 1 }],
        customRanges: links.map(({ start, end, link }, i) => ({
          startIndex: start,
          endIndex: end - 1,
          rangeId: `link-${i}-${generateRandomId(6)}`,
          rangeType: HYPERLINK,
          properties: { url: link },
        })),
      },
    } as ICellData['p'],
  };
}
