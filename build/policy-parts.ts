// Splits the default policy by who needs it: the script tag, the first layer, the panel.
import type { Policy, PolicyTerms, Purpose } from '../src/core/policy.ts';
import type { PolicyPart } from '../src/core/words.ts';

export type DefaultPolicy = Policy;

type Key<T> = readonly (keyof T)[];

const pick = <T extends object>(from: T, keys: Key<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(from).filter(([key]) => keys.includes(key as keyof T)),
  ) as Partial<T>;

const omit = <T extends object>(from: T, keys: Key<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(from).filter(([key]) => !keys.includes(key as keyof T)),
  ) as Partial<T>;

/** Of a purpose, for the rules. */
const RULED: Key<Purpose> = ['data', 'basis', 'recipients', 'retention'];
/** Of a purpose, for the first layer, if the purpose is asked for. */
const SPOKEN: Key<Purpose> = ['name', 'why'];

const purposesOf = (
  policy: Policy,
  keys: (purpose: Purpose) => Partial<Purpose>,
  service: (service: Purpose['services'][number]) => object,
) =>
  policy.purposes.map((purpose) => ({ ...keys(purpose), services: purpose.services.map(service) }));

export function partsOf(policy: Policy): {
  terms: PolicyTerms;
  notice: PolicyPart;
  panel: PolicyPart;
} {
  const terms = {
    ...pick(policy, ['id', 'version', 'ip']),
    controller: {},
    processor: pick(policy.processor, ['name']),
    purposes: purposesOf(
      policy,
      (p) => pick(p, ['id', ...RULED]),
      (s) => pick(s, ['id', 'hosts', 'data']),
    ),
  };
  const asked = policy.purposes.filter(({ basis }) => basis === 'consent');
  const taken = new Set(asked.flatMap(({ data }) => data));
  const names = Object.entries(policy.dataItems).map(([key, item]) => [key, pick(item, ['name'])]);
  const notice = {
    dataItems: Object.fromEntries(names.filter(([key]) => taken.has(key as string))),
    purposes: asked.map((purpose) => pick(purpose, ['id', ...SPOKEN])),
  };
  const panel = {
    ...pick(policy, ['jurisdiction', 'collections', 'rights', 'texts', 'processor', 'dataItems']),
    purposes: purposesOf(
      policy,
      (p) => omit(p, asked.includes(p) ? [...RULED, ...SPOKEN] : RULED),
      (s) => pick(s, ['id', 'name', 'privacyUrl']),
    ),
  };
  return { terms: terms as unknown as PolicyTerms, notice, panel };
}
