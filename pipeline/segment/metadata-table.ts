import type { MetadataField } from '../../model/index.js';
import type { Line } from './lines.js';

/** What the cells of a government site's table of header facts say (政府信息公开目录: 索引号, 发布机构 …). */
const LABEL =
  /^(?:索引号|信息索引|附加码|主题分类|体裁分类|服务对象|发布机构|发文机关|发文机构|发布机关|生成日期|成文日期|发文日期|发布日期|公开日期|名称|标题|文号|发文字号|主题词|关键词|有效性|公开方式|公开范围|信息有效性|内容概述)[：:]?$/u;

/** Of so many cells of such a table at least one is a label. */
const LABEL_SHARE = 4;

/** The lines behind a table of header facts at the head of a file, and the facts. */
interface HeadTable {
  readonly fields: readonly MetadataField[];
  readonly rest: readonly Line[];
}

/** Takes a table of header facts off the head of a file copied from a government site. */
export const takeHeadTable = (lines: readonly Line[]): HeadTable => {
  const table = lines[0]?.block.cell?.table;
  const cells = table === undefined ? [] : lines.filter((line) => line.block.cell?.table === table);
  const labels = cells.filter((line) => LABEL.test(line.tight)).length;
  if (labels < 3 || cells.some((line) => line.tight.length > 200)) return { fields: [], rest: lines };
  const fields = cells.flatMap((line, i): MetadataField[] => {
    const value = cells[i + 1];
    const beside = value?.block.cell?.row === line.block.cell?.row;
    if (!LABEL.test(line.tight) || !value || !beside || LABEL.test(value.tight)) return [];
    return [{ name: line.tight.replace(/[：:]$/u, ''), value: value.text, from: 'table' }];
  });
  // Labels side by side are the heads of a list's columns, and what stands below them is the list.
  if (fields.length * 2 < labels || labels * LABEL_SHARE < cells.length) return { fields: [], rest: lines };
  return { fields, rest: lines.filter((line) => line.block.cell?.table !== table) };
};
