/** One passage of a mail's text, in the versions that it comes in. */
export interface MailText {
  readonly html?: string;
  readonly plain?: string;
}

/** A file that came with a mail. */
export interface Attachment {
  readonly name: string;
  /** Decodes it. Throws FileError where it can not be had: encrypted, unsupported, corrupt. */
  content(): Uint8Array;
}

/** A mail, of whatever format. Texts are '' where there is none. */
export interface Mail {
  readonly format: 'eml' | 'msg';
  readonly subject: string;
  readonly from: string;
  /** 2024-03-05, or as it stands there. */
  readonly sentOn: string;
  readonly texts: readonly MailText[];
  /** Without signatures of cryptography and small pictures that belong to the text. */
  readonly attachments: readonly Attachment[];
  /** False where the file ends before the mail does. */
  readonly isWhole: boolean;
}

/** A picture in the text that is smaller, in bytes, is a logo or an ornament; a scanned page is larger. */
export const SMALL_PICTURE = 16 * 1024;
/** For attachments that Outlook has packed into winmail.dat. */
export const WINMAIL =
  '附件被 Outlook 打包成 winmail.dat，请让发件人改用普通格式重发，或在 Outlook 中打开另存';
