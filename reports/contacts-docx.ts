import { DRAFT } from './stamp-lines.js';
import { writeWordFile } from './word/file.js';
import { linesOf } from './word/type.js';

/** A person whom the offices above can ask. Empty strings where not given. */
export interface Contact {
  /** 姓名. */
  readonly name: string;
  /** 单位. */
  readonly unit: string;
  /** 职务. */
  readonly position: string;
  /** 办公电话. */
  readonly officePhone: string;
  /** 手机号码. */
  readonly mobilePhone: string;
  /** 电子邮箱. */
  readonly email: string;
}

const TITLE = '清理规范工作联系人反馈表';
/** The form's own rows: what is not filled in is left for the pen. */
const LEAST_ROWS = 2;
/** 附件2 of 发改办财金〔2021〕15号; the widths are together what A4 on its side holds. */
const COLUMNS = [
  { head: '序号', width: 900 },
  { head: '姓名', width: 1_400 },
  { head: '单位', width: 3_000 },
  { head: '职务', width: 1_800 },
  { head: '办公电话', width: 2_100 },
  { head: '手机号码', width: 1_938 },
  { head: '电子邮箱', width: 3_700 },
].map((column) => ({ ...column, centred: true }));

/** Writes 联系人反馈表 as .docx, at least the form's two rows; those without a contact bear their number alone. */
export const writeContactsDocx = (
  path: string,
  contacts: readonly Contact[],
  { draft = false }: { readonly draft?: boolean } = {},
): Promise<void> =>
  writeWordFile(path, TITLE, (parts) => [
    {
      orientation: 'landscape',
      ...(draft && { watermark: DRAFT }),
      children: [
        parts.text('附件2'),
        parts.title(TITLE),
        parts.table({
          columns: COLUMNS,
          rows: Array.from({ length: Math.max(LEAST_ROWS, contacts.length) }, (_, index) =>
            [String(index + 1), ...valuesOf(contacts[index])].map((value) => ({ lines: linesOf(value) })),
          ),
          size: 22,
          middle: true,
          rowHeight: 700,
        }),
      ],
    },
  ]);

const valuesOf = (contact: Contact | undefined): string[] =>
  contact
    ? [contact.name, contact.unit, contact.position, contact.officePhone, contact.mobilePhone, contact.email]
    : ['', '', '', '', '', ''];
