// s9-consent-forms.js: notices at the moment of collection; fetched where a form has an element for one.
import { file as judge } from 'virtual:s9/file/judge';
import type { LoadFile } from '../browser/files/file-loader.ts';
import { handOver } from '../browser/files/hand-over.ts';
import { createForms } from '../browser/forms/forms.ts';
import { spoken } from '../browser/language/spoken.ts';
import type { CreateJudge } from '../browser/person/judge.ts';
import type { FormsHost } from '../core/ask/forms.ts';
import { formParts } from '../worded/forms.ts';

handOver(
  (loadFile: LoadFile) => async (host: FormsHost) =>
    createForms(
      host,
      formParts(() => loadFile<CreateJudge>(judge), await spoken.words),
    ),
);
