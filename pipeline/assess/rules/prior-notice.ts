import { listDuty } from './duties.js';

/** 国办发〔2020〕49号（八）: before the decision the subject is told facts, grounds and rights. */
export const priorNotice = listDuty({
  id: '49-8-prior-notice',
  number: '八',
  title: '作出列入决定前应当告知事由、依据和权利',
  met: /(?:事先|事前|预先|应当|应|须|依法|书面|提前|拟)[^。；]{0,24}(?:告知|通知当事人|通知其)|告知(?:书|当事人|其|被|企业|单位|相对人)|拟(?:列入|认定|纳入)[^。；]{0,40}(?:告知|通知|公示|送达)|陈述[、和与及]?(?:和)?申辩/u,
  message: '设列名单，全文没有列入决定前告知当事人事由、依据和权利的程序',
  suggestion: '写明作出列入决定前，应当书面告知当事人决定的事由、依据和依法享有的陈述、申辩等权利',
});
