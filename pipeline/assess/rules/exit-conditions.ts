import { listDuty } from './duties.js';

/** How a list is left, whatever the words. */
export const EXIT =
  /(?:移出|移除|退出|撤出|解除|撤销|剔除|删除|清出)[^。；]{0,24}(?:名单|名录|黑榜|列入|公示|公布|信息)|(?:名单|名录|黑榜)[^。；]{0,40}(?:移出|移除|退出|撤出|解除|撤销|剔除|删除|清出)|(?:列入|名单|公示|公布|惩戒|管理)[^。；]{0,12}(?:期限|有效期|期)[^。；]{0,6}(?:为|是|至|届?满|[一二三四五六七八九十两半\d]{1,3}(?:年|个?月))|(?:列入|纳入)[^。；]{0,30}(?:满|期满)|信用修复/u;

/** 国办发〔2020〕49号（七）: the criteria say as well when a list is left. */
export const exitConditions = listDuty({
  id: '49-7-exit-conditions',
  number: '七',
  title: '认定标准应当一并明确移出条件',
  met: EXIT,
  message: '设列名单，全文没有移出名单的条件或者期限',
  suggestion:
    '在认定标准中一并写明移出名单的条件（期限届满、纠正失信行为、认定被撤销等）；另有文件规定的，写明该文件及条款',
});
