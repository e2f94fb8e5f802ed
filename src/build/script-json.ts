/**
 * Data as JSON that may stand in a script element of a page that Google serves. Nothing in it looks like an end tag,
 * a comment of HTML, a scriptlet, or a comment of JavaScript, which Google has been seen to take out.
 */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\?>/g, '?\\u003e')
    .replace(/\/(?=[/*])/g, '\\u002f');
}
