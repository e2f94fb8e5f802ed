import { EnumSet } from './service';

/** The enums of SpreadsheetApp that scripts can use. */
export const enums = {
  DataValidationCriteria: new EnumSet('DataValidationCriteria', [
    'CHECKBOX',
    'CUSTOM_FORMULA',
    'DATE_AFTER',
    'DATE_BEFORE',
    'DATE_BETWEEN',
    'DATE_EQUAL_TO',
    'DATE_IS_VALID_DATE',
    'DATE_NOT_BETWEEN',
    'DATE_ON_OR_AFTER',
    'DATE_ON_OR_BEFORE',
    'NUMBER_BETWEEN',
    'NUMBER_EQUAL_TO',
    'NUMBER_GREATER_THAN',
    'NUMBER_GREATER_THAN_OR_EQUAL_TO',
    'NUMBER_LESS_THAN',
    'NUMBER_LESS_THAN_OR_EQUAL_TO',
    'NUMBER_NOT_BETWEEN',
    'NUMBER_NOT_EQUAL_TO',
    'VALUE_IN_LIST',
    'VALUE_IN_RANGE',
  ]),
  DeveloperMetadataLocationType: new EnumSet('DeveloperMetadataLocationType', [
    'SPREADSHEET',
    'SHEET',
    'ROW',
    'COLUMN',
  ]),
  DeveloperMetadataVisibility: new EnumSet('DeveloperMetadataVisibility', ['DOCUMENT', 'PROJECT']),
  Dimension: new EnumSet('Dimension', ['COLUMNS', 'ROWS']),
  ProtectionType: new EnumSet('ProtectionType', ['RANGE', 'SHEET']),
  WrapStrategy: new EnumSet('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']),
} as const;
