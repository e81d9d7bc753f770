// A server that imports all of the package, as one does that renders the site's pages.
import { createConsent } from 'social9-consent';
import 'social9-consent/testing';
import { verifyReceipt } from 'social9-consent/verify';

const faults = await verifyReceipt({});
try {
  createConsent();
} catch (error) {
  console.log(`${error}; ${faults.length > 0 ? 'no receipt' : 'a receipt'}`);
}
