// An object by its interface alone: a picture called `querySelector` or a form field called `matches` is no method.

/** Looked for once: elements come by the thousand. */
const interfaces = new WeakMap<object, Map<PropertyKey, object>>();

/**
 * The interface that gives a member, however the page has called its own things: the first one, for what a
 * component of the page has called `matches` or `attributes` is none either.
 */
function interfaceOf(target: object, name: PropertyKey): object {
  let kind = Reflect.getPrototypeOf(target) as object | null;
  const known = interfaces.get(kind as object) ?? new Map<PropertyKey, object>();
  interfaces.set(kind as object, known);
  let found = known.get(name);
  if (found) return found;
  found = {};
  for (; kind && kind !== Object.prototype; kind = Reflect.getPrototypeOf(kind)) {
    if (Reflect.getOwnPropertyDescriptor(kind, name)) found = kind;
  }
  known.set(name, found);
  return found;
}

/**
 * What a page's document or element has of its own kind, whatever names the page has put over it. To ask it
 * with; the browser itself wants the object.
 */
export const own = <T extends object>(target: T): T =>
  // In front of an empty object: what a page has fixed on its own, no proxy could answer otherwise.
  new Proxy({} as T, {
    get(_empty, name) {
      const member: unknown = Reflect.get(interfaceOf(target, name), name, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });

/** Sets what is of its own kind, whatever names the page has put over it. */
export const setOwn = <T extends object, K extends keyof T>(
  target: T,
  name: K,
  value: T[K],
): boolean => Reflect.set(interfaceOf(target, name), name, value, target);
