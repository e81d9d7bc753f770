// Events of the Customer's own, by the Customer's own policy. Nothing here runs: `tsc -p .` is the test.
import { type Consent, createConsent, type GivenPolicy } from './index.ts';

const policy = {
  dataItems: { plan: { name: 'The plan you chose' }, seats: { name: 'How many seats' } },
  purposes: [
    { id: 'analytics', data: ['page', 'plan', 'seats'] },
    { id: 'social', drop: true },
  ],
} as const satisfies GivenPolicy;

const consent = createConsent<typeof policy>({ policy });
void consent.track('signed up');
void consent.track('signed up', { plan: 'pro', seats: 3 });
// @ts-expect-error no data item of that name
void consent.track('signed up', { email: 'ann@example.com' });
// @ts-expect-error a text, a number, true or false
void consent.track('signed up', { plan: ['pro'] });
// @ts-expect-error an event has a name
void consent.track({ plan: 'pro' });

// Whoever takes any consent takes this one.
const any: Consent = consent;
void any.track('signed up', { colour: 'red' });

// Without a type of its own, or where the policy says nothing of it, the check at run time has the last word.
void createConsent({ policy }).track('signed up', { colour: 'red' });
const unsaid = { purposes: [{ id: 'analytics', retention: 'P1M' }] } as const;
void createConsent<typeof unsaid>({ policy: unsaid }).track('signed up', { colour: 'red' });
const loose: GivenPolicy = policy;
void createConsent<typeof loose>({ policy: loose }).track('signed up', { colour: 'red' });
// @ts-expect-error purposes are a list
void createConsent<{ purposes: 'analytics' }>();
