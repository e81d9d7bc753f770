// What a run has measured so far, in a file: one that was broken off goes on where it was.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const FILE = path('../.figures.json');

/**
 * Only what the same build gave in as many rounds is taken up.
 *
 * @param rounds how often each part is measured.
 */
export function createKept(rounds) {
  const build = createHash('sha256').update(readFileSync(path('../../dist/tag/integrity.json')));
  const of = `${build.digest('hex')} ${JSON.stringify(rounds)}`;
  const found = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  const all = found.of === of ? found : { of, parts: {}, leftOut: [] };
  const save = () => writeFileSync(FILE, JSON.stringify(all));
  return {
    leftOut: all.leftOut,
    part: (name) => (all.parts[name] ??= { done: 0, samples: {} }),
    save,
    /** All is written: the next run begins anew. */
    drop: () => rmSync(FILE, { force: true }),
  };
}
