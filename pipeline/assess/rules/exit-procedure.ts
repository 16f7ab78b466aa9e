import { listDuty } from './duties.js';
import { EXIT } from './exit-conditions.js';

const PROCEDURE =
  /(?:移出|移除|退出|解除|撤销|修复|删除)[^。；]{0,60}(?:申请|审核|审查|核查|决定|受理|工作日|程序|办理|自动|批准|同意|日内)|(?:申请|审核|决定|受理|自动|程序|批准)[^。；]{0,40}(?:移出|移除|退出|解除|撤销|修复)|(?:期|届)满[^。；]{0,20}(?:自动|自行|移出|退出|解除)/u;

/** 国办发〔2020〕49号（七）: the criteria say as well by which procedure a list is left. */
export const exitProcedure = listDuty({
  id: '49-7-exit-procedure',
  number: '七',
  title: '认定标准应当一并明确移出程序',
  met: PROCEDURE,
  when: EXIT,
  message: '设列名单并规定了期限或者移出，全文没有移出的程序',
  suggestion: '写明移出由谁申请或者依职权提出、由谁审核决定、多长时间办结、如何同步移除公开的信息',
});
