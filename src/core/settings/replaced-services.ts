// Who receives what of a purpose whose services were replaced, where the settings do not say so.
import { isObject } from '../policy/shape.ts';

type Given = Readonly<Record<string, unknown>>;

const listIn = (purpose: Given, name: string): readonly unknown[] => {
  const list = Object.hasOwn(purpose, name) ? purpose[name] : undefined;
  return Array.isArray(list) ? (list as unknown[]) : [];
};

const idOf = (service: unknown) => (isObject(service) ? service['id'] : service);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Whether a recipient is this service: the default policy's names are its ids but for the capital. */
const isNameOf = (recipient: unknown, service: unknown) =>
  isText(recipient) &&
  isObject(service) &&
  (service['name'] === recipient || service['id'] === recipient.toLowerCase());

/**
 * Members to put over the merged purpose: none where `over` names recipients or no services. Names of services that are
 * gone go, for a notice that named them would name who receives nothing; those of new ones come. An id of the catalogue
 * brings its name itself.
 */
export function recipientsOf(base: unknown, over: unknown): { recipients?: readonly unknown[] } {
  if (!isObject(base) || !isObject(over) || Object.hasOwn(over, 'recipients')) return {};
  const services = listIn(over, 'services');
  const written = services.filter(isObject).map((service) => service['name']);
  // Without a name nobody can tell whom it stands for: better one recipient too many than one too few.
  if (!services[0] || !written.every(isText)) return {};
  const ids = new Set(services.map(idOf));
  const gone = listIn(base, 'services').filter((service) => !ids.has(idOf(service)));
  const kept = listIn(base, 'recipients').filter(
    (recipient) => !gone.some((service) => isNameOf(recipient, service)),
  );
  const isThere = (name: string) => kept.some((known) => isText(known) && name.includes(known));
  return { recipients: [...kept, ...written.filter((name) => !isThere(name))] };
}
