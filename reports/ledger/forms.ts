import type { LedgerForm } from '../../model/index.js';

/** The wording of one official form. */
export interface FormWords {
  /** The title line; the district's names the unit. */
  readonly title: (unit: string) => string;
  /** On paper the date has a line of its own, above that of the unit; else the two share one. */
  readonly dateAbove: boolean;
  /** The fourteen headings, in order. */
  readonly headings: readonly string[];
  /** 注：1. – 4., one line each. */
  readonly notes: readonly string[];
}

/** Where the unit's name is left for the pen. */
const BLANK_UNIT = '＿＿＿＿＿＿';

/**
 * 附件1 of 发改办财金〔2021〕15号, and the district's form with its own headings and notes. The headings
 * are those of the notices to the letter; in the notes, half-width punctuation is set full-width as in print.
 * The district's last line, which gives the e-mail address and day of one campaign, is not part of the form.
 */
export const FORMS: Readonly<Record<LedgerForm, FormWords>> = {
  national: {
    title: () => '失信约束措施台账',
    dateAbove: false,
    headings: [
      '序号',
      '规章、规范性文件或其他文件名称(含文号)',
      '是否涉及信用信息共享公开',
      '是否涉“黑名单”认定',
      '是否涉及失信惩戒措施',
      '相关内容摘要',
      '是否有国家层面依据',
      '是否有地方性法规依据',
      '依据的具体内容',
      '处置方式',
      '完成时间',
      '责任单位',
      '责任人姓名及职务',
      '电话',
    ],
    notes: [
      '注：1. “是否有国家层面依据”栏，是指是否有法律、行政法规或者党中央、国务院政策文件的依据。',
      '2. “依据的具体内容”栏，填写相关依据的某条款及其具体表述。',
      '3. “处置方式”栏，如完全符合《指导意见》要求，无需修订可填“保留”；如有明确依据，仅需对相关内容进行修订即可的填“修订”；如目前缺乏依据，但计划通过立法明确依据的填“立法”；如目前缺乏依据考虑废止的填“废止”。',
      '4. “责任单位”栏，填写该规章、文件的印发单位；“责任人”填写该单位的负责相关工作的领导同志。',
    ],
  },
  district: {
    title: (unit) => `${unit || BLANK_UNIT}失信约束措施台账`,
    dateAbove: true,
    headings: [
      '序号',
      '规章、规范性文件名称（含文号）',
      '是否涉及信用信息纳入公开',
      '是否涉及“黑名单”认定',
      '是否涉及惩戒措施',
      '相关内容摘要',
      '是否有国家层面依据',
      '是否有地方性法规依据',
      '依据的具体内容',
      '处置方式',
      '完成时间',
      '责任单位',
      '责任人姓名及职务',
      '电话',
    ],
    notes: [
      '注：1. “是否有国家层面依据”栏，是指有关法律、行政法规或者党中央、国务院政策文件的依据。',
      '2. “依据的具体内容”栏，如完全符合《指导意见》要求，无需填写具体表述。',
      '3. “处置方式”栏，如目前缺乏依据，但计划通过立法明确依据的填“立法”；如有明确依据，仅需对相关内容进行修订即可的填“修订”；如目前缺乏依据考虑废止的填“废止”。',
      '4. “责任单位”栏，填写该单位的负责相关工作的领导同志。',
    ],
  },
};

/** What the one row of a return without rows says; `read`: whether any file was. */
export const nothingWords = (read: boolean): string => (read ? '经梳理，不涉及' : '待人工查阅后填写');
