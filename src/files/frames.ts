// s9-consent-frames.js: placeholders; fetched when a frame is held.
import { file as cover } from 'virtual:s9/file/cover';
import type { LoadFile } from '../browser/files/file-loader.ts';
import { handOver } from '../browser/files/hand-over.ts';
import { coverFrames } from '../browser/held/find/cover-frames.ts';
import { spoken } from '../browser/language/spoken.ts';
import { createJudge } from '../browser/person/judge.ts';
import type { Cover, PlaceholderHost } from '../core/ask/ask.ts';
import { createFrames } from '../worded/frames.ts';

handOver<LoadFile>(
  (loadFile) => async (host: PlaceholderHost) =>
    coverFrames(
      host,
      createFrames(
        host,
        {
          createJudge,
          // Without it a frame that nobody can draw in stays held, and empty; a small one has the preferences.
          loadCover: () => loadFile<Cover>(cover),
        },
        await spoken.words,
      ),
    ),
);
