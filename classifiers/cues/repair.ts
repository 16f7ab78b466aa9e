import type { CueGroup } from './cue.js';
import { gap, NEGATIVE_LIST } from './vocabulary.js';

const BAD_INFORMATION =
  '(?:失信(?:信息|记录|行为|惩戒|名单)|不良(?:信用)?(?:信息|记录|行为)|信用(?:信息|记录)|处罚信息|违法信息|负面信息|黑名单|异常名录)';

export const REPAIR: CueGroup = {
  label: 'R',
  threshold: 0.5,
  trigger:
    /修复|移出|移除|撤出|退出|停止公[示开布]|终止公[示开布]|删除|屏蔽|撤销公示|解除|不再[^。；]{0,6}(?:公|披露|查询|提供|作为)|(?:终止|停止|撤销|取消)[^。；]{0,4}(?:纳入|列入|记入)|不得再|重塑|恢复|提升|升级/,
  item: { id: 'R.item-under-lead', meaning: '所列情形，属上文规定的信用修复' },
  cues: [
    {
      id: 'R.credit-repair',
      meaning: '信用修复',
      pattern:
        /(?:信用|诚信|失信|信誉)[^。；，、：未]{0,12}修复|修复[^。；，、：]{0,10}(?:信用|失信|诚信)|重塑信用|信用重塑|信用恢复|恢复(?:其)?信用/,
      notAfter: /(?:未完成|未|不接受|等)$/,
      notBefore: /^等?培训/,
      unless: /未(?:按照|按|履行|依法|及时|依照)|工作人员/,
      weight: 0.85,
    },
    {
      id: 'R.leave-list',
      meaning: '移出失信名单、黑名单或异常名录',
      pattern: new RegExp(
        `(?:移出|移除|撤出|剔除|清出|解除|撤销|删除)${gap(20)}${NEGATIVE_LIST}|(?:移出|移除|撤出)${gap(12)}名单|${NEGATIVE_LIST}(?:库|信息)?[^。；，]{0,6}(?:删除|剔除|撤销)|(?:${NEGATIVE_LIST}|列入)${gap(40)}(?:移出|移除|撤出|解除)(?!(?:名单)?的?(?:条件|标准|程序|方式))`,
      ),
      near: /名单|名录|黑榜/,
      absent: /异议(?!处理)/,
      unless: /异议|未被移出|尚未被?移出|守信名单|红名单|激励(?:对象)?名单/,
      notBefore: /^(?:名单|名录)?的?(?:条件|标准|程序|方式)/,
      weight: 0.7,
    },
    {
      id: 'R.leave-list-conditions',
      meaning: '名单的退出机制',
      pattern: new RegExp(`${NEGATIVE_LIST}${gap(40)}(?:退出|移出)|退出${gap(12)}${NEGATIVE_LIST}`),
      weight: 0.4,
    },
    {
      id: 'R.end-publication',
      meaning: '停止公示、删除、屏蔽失信信息',
      pattern: new RegExp(
        `(?:停止|终止|撤销|不再|提前结束)(?:对外)?(?:公示|公开|公布|披露|共享|展示|提供)${gap(20)}${BAD_INFORMATION}|${BAD_INFORMATION}${gap(30)}(?:停止|终止|撤销|不再)(?:对外)?(?:公示|公开|公布|披露|共享|展示|使用)|(?:删除|屏蔽|消除)${gap(14)}(?:失信|不良|处罚|负面)[^。；，]{0,6}(?:信息|记录)`,
      ),
      unless: /异议|错误|表彰|志愿/,
      weight: 0.6,
    },
    {
      id: 'R.end-of-recording',
      meaning: '履行义务后终止列入、不再作为不良信息使用',
      pattern:
        /(?:终止|停止|撤销|取消|解除)(?:将其|对其)?(?:的)?(?:纳入|列入|记入)[^。；，]{0,14}(?:信用|失信|不良|名单)|不(?:得)?再(?:作为)[^。；，]{0,14}(?:征信|信用|失信|不良)[^。；，]{0,4}(?:信息|记录)/,
      weight: 0.6,
    },
    {
      id: 'R.regrade',
      meaning: '改正后提升或恢复信用等级、积分',
      pattern:
        /(?:改正|纠正|整改|履行)[^。；]{0,40}(?:提升|恢复|升级|上调)[^。；，]{0,10}(?:信用|诚信|等级|积分)/,
      near: /信用|诚信|失信/,
      weight: 0.6,
    },
    {
      id: 'R.repair-under-title',
      meaning: '信用修复章节或文件中的规定',
      pattern: /修复|申请|移出|整改|核查|删除|期限|条件/,
      weight: 0.6,
      under: /信用修复|修复(?:管理|办法|规定|机制)|移出名单/,
    },
  ],
};
