import { ServiceError } from '../../contract/service-error';
import { hexColor } from '../../notation/colors';

/** A colour that a script has named, as Google keeps it; null resets it. @throws ServiceError for what is no colour */
export function colorGiven(color: string | null): string | null {
  if (color === null || color === '') return null;
  const hex = hexColor(String(color));
  if (hex === undefined) throw new ServiceError(`Invalid argument: ${String(color)} is not a color.`);
  return hex;
}
