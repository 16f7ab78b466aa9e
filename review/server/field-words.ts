import type { z } from 'zod';

/** What the fields of requests are called before the clerk. */
const FIELDS: Readonly<Record<string, string>> = {
  batch: '批次',
  lane: '决定的归属',
  reason: '理由',
  items: '决定内容',
  document: '文件编号',
  changes: '修改',
  kind: '种类',
  passage: '条款',
  label: '类别',
  seen: '所见的决定序号',
  after: '决定',
  verdict: '结论',
  spans: '划出的文字',
  span: '文字的位置',
  start: '起点',
  end: '终点',
  field: '台账栏目',
  included: '是否列入台账',
  print: '所见内容的标识',
  original: '识别的原文',
  replacement: '更正的文字',
  note: '说明',
  state: '状态',
  issuer: '制定机关',
  year: '年份',
  basis: '有无依据',
  disposal: '处置方式',
  doubt: '只看存疑',
  q: '查找的词',
  sort: '排序',
  page: '页码',
  width: '图片宽度',
  drafts: '是否含草稿',
  name: '姓名',
  password: '密码',
  role: '角色',
  action: '操作',
  answers: '答案',
  answer: '是否涉及',
  question: '编号',
  from: '起始编号',
  ledgers: '台账',
  units: '单位名单',
  unit: '单位',
  since: '新出台的起算日期',
  date: '落款日期',
  words: '说明',
  id: '事项编号',
  certain: '是否请核对',
  scope: '范围',
};

/** What is wrong with a request, by its first fault: which field, and why. */
export const fieldFault = (error: z.ZodError): string => {
  const issue = error.issues[0];
  if (!issue) return '请求的内容不对';
  const names = issue.path.flatMap((part) =>
    typeof part === 'number' ? `第 ${part + 1} 项` : (FIELDS[String(part)] ?? []),
  );
  const where = names.length > 0 ? `“${names.join('·')}”` : '请求的内容';
  return `${where}不对：${fault(issue)}`;
};

const fault = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return '没有填写，或形式不对';
    case 'too_big':
      return `${OF_SIZE[issue.origin] ?? '最大'} ${issue.maximum}`;
    case 'too_small':
      return `${OF_SIZE[issue.origin]?.replace('最多', '最少') ?? '最小'} ${issue.minimum}`;
    case 'invalid_value':
      return '不在可选的范围内';
    case 'invalid_union':
      return '没有这一种';
    case 'custom':
      return '前后不一致';
    default:
      return '格式不对';
  }
};

const OF_SIZE: Readonly<Record<string, string>> = { string: '最多字数为', array: '最多项数为' };
