// Who counts as a third party: anyone but the site and its provider.
import type { PurposeTerms } from './policy.ts';

/** Whether anyone but the controller and the processor receives data for this purpose. */
export function hasThirdParty({
  services,
  recipients,
}: Pick<PurposeTerms, 'recipients'> & { readonly services: readonly object[] }): boolean {
  return (
    services.length > 0 || recipients.some((name) => name !== 'controller' && name !== 'processor')
  );
}
