// s9-consent-ui.js: the banner; fetched when something has to be asked.
import 'virtual:s9/lends';
import { file as focus } from 'virtual:s9/file/focus';
import { file as preferences } from 'virtual:s9/file/preferences';
import type { LoadFile } from '../browser/files/file-loader.ts';
import { handOver } from '../browser/files/hand-over.ts';
import { spoken } from '../browser/language/spoken.ts';
import { bringFocusInView } from '../browser/person/focus-in-view.ts';
import type { GiveWay } from '../browser/person/give-way.ts';
import { createJudge } from '../browser/person/judge.ts';
import { keepReachable } from '../browser/person/reachable.ts';
import type { AskHost } from '../core/ask/ask.ts';
import type { Consent } from '../core/consent.ts';
import type { CreateSecondLayer } from '../ui/kit.ts';
import { createUi } from '../worded/ui.ts';

handOver((loadFile: LoadFile) => {
  // Without it what has the focus may stand behind the banner.
  bringFocusInView(() => loadFile<GiveWay>(focus));
  return async (root: ShadowRoot, host: AskHost, consent: Consent) => {
    keepReachable(root.host);
    return createUi(
      root,
      {
        host,
        consent,
        isFair: createJudge(),
        loadSecondLayer: () => loadFile<CreateSecondLayer>(preferences, loadFile),
      },
      await spoken.words,
    );
  };
});
