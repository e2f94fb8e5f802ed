import {
  type IWorkbookData,
  LocaleType,
  LogLevel,
  mergeLocales,
  type Plugin,
  type PluginCtor,
  Univer,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingEnglish from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import { ILayoutService, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationEnglish from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterEnglish from '@univerjs/preset-sheets-filter/locales/en-US';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteEnglish from '@univerjs/preset-sheets-note/locales/en-US';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortEnglish from '@univerjs/preset-sheets-sort/locales/en-US';
import { moveOpenRanges } from '../engine/univer/open-range-moves';
import { moveReferencesOfRules } from '../engine/univer/moved-references';
import { tolerateGoneSheets } from './gone-sheets';
import { tolerateUndrawnSheets } from './undrawn-sheets';

type PresetPlugins = (PluginCtor<Plugin> | [PluginCtor<Plugin>, ConstructorParameters<PluginCtor<Plugin>>[0]])[];

/** The spreadsheet on the page: Univer in plugin mode with its Apache-2.0 packages, in English. */
export interface Grid {
  univer: Univer;
  api: FUniver;
  /** Gives the keyboard to the cells. */
  focus(): void;
}

/** Starts the spreadsheet in `container`. It shows no workbook yet. */
export function createGrid(container: HTMLElement): Grid {
  moveOpenRanges();
  moveReferencesOfRules();
  tolerateUndrawnSheets();
  tolerateGoneSheets();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        coreEnglish,
        dataValidationEnglish,
        conditionalFormattingEnglish,
        noteEnglish,
        sortEnglish,
        filterEnglish,
      ),
    },
    logLevel: LogLevel.WARN,
    logCommandExecution: false,
  });
  const presets: { plugins: PresetPlugins }[] = [
    UniverSheetsCorePreset({
      container,
      ribbonType: 'simple',
      // A text that looks like a number is what the workbook says it is: no alarm at every such cell.
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    // A field to search in would take the keyboard away from what somebody types into the cell.
    UniverSheetsDataValidationPreset({ showSearchOnDropdown: false, showEditOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsNotePreset(),
    UniverSheetsSortPreset(),
    UniverSheetsFilterPreset(),
  ];
  // Presets name some plugins twice; the later entry carries the fuller settings.
  const plugins = new Map<string, [PluginCtor<Plugin>, object | undefined]>();
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    const [constructor, settings] = Array.isArray(plugin) ? plugin : [plugin, undefined];
    plugins.set(constructor.pluginName, [constructor, settings as object | undefined]);
  }
  for (const [constructor, settings] of plugins.values()) {
    // The page never calculates: the host does, with the project's functions.
    const mirror = constructor === UniverFormulaEnginePlugin ? { ...settings, notExecuteFormula: true } : settings;
    univer.registerPlugin(constructor, mirror);
  }
  return {
    univer,
    api: FUniver.newAPI(univer),
    focus: () => univer.__getInjector().get(ILayoutService).focus(),
  };
}

export type WorkbookData = Partial<IWorkbookData>;
