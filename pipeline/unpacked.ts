import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder's name below the output folder. Walks pass it over, as they do all hidden ones. */
const NAME = '.qinggui-unpacked';

/**
 * Where the content of packed files waits to be read, and what reading processes share: below the output folder, in files named by number, so that no
 * name out of an archive ever names a file. Nothing is left of it when a scan ends.
 */
export class UnpackedFiles {
  readonly #root: string;
  #folders = 0;

  /** @param output the output folder. */
  constructor(output: string) {
    this.#root = join(output, NAME);
  }

  /** A new folder for the members of one file. */
  async folder(): Promise<string> {
    this.#folders += 1;
    const path = join(this.#root, String(this.#folders));
    await mkdir(path, { recursive: true });
    return path;
  }

  /** A file of the tool's own that reading processes open. Returns its path. */
  async write(name: string, content: Uint8Array): Promise<string> {
    await mkdir(this.#root, { recursive: true });
    const path = join(this.#root, name);
    await writeFile(path, content);
    return path;
  }

  /** Removes everything, also what a scan that was killed has left. */
  async clear(): Promise<void> {
    await rm(this.#root, { recursive: true, force: true });
  }
}

/** The content of an unpacked file, which is not kept. */
export const takeContent = async (path: string): Promise<Uint8Array> => {
  const content = await readFile(path);
  await rm(path, { force: true });
  return content;
};
