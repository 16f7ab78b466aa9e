import { listDuty } from './duties.js';

/** 国办发〔2020〕49号（八）: objections are verified, and answered in a set time. */
export const objection = listDuty({
  id: '49-8-objection',
  number: '八',
  title: '当事人提出异议的应当核实并限时反馈',
  met: /(?:异议|申辩|申诉|复核)[^。]{0,80}(?:核实|核查|复核|处理|答复|反馈|审查|日内|工作日|采纳|更正|告知)|(?:核实|核查|复核|处理|答复|反馈)[^。；]{0,30}(?:异议|申辩|申诉)/u,
  message: '设列名单，全文没有对当事人异议进行核实并在规定时限内反馈的规定',
  suggestion: '写明当事人提出异议的，由认定部门核实，并在若干个工作日内反馈结果；核实有误的及时更正',
});
