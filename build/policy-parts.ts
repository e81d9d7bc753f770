// Splits the default policy by who needs it: the script tag, the first layer, the panel.
import type { Policy, PolicyTerms, Purpose } from '../src/core/policy.ts';
import type { PolicyPart } from '../src/core/words.ts';

export type DefaultPolicy = Policy;

type Key<T> = readonly (keyof T)[];

const pick = <T extends object>(from: T, keys: Key<T>): Partial<T> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key as keyof T))) as Partial<T>;

const omit = <T extends object>(from: T, keys: Key<T>): Partial<T> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key as keyof T))) as Partial<T>;

const TERMS: Key<Purpose> = ['id', 'data', 'basis', 'recipients', 'retention'];
const SPOKEN: Key<Purpose> = ['id', 'name', 'why'];

const purposesOf = (
  policy: Policy,
  keys: (purpose: Purpose) => Partial<Purpose>,
  service: (service: Purpose['services'][number]) => object,
) => policy.purposes.map((purpose) => ({ ...keys(purpose), services: purpose.services.map(service) }));

export function partsOf(policy: Policy): { terms: PolicyTerms; notice: PolicyPart; panel: PolicyPart } {
  const terms = {
    ...pick(policy, ['id', 'version', 'ip']),
    controller: {},
    processor: pick(policy.processor, ['name']),
    purposes: purposesOf(policy, (p) => pick(p, TERMS), (s) => pick(s, ['id', 'hosts', 'data'])),
  };
  const notice = {
    dataItems: Object.fromEntries(
      Object.entries(policy.dataItems).map(([key, item]) => [key, pick(item, ['name'])]),
    ),
    purposes: purposesOf(policy, (p) => pick(p, SPOKEN), (s) => pick(s, ['id', 'name'])),
  };
  const panel = {
    ...pick(policy, ['collections', 'rights', 'texts', 'processor', 'dataItems']),
    purposes: purposesOf(
      policy,
      (p) => ({ id: p.id, ...omit(p, [...TERMS, ...SPOKEN, 'services']) }),
      (s) => pick(s, ['id', 'privacyUrl']),
    ),
  };
  return { terms: terms as unknown as PolicyTerms, notice, panel };
}
