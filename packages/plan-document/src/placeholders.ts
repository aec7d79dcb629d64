const SETTLED = '(?:confirmed|decided|agreed|determined|announced|assigned|identified|advised|set)';
const PLACEHOLDER = new RegExp(
  `^[([]?(?:tbc|tbd|tba|t\\.b\\.[acd]\\.|to be ${SETTLED}|n\\.?\\s?/?\\s?a\\.?|not applicable|none|nil|unknown|unassigned|not (?:yet )?(?:known|specified|${SETTLED})|(?:none|nobody) yet|[-–—?._*\\s]+)[\\])]?[.*]?$`,
  'i',
);

/** Whether a cell is filled only so that it is not empty: "TBC", "N/A", "–". It names no lead, date or measure. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text.trim().replace(/\s+/g, ' '));

/** A text, or null where it is empty or a dash: nothing that could be shown as written. */
export const withoutDash = (text: string | null): string | null =>
  text === null || !/[\p{L}\p{N}]/u.test(text) ? null : text;
