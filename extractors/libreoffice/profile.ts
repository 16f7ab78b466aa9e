import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Setting = readonly [path: string, name: string, value: string];

/** Nothing listens there: whatever a document asks for from a network is refused at once. */
const NOWHERE = [
  ['ooInetProxyType', '2'],
  ['ooInetHTTPProxyName', '127.0.0.1'],
  ['ooInetHTTPProxyPort', '9'],
  ['ooInetHTTPSProxyName', '127.0.0.1'],
  ['ooInetHTTPSProxyPort', '9'],
  ['ooInetFTPProxyName', '127.0.0.1'],
  ['ooInetFTPProxyPort', '9'],
  ['ooInetNoProxy', ''],
] as const;

const SETTINGS: readonly Setting[] = [
  // No macros, whoever signed them, and no links from documents of untrusted places.
  ['org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  // Links are never updated (2).
  ['org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
  ['org.openoffice.Office.Calc/Content/Update', 'Link', '2'],
  // Formulas keep the results that the file has (1: never recalculate).
  ['org.openoffice.Office.Calc/Formula/Load', 'OOXMLRecalcMode', '1'],
  ['org.openoffice.Office.Calc/Formula/Load', 'ODFRecalcMode', '1'],
  ...NOWHERE.map(([name, value]): Setting => ['org.openoffice.Inet/Settings', name, value]),
];

/** Writes a user profile with these settings into a new folder below `folder`; returns its path. */
export const writeProfile = async (folder: string): Promise<string> => {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  await writeFile(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>\n`,
  );
  return profile;
};
