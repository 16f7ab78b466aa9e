import { blockAt, type Manuscript } from '../model/index.js';

/** Where an offset stands in the source file, in words for a person: 第3页第12段. */
export const sourcePlaceOf = (manuscript: Manuscript, offset: number): string => {
  const block = blockAt(manuscript, offset);
  if (!block) return '';
  const { page, cell, paragraph } = block;
  const inTable = cell ? `表${cell.table + 1}第${cell.row + 1}行第${cell.column + 1}列` : '';
  // A file without pages whose blocks have some: what was recognised in its pictures.
  const inPage = page && (manuscript.pages === undefined ? `第${page}幅图片` : `第${page}页`);
  return `${inPage || ''}${inTable || `第${paragraph}段`}`;
};
