import { article49, type ProvisionRule } from './rule.js';

const KEPT =
  /(?:修复|移出|退出名单|履行(?:完毕|义务)|整改(?:完成|到位|合格))(?:后|的)?[^。；]{0,30}(?:仍(?:然|应|予|须|可)?[^。；，]{0,8}(?:公示|公开|公布|保留在|列入|实施|执行|限制|惩戒)|继续(?:公示|公开|公布|实施|执行|限制|列入|惩戒)|不予(?:删除|撤销|移出|撤下|终止)|不(?:得)?删除|不撤销|不停止公示)/u;
const ANOTHER_MATTER = /未(?:修复|移出|履行|整改)|期间|异议|档案[^。；，]{0,6}保存|内部/u;

/** 国办发〔2020〕49号（十一）: after repair the subject leaves the list, and publication ends. */
export const repairEffect: ProvisionRule = {
  id: '49-11-repair-effect',
  article: article49('十一'),
  title: '修复后应当及时移出名单、终止公开',
  looksAt: 'provision',
  severity: 'error',
  suggestion: '改为修复后及时移出名单，终止共享公开，或者对失信信息进行标注、屏蔽、删除',
  check: function* ({ sentences }) {
    for (const sentence of sentences) {
      if (!/信用|失信|名单|诚信|不良/u.test(`${sentence.lead}${sentence.text}`)) continue;
      const span = ANOTHER_MATTER.test(sentence.text) ? null : sentence.find(KEPT);
      if (span) yield { span, message: '修复或者移出以后仍然公开失信信息、列入名单或者继续惩戒' };
    }
  },
};
