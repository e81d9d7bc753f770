// Deletes what a denied purpose declared it leaves behind, and tells what could not be deleted.

import type { Leaves } from '../../core/gate/leaves.ts';
import { own, setOwn } from '../../core/own.ts';
import type { CookieDeclaration, StorageDeclaration } from '../../core/policy/policy.ts';
import { withinMs } from '../deadline.ts';

const DELETE_MS = 1000;

/** Whether a declared name, exact or a prefix ending in `*`, means this one. */
const isMeant = (declared: string, name: string): boolean =>
  declared.endsWith('*') ? name.startsWith(declared.slice(0, -1)) : declared === name;

const cookieNames = (): string[] =>
  own(document)
    .cookie.split('; ')
    .map((pair) => pair.split('=')[0] ?? '');

/** Every domain a cookie of this host can have been set for; empty for the host itself. */
function domains(declared: string | undefined): string[] {
  const labels = location.hostname.split('.');
  const parents = labels.map((_label, index) => labels.slice(index).join('.'));
  return ['', ...parents, ...(declared ? [declared.replace(/^\./, '')] : [])];
}

/** Every path on the way to this page. */
function paths(): string[] {
  const steps = location.pathname.split('/');
  const ways = steps.map((_step, index) => steps.slice(0, index + 1).join('/'));
  return ['/', ...ways.flatMap((way) => [way, `${way}/`])].filter(Boolean);
}

/** Without them a browser leaves `__Secure-`, `__Host-` and partitioned cookies as they are. */
const KINDS = ['', ';secure', ';secure;partitioned'];

/** A cookie is only deleted by its own domain, path and kind, which no script can read: so all are tried. */
function deleteCookies({ name: declared, domain }: CookieDeclaration): string[] {
  const isHere = (name: string) => isMeant(declared, name);
  for (const name of cookieNames().filter(isHere)) {
    for (const each of domains(domain)) {
      for (const path of paths()) {
        for (const kind of KINDS) {
          setOwn(
            document,
            'cookie',
            `${name}=;max-age=0;path=${path}${each && `;domain=${each}`}${kind}`,
          );
        }
      }
    }
  }
  return cookieNames().filter(isHere);
}

function deleteKeys(store: Storage, declared: string): void {
  for (const key of Object.keys(store)) if (isMeant(declared, key)) store.removeItem(key);
}

async function deleteDatabases(declared: string): Promise<string[]> {
  // Without `databases()` only an exact name can be tried.
  const found = (await indexedDB.databases?.())?.map(({ name = '' }) => name) ?? [declared];
  const outcomes = found
    .filter((name) => isMeant(declared, name))
    .map((name) =>
      withinMs(DELETE_MS, deleted(name)).then(
        () => '',
        () => name,
      ),
    );
  return (await Promise.all(outcomes)).filter(Boolean);
}

const deleted = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = request.onblocked = reject;
  });

async function deleteStored({ kind, name }: StorageDeclaration): Promise<string[]> {
  try {
    if (kind === 'indexedDB') return await deleteDatabases(name);
    deleteKeys(kind === 'localStorage' ? localStorage : sessionStorage, name);
    return [];
  } catch {
    return [name];
  }
}

const isOutOfReach = ({ domain = '', httpOnly }: CookieDeclaration): boolean =>
  httpOnly === true ||
  (domain !== '' && !`.${location.hostname}`.endsWith(`.${domain.replace(/^\./, '')}`));

/** Resolves to the names of what could not be deleted, or may be where no script of this page sees it. */
export async function deleteLeaves({ cookies, storage }: Leaves): Promise<string[]> {
  const left = await Promise.all(storage.map(deleteStored));
  return [
    ...cookies.flatMap(deleteCookies),
    ...cookies.filter(isOutOfReach).map(({ name }) => name),
    ...left.flat(),
  ];
}

export type DeleteLeaves = typeof deleteLeaves;
