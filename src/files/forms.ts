// s9-consent-forms.js: notices at the moment of collection; fetched where a form has an element for one.
import { handOver } from '../browser/files/hand-over.ts';
import { createForms } from '../browser/forms/forms.ts';
import { createJudge } from '../browser/person/judge.ts';
import type { FormsHost } from '../core/ask/forms.ts';
import { formParts } from '../english/forms.ts';

handOver(() => (host: FormsHost) => createForms(host, formParts(createJudge)));
