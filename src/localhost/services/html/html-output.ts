import { codeOf, commentedCodeOf } from '../../html/template-code';
import type { Printed, TemplateSource } from '../../html/template-realm';
import { BlobService } from '../base/blob';
import { HtmlEscaping, escapeHtml } from './html-escaping';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type HtmlTemplate = GoogleAppsScript.HTML.HtmlTemplate;

const outputCalls = {
  addMetaTag: 'handle',
  append: 'handle',
  appendUntrusted: 'handle',
  asTemplate: 'handle',
  clear: 'handle',
  getBlob: 'handle',
  getContent: 'handle',
  getFaviconUrl: 'handle',
  getHeight: 'handle',
  getTitle: 'handle',
  getWidth: 'handle',
  setContent: 'handle',
  setFaviconUrl: 'handle',
  setHeight: 'handle',
  setSandboxMode: 'handle',
  setTitle: 'handle',
  setWidth: 'handle',
  setXFrameOptionsMode: 'handle',
} as const satisfies CallTable<HtmlOutput>;

const outputDefinition: ServiceDefinition = { name: 'HtmlOutput', calls: outputCalls };

/** A page for a sidebar or a dialog. */
export class HtmlOutputService extends Service<HtmlOutput> implements Pick<HtmlOutput, keyof typeof outputCalls> {
  readonly definition = outputDefinition;
  private title = '';
  private width: number | null = null;
  private height: number | null = null;
  private faviconUrl: string | null = null;

  constructor(private content: string) {
    super();
  }

  get asGoogle(): HtmlOutput {
    return this.api;
  }

  getContent(): string {
    return this.content;
  }

  setContent(content: string): HtmlOutput {
    this.content = String(content);
    return this.api;
  }

  append(addedContent: string): HtmlOutput {
    return this.setContent(this.content + String(addedContent));
  }

  appendUntrusted(addedContent: string): HtmlOutput {
    const escaping = new HtmlEscaping();
    escaping.feed(this.content);
    return this.append(escaping.escape(String(addedContent)));
  }

  clear(): HtmlOutput {
    return this.setContent('');
  }

  addMetaTag(name: string, content: string): HtmlOutput {
    return this.setContent(`<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">${this.content}`);
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplateService({ name: 'Untitled', html: this.content }).asGoogle;
  }

  getBlob(): GoogleAppsScript.Base.Blob {
    return new BlobService(Buffer.from(this.content), 'text/html', 'Untitled.html').asGoogle;
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): HtmlOutput {
    this.title = String(title);
    return this.api;
  }

  getWidth(): number {
    return this.width as number;
  }

  setWidth(width: number | null): HtmlOutput {
    this.width = width;
    return this.api;
  }

  getHeight(): number {
    return this.height as number;
  }

  setHeight(height: number | null): HtmlOutput {
    this.height = height;
    return this.api;
  }

  getFaviconUrl(): string {
    return this.faviconUrl as string;
  }

  /** No page here shows it. */
  setFaviconUrl(iconUrl: string): HtmlOutput {
    this.faviconUrl = String(iconUrl);
    return this.api;
  }

  setSandboxMode(): HtmlOutput {
    return this.api;
  }

  setXFrameOptionsMode(): HtmlOutput {
    return this.api;
  }
}

const templateCalls = {
  evaluate: 'handle',
  getCode: 'handle',
  getCodeWithComments: 'handle',
  getRawContent: 'handle',
} as const satisfies CallTable<HtmlTemplate>;

/** A page with scriptlets. They run where the script runs, and its variables are there too: see `template-realm.ts`. */
export class HtmlTemplateService extends Service<HtmlTemplate> {
  readonly definition: ServiceDefinition;

  constructor(private readonly source: TemplateSource) {
    super();
    this.definition = { name: 'HtmlTemplate', calls: templateCalls, template: source };
  }

  get asGoogle(): HtmlTemplate {
    return this.api;
  }

  /** @param printed what the scriptlets and the text around them have put out */
  evaluate(printed: readonly Printed[]): HtmlOutput {
    const escaping = new HtmlEscaping();
    let content = '';
    for (const [isTrusted, text] of printed) {
      if (isTrusted) escaping.feed(text);
      content += isTrusted ? text : escaping.escape(text);
    }
    return new HtmlOutputService(content).asGoogle;
  }

  getRawContent(): string {
    return this.source.html;
  }

  getCode(): string {
    return codeOf(this.source.html);
  }

  getCodeWithComments(): string {
    return commentedCodeOf(this.source.html);
  }
}
