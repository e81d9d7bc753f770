// A policy of the tests to be enforced, and what it is read over. For tests only.

import { POLICY } from '../choice/fakes.ts';
import { withServices } from '../settings/catalogue.ts';
import { purpose } from '../settings/fakes.ts';
import type { Standard } from './declared.ts';

const films = { id: 'films', name: 'Films', hosts: ['*.films.example'], data: ['ip'] };

export const STANDARD: Standard = {
  policy: POLICY,
  withCatalogue: (merged) => withServices(merged, [films]),
};

/** One purpose with two services, one of them by its id; the default policy has others. */
export const GIVEN = {
  purposes: [
    {
      ...purpose,
      services: [
        'films',
        { id: 'chat-box', name: 'Chat', hosts: ['chat.example:8443'], data: ['ip'] },
      ],
    },
  ],
};
