import type { Header } from '../../model/index.js';

/** Column 2 of the ledger: 《title》（文号）; 《title》 alone where the file gives no number. Nothing is made up. */
export const documentName = ({ title, documentNumber }: Header): string => {
  const name = inner(title?.value ?? '');
  const number = documentNumber?.value.trim() ?? '';
  return (name ? `《${name}》` : '（文件未载明名称）') + (number ? `（${number}）` : '');
};

/** The title as it stands inside 《》: outer marks dropped, inner 《》 as 〈〉 (GB/T 15834: 书名号里还用书名号). */
const inner = (title: string): string => {
  let name = title.trim().replace(/\s+/gu, ' ');
  while (name.startsWith('《') && name.indexOf('》') === name.length - 1) name = name.slice(1, -1).trim();
  let depth = 0;
  return [...name]
    .map((char) => {
      if (char === '《' || char === '〈') return depth++ % 2 === 0 ? '〈' : '《';
      if (char !== '》' && char !== '〉') return char;
      depth = Math.max(0, depth - 1);
      return depth % 2 === 0 ? '〉' : '》';
    })
    .join('');
};
