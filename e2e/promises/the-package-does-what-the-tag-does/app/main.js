// A site that bundles its scripts, the package among them.
import { createConsent } from 'social9-consent';

window.social9 = {
  consent: createConsent({
    endpoint: '{{receiver}}/v1/logs',
    policy: {
      undeclared: 'release',
      controller: { name: 'Example Shop', contact: 'privacy@shop.example' },
    },
  }),
};
