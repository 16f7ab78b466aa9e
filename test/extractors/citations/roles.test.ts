import { describe, expect, it } from 'vitest';
import { findCitations } from '../../../extractors/citations/index.js';
import type { CitationRole } from '../../../model/index.js';

/** A text in which 【…】 stands around the citation that is asked for; why the row exists. */
type Row = readonly [text: string, reason: string];

/** The role of the citation between 【 and 】, which are taken out before. */
const roleIn = (marked: string): CitationRole | undefined => {
  const start = marked.indexOf('【');
  const text = marked.replace(/[【】]/g, '');
  return findCitations(text).find((citation) => citation.start <= start && start < citation.end)?.role;
};

const ROWS: Readonly<Record<CitationRole, readonly Row[]>> = {
  basis: [
    ['根据【《云川省社会信用条例》】，制定本办法。', '根据'],
    ['依据【《云川省社会信用条例》第三十条】列入名单。', '依据 with article'],
    ['依照【《云川省社会信用条例》】的规定记入信用档案。', '依照…的规定'],
    ['按照【云办发〔2020〕49号】文件要求，清理名单。', 'a number alone'],
    ['信息按【本办法第六条】归集。', '按 right before a self citation'],
    ['依【《清水市名单办法》】移出名单。', '依 right before'],
    ['遵循【《云川省数据条例》】的原则。', '遵循'],
    ['根据国家有关规定和【《云川省信用条例》】归集信息。', 'words of the same phrase between'],
    ['根据【《甲川条例》】、《乙川办法》的规定公示。', 'the first of a list'],
    ['根据《甲川条例》、【《乙川办法》】的规定公示。', 'the last of a list'],
    ['根据《甲川条例》（云发〔2019〕3号）第三条和【《乙川办法》】公示。', 'a list with number and article'],
    ['根据《甲川条例》和云川省【《关于公示的意见》】公示。', 'a list with the issuer of the last'],
    ['根据《甲川条例》和云川省人民政府2011年公布的【《乙川办法》】公示。', 'a list with who published it'],
    ['按照两部门联合发布的【《清水市收费办法》】执行。', 'published describes it, it is not published here'],
    ['查询以【《清水市目录管理办法》】为依据。', '以…为依据'],
    ['法律依据：【《云川省社会信用条例》第三十条】', 'a label'],
    ['认定依据为【《清水市名单办法》】。', 'a label with 为'],
    ['2.法律依据及条文：【《清水市督察办法》第四条】', 'a label with more words'],
    ['依照【前款】规定公示的，应当告知当事人。', 'a relative citation'],
    ['为贯彻【《云川省信用条例》】，结合本市实际，制定本办法。', '贯彻 that leads to 制定'],
    ['为落实【云发〔2016〕33号】，现就有关事项通知如下。', '落实 that leads to a notice'],
    [
      '为落实【《甲川条例》】，经市政府同意，现将本市当年的各项标准通告如下',
      '落实 that leads to an announcement',
    ],
    ['违反《甲川条例》的，依照【《乙川名单规定》】列入名单。', 'the ground behind a breach'],
  ],
  applied: [
    ['依照【《云川省食品条例》第五条】的规定处罚。', '处罚'],
    ['由市场监管部门依照【《云川省食品条例》】给予处罚。', '给予处罚'],
    ['依照【《云川省食品条例》第五条】处以罚款。', '处以罚款'],
    ['按照【《云川省食品条例》第五条】处三万元罚款。', '处…罚款'],
    ['依照【《治安办法》】的规定处10日以上15日以下拘留。', '处…拘留'],
    ['构成犯罪的，依照【刑法】追究刑事责任。', 'a bare statute'],
    ['依照【前款】规定处理。', 'a relative citation'],
    ['依照【本条例第三十条】予以查处。', 'a self citation'],
    ['根据【《云川省食品条例》第五条】的规定，责令限期改正。', '责令 behind the comma'],
    ['依据【《云川省食品条例》第五条】规定，决定给予警告。', 'a decision behind the comma'],
    ['依据【《云川省食品条例》第五条】，对当事人处以罚款。', 'the party behind the comma'],
    ['依据【《云川省食品条例》第五条】，没收违法所得。', '没收'],
    ['损失的赔偿适用【民法典第一千条】的规定。', '适用'],
    ['处罚依据：【《云川省食品条例》第五条】', 'a label of penalties'],
    ['罚则：【《云川省食品条例》第五十条】', 'a label of tables'],
    ['依照【《甲川条例》】、《乙川条例》的有关规定处罚。', 'the first of a list'],
  ],
  violated: [
    ['违反【《云川省食品条例》第四条】规定的，处罚。', '违反'],
    ['违反【本办法第十三条】规定，拒不改正的。', 'a self citation'],
    ['违反【前款】规定的，由区政府责令改正。', 'a relative citation'],
    ['未按照【《清水市公示办法》】公示的。', '未按照'],
    ['不依照【《清水市公示办法》第二条】报送的。', '不依照'],
    ['拒不执行【《清水市公示办法》】的单位。', '拒不执行'],
    ['材料不符合【本规定第二十五条】要求的，退回。', '不符合'],
    ['触犯【刑法】的人员。', '触犯'],
    ['违反【《甲川条例》】和《乙川条例》的行为。', 'the first of a list'],
    ['未严格落实【《清水市巡查办法》】的单位。', '未落实'],
    ['违则：【《云川省食品条例》第五条】', 'a label of tables'],
  ],
  repealed: [
    ['【《清水市名单办法》】同时废止。', '同时废止'],
    ['自2020年起，【《清水市名单办法》（清府〔2010〕3号）】同时废止。', 'with its number'],
    ['废止【《清水市名单办法》】。', '废止 before'],
    ['【《甲川办法》】和《乙川办法》自本办法施行之日起废止。', 'the first of a list'],
    [
      '2001年公布的【《甲川办法》】，2003年3月1日公布的《乙川办法》同时废止。',
      'the first of a list with dates of publication',
    ],
    ['本办法代替【《清水市名单办法》】。', '代替'],
    ['原【《清水市名单办法》】自本办法公布之日起停止执行。', '原 and 停止执行'],
    ['【清府〔2010〕3号】文件不再执行。', 'a number alone'],
    ['下列文件同时废止：\n1.【《甲川办法》】；\n2.《乙川办法》。', 'the first of a numbered list'],
    ['下列文件同时废止：\n1.《甲川办法》；\n2.【《乙川办法》】。', 'the second of a numbered list'],
    ['【《清水市名单办法》】已失效。', '失效'],
  ],
  object: [
    ['关于印发【《清水市名单办法》】的通知', '印发'],
    ['现转发【《云川省关于清理名单的通知》】，请执行。', '转发'],
    ['关于修改【《云川省信用条例》】的决定', '修改'],
    ['对【《云川省信用条例》】作如下修改：', '作如下修改'],
    ['现将【《清水市名单办法》】印发给你们。', '印发给'],
    ['将【第八条第二款】修改为：', 'an article that is amended'],
    ['删去【第五条】。', 'an article that is deleted'],
    ['各部门应当制定【《信用分类办法》】并报送。', 'what is to be made'],
    ['关于执行【《云川省信用条例》】若干问题的解释', 'interpreted'],
    ['现公布【《云川省信用条例》】，请遵照执行。', '公布'],
    ['【《清水市名单意见》】业经市政府同意，现转发给你们。', '现转发 after the clause that says who agreed'],
    [
      '【《清水市名单办法》】已经市政府会议通过，现予公布。',
      '现予公布 after the clause that says who passed it',
    ],
  ],
  mention: [
    ['【《云川省信用条例》】所称信息主体，是指自然人。', 'whose words are explained'],
    ['符合【《云川省信用条例》第九条】的单位。', '符合'],
    ['有【《云川省信用条例》第九条】所列情形的。', '有…情形'],
    ['参照【《云川省信用条例》】执行。', '参照'],
    ['各单位要学习【《云川省信用条例》】。', '学习'],
    ['【《云川省信用条例》】另有规定的，从其规定。', 'reserved'],
    ['除【本办法第四条第二款】规定的情形外。', 'excepted'],
    ['本办法未规定的，适用于【《云川省信用条例》】调整的范围。', '适用于'],
    ['公布【本条例第九条】规定的信息。', 'what an article names is published, not the article'],
    ['编制【本条例第九条】所列的目录。', 'what an article names is made'],
    ['公布【《云川省信用条例》】规定的信息。', 'what a text names is published'],
    ['不得违反【《云川省信用条例》】。', 'a ban of breaches is none'],
    ['为贯彻【《云川省信用条例》】，各区要加强宣传。', '贯彻 that leads to no document'],
    ['根据有关规定，经研究，【《云川省信用条例》】已列入计划。', 'the ground ends before it'],
    ['违反规定的，本市与【《云川省信用条例》】保持一致。', 'the breach ends before it'],
    ['本次出台的【《云川省信用条例》】明确了方向。', 'published describes it'],
    ['按照总体方案的要求，制定计划，完善【《云川省信用条例》】配套。', '制定 between'],
  ],
};

for (const [role, rows] of Object.entries(ROWS)) {
  describe(`the role ${role}`, () => {
    it.each(rows)('is that in %s (%s)', (text) => {
      expect(roleIn(text)).toBe(role);
    });
  });
}
