/** Turns a cell's number into what the workbook shows: "90%" of 0.9, "March 2027" of 46082. */
export type FormatNumber = (value: number, startsIn1904: boolean) => string;

const DAY = 24 * 60 * 60 * 1000;
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Numbers below 164 stand for formats that no file writes out. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'd/m/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'd/m/yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
};

export function findBuiltInFormat(id: number): string | null {
  return BUILT_IN[id] ?? null;
}

export function prepareNumberFormat(code: string | null): FormatNumber {
  // The first section is for positive numbers; colours, conditions and languages in brackets show nothing.
  const [positive = ''] = (code ?? '').split(';');
  const currency = /\[\$([^\]-]{1,3})/.exec(positive)?.[1] ?? /[£€$]/.exec(positive)?.[0] ?? '';
  const plain = positive.replace(/\[[^\]]*\]|"[^"]*"|\\.|[_*]./g, '');
  if (/[dmyh]/i.test(plain) && !/[0#]/.test(plain)) return prepareDateFormat(plain.toLowerCase());
  if (plain === '' || !/[0#]/.test(plain)) return formatGeneral;
  const decimals = /\.([0#]+)/.exec(plain)?.[1]?.replaceAll('#', '').length ?? 0;
  const hasThousands = /[0#],[0#]/.test(plain);
  const isPercent = plain.includes('%');
  if (/e[+-]/i.test(plain) || plain.includes('?/')) return formatGeneral;
  return (value) => {
    const number = isPercent ? value * 100 : value;
    const text = number.toLocaleString('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: hasThousands,
    });
    return `${currency}${text}${isPercent ? '%' : ''}`;
  };
}

/** Fifteen digits, as a workbook keeps them: 1.1 and not 1.1000000000000001. */
const formatGeneral: FormatNumber = (value) => String(Number(value.toPrecision(15)));

/** Says no more than the format shows: a cell that shows "Mar-27" holds a day that nobody meant. */
function prepareDateFormat(code: string): FormatNumber {
  const hasDay = /(?<!d)d{1,2}(?!d)/.test(code);
  const hasMonth = /m/.test(code.replace(/h+[^dy]*m+|m+[^dy]*s+/g, ''));
  const hasYear = code.includes('y');
  return (value, startsIn1904) => {
    const date = readSerialDate(value, startsIn1904);
    if (!date) return formatGeneral(value, startsIn1904);
    const words = [
      hasDay ? String(date.getUTCDate()) : '',
      hasMonth ? (MONTHS[date.getUTCMonth()] ?? '') : '',
      hasYear ? String(date.getUTCFullYear()) : '',
    ];
    const text = words.filter((word) => word !== '').join(' ');
    return text === '' ? date.toISOString().slice(11, 16) : text;
  };
}

function readSerialDate(value: number, startsIn1904: boolean): Date | null {
  // Day 60 of the older count is 29 February 1900, which never was.
  const firstDay = startsIn1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, value < 60 ? 31 : 30);
  const date = new Date(firstDay + Math.round(value * DAY));
  return value >= 0 && date.getUTCFullYear() <= 9999 ? date : null;
}
