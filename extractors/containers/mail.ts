import { FileError } from '../../model/index.js';
import { parseEml } from '../mail/eml.js';
import type { Mail } from '../mail/mail.js';
import { parseMsg } from '../mail/msg.js';
import type { Budget } from './budget.js';
import type { ContainerReader, PackedEntry } from './packed-entry.js';

/** The attachments of a mail (.eml). Throws FileError('corrupt') where the mail breaks off. */
export const readEmlFiles: ContainerReader = (bytes, { budget }) => filesOf(() => parseEml(bytes), budget);

/** The attachments of a mail that Outlook has saved (.msg). Throws FileError('corrupt'). */
export const readMsgFiles: ContainerReader = (bytes, { budget }) => filesOf(() => parseMsg(bytes), budget);

async function* filesOf(parse: () => Mail, budget: Budget): AsyncGenerator<PackedEntry> {
  const { attachments, isWhole } = parse();
  for (const { name, content } of attachments) {
    budget.countEntry();
    yield {
      path: nameOnly(name),
      kind: 'file',
      declaredBytes: 0,
      *content() {
        const bytes = content();
        budget.countBytes(bytes.length);
        yield bytes;
      },
    };
  }
  if (!isWhole) throw new FileError('corrupt', '邮件不完整，可能没有下载完整');
}

/** Some programs send the path on the sender's disk; else a slash is part of the name. */
const nameOnly = (name: string): string =>
  (/^\.{0,2}\/|^[a-z]:|\\/i.test(name) ? name.replace(/^.*[\\/]/s, '') : name).replaceAll('/', '_');
