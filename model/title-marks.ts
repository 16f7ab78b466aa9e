/** A title in 《》: marks around the whole dropped first, inner 《》 as 〈〉 (GB/T 15834: 书名号里还用书名号). */
export const inMarks = (title: string): string => {
  let name = title.trim().replace(/\s+/gu, ' ');
  while (name.startsWith('《') && name.indexOf('》') === name.length - 1) name = name.slice(1, -1).trim();
  let depth = 0;
  const inner = [...name].map((char) => {
    if (char === '《' || char === '〈') return depth++ % 2 === 0 ? '〈' : '《';
    if (char !== '》' && char !== '〉') return char;
    depth = Math.max(0, depth - 1);
    return depth % 2 === 0 ? '〉' : '》';
  });
  return `《${inner.join('')}》`;
};
