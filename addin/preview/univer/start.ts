/** Univer, set up as the preview needs it: what its workbook does not take over is left out of the menus. */
import { LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import formattingTexts from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreTexts from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationTexts from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteTexts from '@univerjs/preset-sheets-note/locales/zh-CN';
import { keepResults } from './results.ts';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';

export interface Started {
  readonly univer: Univer;
  readonly api: FUniver;
}

// The package that would do this, @univerjs/presets, brings 42 MB of closed parts along.
export function startUniver(container: HTMLElement): Started {
  const univer = new Univer({
    logLevel: LogLevel.ERROR,
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(coreTexts, formattingTexts, validationTexts, noteTexts) },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: 'simple',
      menu,
      // Results that the file knows stand until a person changes something.
      formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsNotePreset(),
  ];
  const plugins = new Map(
    presets.flatMap((preset) =>
      preset.plugins.map((entry) => {
        const [plugin, options] = Array.isArray(entry) ? entry : [entry, undefined];
        return [plugin.pluginName, [plugin, options]] as const;
      }),
    ),
  );
  for (const [plugin, options] of plugins.values()) univer.registerPlugin(plugin, options);
  const api = FUniver.newAPI(univer);
  keepResults(api);
  return { univer, api };
}

const menu = Object.fromEntries(
  [
    'sheet.operation.add-note-popup',
    'sheet.command.delete-note',
    'sheet.operation.open.conditional.formatting.panel',
    'sheet.menu.data-validation',
    'sheet.command.set-text-rotation',
    'sheet.contextMenu.permission',
    'sheet.command.add-range-protection-from-toolbar',
    'sheet.command.add-range-protection-from-sheet-bar',
    'sheet.command.view-sheet-permission-from-sheet-bar',
    'sheet.command.delete-worksheet-protection-from-sheet-bar',
    'sheet.command.change-sheet-protection-from-sheet-bar',
  ].map((id) => [id, { hidden: true }]),
);
