import type { Environment } from './environment';
import { type CallTable, EnumSet, Service, type ServiceDefinition, ServiceError } from './service';

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type HtmlApp = GoogleAppsScript.HTML.HtmlService;

const outputCalls = {
  addMetaTag: 'handle',
  append: 'handle',
  appendUntrusted: 'handle',
  clear: 'handle',
  getContent: 'handle',
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
    return this.append(escaped(String(addedContent)));
  }

  clear(): HtmlOutput {
    return this.setContent('');
  }

  addMetaTag(name: string, content: string): HtmlOutput {
    return this.setContent(`<meta name="${escaped(name)}" content="${escaped(content)}">${this.content}`);
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

  setFaviconUrl(): HtmlOutput {
    return this.api;
  }

  setSandboxMode(): HtmlOutput {
    return this.api;
  }

  setXFrameOptionsMode(): HtmlOutput {
    return this.api;
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const appCalls = {
  createHtmlOutput: 'handle',
  createHtmlOutputFromFile: 'handle',
} as const satisfies CallTable<HtmlApp>;

const appDefinition: ServiceDefinition = {
  name: 'HtmlService',
  calls: appCalls,
  constants: ['SandboxMode', 'XFrameOptionsMode'],
};

export class HtmlAppService extends Service<HtmlApp> implements Pick<HtmlApp, keyof typeof appCalls> {
  readonly definition = appDefinition;
  readonly SandboxMode = new EnumSet('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);
  readonly XFrameOptionsMode = new EnumSet('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);

  constructor(private readonly environment: Environment) {
    super();
  }

  createHtmlOutput(html: unknown = ''): HtmlOutput {
    return new HtmlOutputService(String(html)).asGoogle;
  }

  /** @param filename the pushed path without its suffix */
  createHtmlOutputFromFile(filename: string): HtmlOutput {
    const html = this.environment.project.html.get(filename.replace(/\.html$/, ''));
    if (html === undefined) throw new ServiceError(`No HTML file named ${filename} was found.`);
    return new HtmlOutputService(html).asGoogle;
  }
}
