// Files that need each other in a circle, types included: none of them can be read first.
import { posix } from 'node:path';
import { importsIn } from './read-imports.ts';

/** What each file imports of the others. */
function graphOf(files: readonly string[], read: (file: string) => string): Map<string, string[]> {
  const all = new Set(files);
  return new Map(
    files.map((file) => {
      const targets = importsIn(read(file)).map(({ specifier }) =>
        posix.join(posix.dirname(file), specifier),
      );
      return [file, targets.filter((target) => all.has(target))];
    }),
  );
}

/** One line for each circle that is found, each file of it once. */
export function circlesIn(files: readonly string[], read: (file: string) => string): string[] {
  const graph = graphOf(files, read);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const begin = way.indexOf(file);
    if (begin >= 0) return void circles.push([...way.slice(begin), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const target of graph.get(file) ?? []) visit(target, [...way, file]);
  };
  for (const file of files) visit(file, []);
  return circles;
}
