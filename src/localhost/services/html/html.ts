import { BlobService } from '../base/blob';
import type { Environment } from '../base/environment';
import { HtmlOutputService, HtmlTemplateService } from './html-output';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, EnumSet, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'project'>;

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type HtmlTemplate = GoogleAppsScript.HTML.HtmlTemplate;
type HtmlApp = GoogleAppsScript.HTML.HtmlService;

const appCalls = {
  createHtmlOutput: 'handle',
  createHtmlOutputFromFile: 'handle',
  createTemplate: 'handle',
  createTemplateFromFile: 'handle',
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

  constructor(private readonly environment: Needs) {
    super();
  }

  createHtmlOutput(html: unknown = ''): HtmlOutput {
    return new HtmlOutputService(textOf(html)).asGoogle;
  }

  /** @param filename the pushed path without its suffix, or with it */
  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return new HtmlOutputService(this.file(filename)).asGoogle;
  }

  createTemplate(html: unknown): HtmlTemplate {
    return new HtmlTemplateService({ name: 'Untitled', html: textOf(html) }).asGoogle;
  }

  /** @param filename the pushed path without its suffix, or with it */
  createTemplateFromFile(filename: string): HtmlTemplate {
    const html = this.file(filename);
    return new HtmlTemplateService({ name: filename.replace(SUFFIX, ''), html }).asGoogle;
  }

  private file(filename: string): string {
    const html = this.environment.project.html.get(String(filename).replace(SUFFIX, ''));
    if (html === undefined) throw new ServiceError(`No HTML file named ${filename} was found.`);
    return html;
  }
}

const SUFFIX = /\.html$/;

function textOf(html: unknown): string {
  return html instanceof BlobService ? html.getDataAsString() : String(html);
}
