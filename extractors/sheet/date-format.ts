const DAY = 86_400_000;
/** 9999-12-31. */
const LAST_DAY = 2_958_465;
const WEEKDAYS = '日一二三四五六';

/** The moment of a serial number; undefined where it is no date. Day 60 of the 1900 system, 29 February 1900, never was. */
const momentOf = (serial: number, from1904: boolean): Date | undefined => {
  const days = from1904 ? serial + 1462 : serial;
  if (!(days >= 0 && days < LAST_DAY + 1)) return undefined;
  const start = Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(start + Math.round((days * DAY) / 1000) * 1000);
};

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

type Part = { readonly letter: string; readonly text: string };

/** Runs of one letter, and literal text (letter ''). */
const partsOf = (code: string): Part[] => {
  const parts: Part[] = [];
  for (let at = 0; at < code.length; ) {
    const char = code[at]!;
    const half = /^(?:am\/pm|a\/p|上午\/下午)/i.exec(code.slice(at, at + 5))?.[0];
    if (char === '"') {
      const end = code.indexOf('"', at + 1);
      parts.push({ letter: '', text: code.slice(at + 1, end < 0 ? undefined : end) });
      at = end < 0 ? code.length : end + 1;
    } else if (char === '\\' || char === '_' || char === '*') {
      parts.push({ letter: '', text: char === '\\' ? (code[at + 1] ?? '') : '' });
      at += 2;
    } else if (char === '[') {
      const end = code.indexOf(']', at);
      const inner = code.slice(at + 1, end < 0 ? undefined : end);
      if (/^[hms]{1,2}$/i.test(inner)) parts.push({ letter: '[', text: inner.toLowerCase() });
      at = end < 0 ? code.length : end + 1;
    } else if (half) {
      parts.push({ letter: 'p', text: half });
      at += half.length;
    } else if (/[ymdhsaeb]/i.test(char)) {
      let end = at + 1;
      while (code[end]?.toLowerCase() === char.toLowerCase()) end += 1;
      parts.push({ letter: char.toLowerCase(), text: code.slice(at, end) });
      at = end;
    } else {
      parts.push({ letter: '', text: char === '@' ? '' : char });
      at += 1;
    }
  }
  return parts;
};

/** Whether a section of a format code shows a date or time. */
export const isDateCode = (code: string): boolean =>
  partsOf(code).some(
    ({ letter, text }) =>
      letter !== '' && ('ymdhse['.includes(letter) || (letter === 'a' && text.length > 2)),
  );

/** A serial number by a date format; undefined where it is no date. */
export const formatDate = (serial: number, code: string, from1904: boolean): string | undefined => {
  const moment = momentOf(serial, from1904);
  if (!moment) return undefined;
  const parts = partsOf(code);
  const half = parts.some(({ letter }) => letter === 'p');
  const timed = parts.filter(({ letter }) => letter !== '' && letter !== 'p');
  return parts
    .map((part) => {
      if (part.letter !== 'm') return shown(part, moment, serial, half);
      const place = timed.indexOf(part);
      const minutes = 'h['.includes(timed[place - 1]?.letter ?? 'x') || timed[place + 1]?.letter === 's';
      return minutes
        ? padded(moment.getUTCMinutes(), Math.min(part.text.length, 2))
        : monthOf(moment, part.text.length);
    })
    .join('')
    .trim();
};

const monthOf = (moment: Date, width: number): string => {
  const month = moment.getUTCMonth() + 1;
  return width >= 3 ? `${month}月` : padded(month, width);
};

const shown = ({ letter, text }: Part, moment: Date, serial: number, half: boolean): string => {
  const hours = moment.getUTCHours();
  const weekday = WEEKDAYS[moment.getUTCDay()]!;
  const width = Math.min(text.length, 2);
  switch (letter) {
    case 'y':
      return text.length > 2 ? String(moment.getUTCFullYear()) : padded(moment.getUTCFullYear() % 100, 2);
    case 'e':
      return String(moment.getUTCFullYear());
    case 'd':
      return text.length > 2 ? `星期${weekday}` : padded(moment.getUTCDate(), width);
    case 'a':
      return text.length > 3 ? `星期${weekday}` : weekday;
    case 'h':
      return padded(half ? ((hours + 11) % 12) + 1 : hours, width);
    case 's':
      return padded(moment.getUTCSeconds(), width);
    case 'p':
      return hours < 12 ? '上午' : '下午';
    case '[':
      return elapsed(text, serial);
    default:
      return letter === '' ? text : '';
  }
};

/** [h], [mm]: all hours or minutes since the beginning. */
const elapsed = (unit: string, serial: number): string =>
  padded(Math.floor(serial * (unit[0] === 'h' ? 24 : unit[0] === 'm' ? 1440 : 86_400)), unit.length);
