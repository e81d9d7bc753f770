// The half-made answer of the preferences: leaves the UI only on Save. Pure.
import { type Grants, grantsBy } from '../../core/choice/choice.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';

/** Off, but for what is necessary or granted now (L-12). */
export const draftOf = (policy: PolicyTerms, granted: Grants): Grants =>
  grantsBy(policy, (kind, id) => granted[kind][id]);

/** Turns a purpose and, with it, all of its services. */
export const turnPurpose = (
  policy: PolicyTerms,
  draft: Grants,
  turned: string,
  isOn: boolean,
): Grants =>
  grantsBy(policy, (kind, id, purpose) => (purpose.id === turned ? isOn : draft[kind][id]));

/** Turns one service alone; without its last service a purpose is off too. */
export function turnService(
  policy: PolicyTerms,
  draft: Grants,
  turned: string,
  isOn: boolean,
): Grants {
  const services = { ...draft.services, [turned]: isOn };
  return grantsBy(policy, (kind, id, purpose) => {
    const isOfTurned = purpose.services.some((service) => service.id === turned);
    const isEmptied = isOfTurned && !purpose.services.some((service) => services[service.id]);
    return kind === 'services' ? services[id] : !isEmptied && draft.purposes[id];
  });
}
