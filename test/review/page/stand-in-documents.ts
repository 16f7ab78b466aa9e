import type { CellField, FileFormat, Label, ReviewState } from '../../../model/index.js';
import type {
  DocumentView,
  PageBox,
  ViewBlock,
  ViewBreach,
  ViewCell,
  ViewFinding,
  ViewPassage,
} from '../../../review/api.js';

/** Documents for the page to be tried with: written for it, in the contract's shapes. */

export type Stored = Omit<DocumentView, 'decisions' | 'state' | 'place' | 'print' | 'row'> & {
  readonly issuer: string;
  readonly year: string;
  readonly first: ReviewState;
  readonly row: Readonly<Record<CellField, Omit<ViewCell, 'value' | 'edited'>>> | null;
};

/** The codebook's way: `【D记入信用档案】` in a text marks evidence of D. Several labels: `【DBP…】`. */
interface Line {
  readonly text: string;
  readonly kind?: ViewBlock['kind'];
  readonly align?: ViewBlock['align'];
  readonly headingLevel?: number;
  readonly numbering?: number;
  readonly cell?: ViewBlock['cell'];
  readonly page?: number;
}

const MEANINGS: Readonly<Record<Label, string>> = {
  D: '纳入信用记录',
  B: '列入失信名单',
  P: '失信惩戒措施',
  Q: '一定期限内不得从事',
  R: '信用修复条件',
};

const key = (n: number, same = 0): string => `${n.toString(16).padStart(12, '0')}.${same}`;

const cell = (draft: string, reason = ''): Omit<ViewCell, 'value' | 'edited'> => ({ draft, reason });

const rowOf = (name: string, passages: readonly ViewPassage[]): Stored['row'] => {
  const has = (label: Label): string =>
    passages.some(({ findings }) => findings.some((each) => each.label === label && each.by === 'tool'))
      ? '是'
      : '否';
  if (!['D', 'B', 'P'].some((label) => has(label as Label) === '是')) return null;
  return {
    document: cell(name),
    disclosure: cell(has('D')),
    blacklist: cell(has('B')),
    punishment: cell(has('P')),
    summary: cell(
      '第三条：违反前款规定的，记入信用档案，列入黑名单，并实施联合惩戒。第五条：两年内不得参加评优评先。',
    ),
    nationalBasis: cell('是', '第三条引用《中华人民共和国行政许可法》第七十八条，已核实'),
    localBasis: cell('待核实', '引用的地方性法规未收录，须人工核对'),
    basisContent: cell('《中华人民共和国行政许可法》第七十八条'),
    disposal: cell('修订', '有国家层面依据，但名单没有写明移出条件'),
    completion: cell('2021-06-30'),
    responsibleUnit: cell('清水市城市管理局'),
    responsiblePerson: cell(''),
    phone: cell(''),
  };
};

const boxOf = (page: number, line: number, from: number, length: number): PageBox => ({
  page,
  x: 90 + from * 14,
  y: 120 + line * 26,
  width: length * 14,
  height: 16,
});

/** Puts a document together from its lines. */
export const documentOf = (
  id: number,
  name: string,
  format: FileFormat,
  lines: readonly Line[],
  extra: Partial<Stored> = {},
): Stored => {
  let text = '';
  const blocks: ViewBlock[] = [];
  const units: DocumentView['units'][number][] = [];
  const passages: ViewPassage[] = [];
  for (const [i, { text: marked, numbering, ...line }] of lines.entries()) {
    const start = text.length;
    const found: { label: Label; from: number; to: number }[] = [];
    let plain = '';
    for (const part of marked.split(/(【[DBPQR]+|】)/u)) {
      if (/^【/u.test(part))
        for (const label of part.slice(1)) found.push({ label: label as Label, from: plain.length, to: -1 });
      else if (part === '】') for (const each of found) each.to = each.to < 0 ? plain.length : each.to;
      else plain += part;
    }
    text += `${plain}\n`;
    const end = start + plain.length;
    blocks.push({
      kind: 'paragraph',
      start,
      end,
      ...line,
      ...(numbering && { numberingEnd: start + numbering }),
    });
    const place = /^第.{1,3}条/u.exec(plain)?.[0] ?? (line.cell ? `表格第${line.cell.row + 1}行` : '');
    const unit = { key: key(id * 1000 + i), start, end, place };
    units.push(unit);
    if (found.length === 0) continue;
    const labels = [...new Set(found.map(({ label }) => label))].sort(
      (a, b) => 'DBPQR'.indexOf(a) - 'DBPQR'.indexOf(b),
    );
    const findings = labels.map(
      (label): ViewFinding => ({
        label,
        score: 0.97 - i * 0.01,
        by: label === 'Q' ? 'withheld' : 'tool',
        evidence: found
          .filter((each) => each.label === label)
          .map(({ from, to }) => ({
            start: start + from,
            end: start + to,
            text: plain.slice(from, to),
            meaning: MEANINGS[label],
            boxes: line.page ? [boxOf(line.page, i, from, to - from)] : [],
          })),
      }),
    );
    const cited = plain.indexOf('《中华人民共和国行政许可法》');
    passages.push({
      ...unit,
      key: unit.key,
      sourcePlace: line.page ? `第${line.page}页` : `第${i + 1}段`,
      lead: '',
      findings,
      kinds: ['失信惩戒：限制评优', '对象：个人和单位', '实施：行政机关'],
      citations:
        cited < 0
          ? []
          : [
              {
                words: '《中华人民共和国行政许可法》第七十八条',
                start: start + cited,
                end: start + cited + 20,
                verdict: '已核实',
                counts: '可作国家层面依据',
                level: '法律',
                chain: [
                  '目录收录为法律',
                  '文件印发时有效，现行有效',
                  '第七十八条存在',
                  '条文规定限制申请许可',
                ],
                wordings: [{ article: '第七十八条', text: '（此处为用户条文库中的条文原文。）' }],
              },
            ],
      national:
        cited < 0
          ? { answer: '否', reason: '本条没有引用依据' }
          : { answer: '是', reason: '第七十八条已核实' },
      local: { answer: '待核实', reason: '引用的地方性法规未收录' },
      suggestions: cited < 0 ? ['《优化营商环境条例》第五十三条：同类措施'] : [],
      usefulness: 0.4,
      same: i === 3 ? 2 : 0,
    });
  }
  const first = passages[0];
  const breaches: ViewBreach[] = first
    ? [
        {
          rule: '49-7-exit',
          severity: 'error',
          article: '国办发〔2020〕49号（七）',
          message: '设立名单，没有写明移出条件和程序',
          suggestion: '补充移出条件、程序和救济途径',
          place: first.place,
          evidence: first.findings[0]!.evidence[0]!.text,
          start: first.findings[0]!.evidence[0]!.start,
          end: first.findings[0]!.evidence[0]!.end,
          also: 0,
        },
        {
          rule: '49-9-direct-citation',
          severity: 'note',
          article: '国办发〔2020〕49号（九）',
          message: '“依照有关规定”不是直接援引',
          suggestion: '写明法律、法规名称和条款',
          place: first.place,
          evidence: '',
          start: first.start,
          end: first.end,
          also: 2,
        },
      ]
    : [];
  return {
    id,
    name,
    source: `规章/${name}.${format}`,
    part: 0,
    issuer: '清水市城市管理局',
    year: '2019',
    first: passages.length > 0 ? 'pending' : 'clear',
    facts: [
      { name: '发文机关', value: '清水市城市管理局' },
      { name: '文号', value: '清城管〔2019〕12号' },
      { name: '成文日期', value: '2019-05-20' },
    ],
    remark: '',
    format,
    notes: ['修订痕迹按已接受处理'],
    unread: null,
    text,
    blocks,
    pages: [],
    units,
    passages,
    breaches,
    doubtful: [],
    corrections: [],
    recognised: false,
    originals: [{ start: 0, end: text.length, at: 0 }],
    row: rowOf(name, passages),
    changed: [],
    closed: '',
    ...extra,
  };
};

const ARTICLES: readonly Line[] = [
  { text: '清水市户外广告设置信用管理办法', align: 'center', headingLevel: 1 },
  { text: '（清城管〔2019〕12号）', align: 'center' },
  {
    text: '第一条　为规范户外广告设置，根据《中华人民共和国广告法》等法律、法规，结合本市实际，制定本办法。',
    numbering: 3,
  },
  {
    text: '第三条　违反本办法规定，情节严重的，由城市管理部门【D记入信用档案】，并【DBP列入“黑名单”向社会公布，实施联合惩戒】；依据《中华人民共和国行政许可法》第七十八条不予受理其申请。',
    numbering: 3,
  },
  { text: '第四条　设置人应当保证设施安全，定期检查维护。', numbering: 3 },
  {
    text: '第五条　列入名单的设置人【P两年内不得参加评优评先】，【Q三年内不得申请户外广告设置许可】。',
    numbering: 3,
  },
  { text: '第六条　主动纠正失信行为、消除不良影响的，可以【R申请信用修复，移出名单】。', numbering: 3 },
  { text: '失信行为', kind: 'cell', cell: { table: 0, row: 0, column: 0, rowSpan: 1, columnSpan: 1 } },
  { text: '处理', kind: 'cell', cell: { table: 0, row: 0, column: 1, rowSpan: 1, columnSpan: 1 } },
  {
    text: '擅自设置大型广告',
    kind: 'cell',
    cell: { table: 0, row: 1, column: 0, rowSpan: 1, columnSpan: 1 },
  },
  {
    text: '扣10分，【P降低信用等级】',
    kind: 'cell',
    cell: { table: 0, row: 1, column: 1, rowSpan: 1, columnSpan: 1 },
  },
  { text: '清水市城市管理局', align: 'right' },
  { text: '2019年5月20日', align: 'right' },
];

const scan = (): Stored => {
  const made = documentOf(
    2,
    '清水市信访事项办理规程（扫描件）',
    'pdf',
    [
      { text: '清水市信访事项办理规程', align: 'center', headingLevel: 1, page: 1 },
      { text: '第一条　为规范信访事项办理，制定本规程。', page: 1 },
      { text: '第二条　缠访闹访的，【DB列入失信人员名单】。', page: 1 },
      { text: '第三条　列入名单的，【P限制享受优惠政策】。', page: 2 },
    ],
    { pages: [1, 2], recognised: true, notes: ['第1—2页由图像识别，可能有错字'] },
  );
  const at = made.text.indexOf('缠访');
  return {
    ...made,
    doubtful: [
      {
        at: { start: at, end: at + 2 },
        start: at,
        end: at + 2,
        text: '缠访',
        boxes: [boxOf(1, 2, 4, 2)],
        confidence: 0.62,
      },
    ],
  };
};

/** @param articles how many articles a long document has. */
export const longDocument = (id: number, articles: number): Stored =>
  documentOf(
    id,
    '清水市综合信用管理规定（长文）',
    'docx',
    Array.from({ length: articles }, (_, i) => ({
      text: `第${i + 1}条　${'有关单位应当依照职责分工，做好信用信息的记录、归集和使用工作，保证信息真实、准确、完整。'.repeat(13)}${i % 5 === 0 ? '【DP情节严重的，记入信用档案并实施惩戒】。' : ''}`,
    })),
  );

/** The collection: a document of every kind, and many like the first. */
export const collection = (): Stored[] => [
  documentOf(1, '清水市户外广告设置信用管理办法', 'docx', ARTICLES),
  scan(),
  documentOf(3, '关于加强食品摊贩管理的通知', 'doc', [], {
    first: 'unread',
    remark: '文件已加密',
    unread: { message: '文件已加密，没有密码打不开', advice: '请用原软件打开原件查阅；查阅后可标记“已查阅”' },
    text: '',
    row: null,
  }),
  documentOf(4, '清水市老年人助餐服务管理办法', 'html', [
    { text: '清水市老年人助餐服务管理办法', align: 'center', headingLevel: 1 },
    { text: '第一条　为规范老年人助餐服务，制定本办法。' },
    { text: '第二条　助餐点应当公示菜单和价格。对骗取补贴的，三年内不得申请补贴。' },
  ]),
  ...Array.from({ length: 30 }, (_, i) =>
    documentOf(5 + i, `清水市行业信用管理办法（之${i + 1}）`, 'txt', ARTICLES.slice(0, 7), {
      issuer: i % 3 === 0 ? '清水市交通运输局' : '清水市城市管理局',
      year: String(2012 + (i % 8)),
      ...(i === 4 && { first: 'conflict' as const, remark: '初核与复核意见不同' }),
    }),
  ),
  longDocument(40, 500),
];
