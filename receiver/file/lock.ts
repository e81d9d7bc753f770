// One process writes to a folder, which is made where there is none: two would each take for new what the other one has.
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Nobody besides the owner and the group looks in: it is personal data. */
const FOLDER_MODE = 0o750;

/** Folders that this process has open: in a container every process can have the same number. */
const held = new Set<string>();

/**
 * @returns what gives the folder free again.
 * @throws Error where another process, or this one, has it.
 */
export async function lock(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  const path = join(folder, 'lock');
  for (;;) {
    if (held.has(path))
      throw new Error(`${folder}: expected a folder that no other store has open`);
    try {
      held.add(path);
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return async () => {
        held.delete(path);
        await rm(path, { force: true });
      };
    } catch (error) {
      held.delete(path);
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = Number(await readFile(path, 'utf8').catch(() => ''));
      if (pid !== process.pid && pid > 0 && isAlive(pid)) {
        throw new Error(
          `${folder}: expected a folder that no other process writes to, and ${pid} does`,
          {
            cause: error,
          },
        );
      }
      // Of a process that was killed.
      await rm(path, { force: true });
    }
  }
}
