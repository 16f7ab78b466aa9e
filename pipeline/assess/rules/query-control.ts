import { article49, type DocumentRule } from './rule.js';

const SETS_SYSTEM =
  /(?:建立(?!的)|建设|搭建|开发(?!企业|商|建设单位)|设立|组建|完善|健全|负责)(?:[^。；，](?!纳入|归集|对接|衔接|记入|录入)){0,24}?(?:信用信息|诚信信息|信用档案|失信|征信|信用)[^。；，]{0,12}(?:系统|平台|数据库|信息库)/u;
/** One of many systems: 房产、信用、卫生等信息系统. */
const ONE_OF_MANY = /[、，]信用[、等]/u;
const QUERIES = /查询|查阅|使用|访问|共享|提供/u;
const PERMISSION =
  /(?:查询|使用|访问|管理|共享|操作)的?(?:权限|授权)|授权查询|分级(?:授权|管理|查询)|权限(?:管理|和程序|与程序|设置)|查询(?:程序|规则|规范|制度|办法|条件)|书面授权|(?:凭|持|提供|出具)[^。；，]{0,16}(?:证明|授权书|介绍信|身份证)[^。；]{0,20}查询|查询[^。；]{0,30}(?:同意|授权)/u;
const LOG =
  /(?:查询|使用|访问|操作)[^。；，]{0,10}(?:日志|登记|记录|留痕|审查|审计)|日志|留痕|登记和审查|登记、审查/u;

/** 国办发〔2020〕49号（十三）: permissions and procedure of queries, and a register of them. */
export const queryControl: DocumentRule = {
  id: '49-13-query-control',
  article: article49('十三'),
  title: '信用信息系统应当明确查询权限、程序和登记审查',
  looksAt: 'document',
  severity: 'warning',
  suggestion: '写明谁可以查询、查询哪些信息、经什么程序，并建立查询使用登记和审查制度（日志）',
  check: function* (subject) {
    const missing = [
      ...(subject.says(PERMISSION) ? [] : ['查询使用权限和程序']),
      ...(subject.says(LOG) ? [] : ['查询使用登记和审查（日志）']),
    ];
    if (missing.length === 0 || (subject.level === 'local-regulation' && !subject.isAboutCredit)) return;
    for (const { sentences } of subject.provisions)
      for (const sentence of sentences) {
        if (ONE_OF_MANY.test(sentence.text)) continue;
        const span = sentence.labels.has('D') ? sentence.find(SETS_SYSTEM) : null;
        if (!span) continue;
        // A department's own file is no system that others query.
        const severity =
          !subject.isPlan &&
          subject.level !== 'local-regulation' &&
          subject.says(QUERIES) &&
          missing.length === 2 &&
          subject.isAboutCredit
            ? 'warning'
            : 'note';
        const ask = severity === 'note' ? '，须核对系统另有规定' : '';
        yield { span, severity, message: `建立信用信息系统，全文没有${missing.join('、')}的规定${ask}` };
        return;
      }
  },
};
