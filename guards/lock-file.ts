// A lock file is whole when it works on every platform and from every registry.
interface Entry {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  readonly packages: Readonly<Record<string, Entry>>;
}

/** `a/node_modules/b` asks for `c`: first in its own folder, then in each one above. */
function isLocked(name: string, asker: string, lock: LockFile): boolean {
  const folders = asker
    .split('/node_modules/')
    .map((_, index, all) => all.slice(0, all.length - index).join('/node_modules/'));
  const places = [
    ...folders.map((folder) => `${folder}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
  return places.some((place) => Object.hasOwn(lock.packages, place));
}

/** One line for each optional package without an entry, and for each address. */
export function gapsIn(lock: LockFile): string[] {
  return Object.entries(lock.packages).flatMap(
    ([place, { optionalDependencies, resolved, link }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !isLocked(name, place, lock))
        .map((name) => `${place} may need ${name}, which is not locked`)
        .concat(resolved && !link ? [`${place} is bound to an address`] : []),
  );
}
