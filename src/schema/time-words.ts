/** What people write for hours, minutes and seconds: parts of patterns, as those of the forms and of the sheet know them. */

const HOURS =
  'h|hrs?|hours?|std|stunden?|heures?|horas?|or[ae]|uur|uren|godz|tim|timmar|timer|hod|ч|час|часа|часов|時間|小时';
const MINUTES = 'min|mins|minutes?|minuten|minut[oi]s?|minutt?er|minut|мин|分|分钟';

export const HOUR = `(?:${HOURS})`;
export const MINUTE = `(?:${MINUTES})`;
export const SECOND = '(?:s|secs?|seconds?|sek|sekunden?)';
export const DAY =
  '(?:d|days?|tage?n?|jours?|días?|dias?|giorn[oi]|dag(?:en|ar|e)?|dn[iy]|wk|weeks?|wochen?|months?|monate?)';

/** What is counted in hours, as people name the unit. */
export const HOUR_UNITS: readonly string[] = ['hours', 'hour', 'h', 'hrs', 'hr', 'std', 'stunden', 'heures', 'horas'];
