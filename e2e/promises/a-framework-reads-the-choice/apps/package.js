// The widget as a page that bundles its scripts starts it.
import { createConsent } from 'social9-consent';

export const startWidget = () =>
  createConsent({
    policy: {
      controller: { name: 'Example Shop', contact: 'privacy@shop.example', privacyUrl: '/privacy' },
      undeclared: 'release',
    },
  });
