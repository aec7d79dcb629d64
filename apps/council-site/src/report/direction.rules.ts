const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Whether a text runs from right to left: its first letter decides, as it does for `dir="auto"`. */
export const isRightToLeft = (text: string): boolean => rightToLeft.test(text.match(/\p{L}/u)?.[0] ?? '');
