// Shopify Customer Privacy: true or false by signal, once its API is on the page. It stores what it is told.
import type { Signals } from '../../../core/announce/mapping.ts';
import { type CreateReceiver, callAt, called } from './receiver.ts';

const SET = 'Shopify.customerPrivacy.setTrackingConsent';

export const createShopify: CreateReceiver = () => {
  const tell = (signals: Signals): void =>
    void callAt(SET)?.({ ...signals }, (answer?: { error?: unknown }) => {
      if (answer?.error)
        console.error('Social9 Consent: Shopify refused the choice:', answer.error);
    });
  return called(SET, {
    tell,
    // Where nobody has answered only a yes of an earlier day has to go. It answers in words: 'no' is none.
    before(signals) {
      const current = callAt('Shopify.customerPrivacy.currentVisitorConsent')?.() ?? {};
      if (Object.values(current as object).includes('yes')) tell(signals);
    },
  });
};
