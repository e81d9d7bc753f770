// s9-consent-services.js: the catalogue of services; fetched where a policy names one by id.
import { handOver } from '../browser/files/hand-over.ts';
import { withCatalogue } from '../policies/services/catalogue.ts';

handOver(() => withCatalogue);
