import { scriptJson } from './script-json';

/** Data as an HTML file of the project, the only kind of file beside the script that it can read. */
export const dataPage = (data: unknown): string => `<script type="application/json">${scriptJson(data)}</script>\n`;
