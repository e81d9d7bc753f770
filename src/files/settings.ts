// s9-consent-settings.js: reads and checks settings that stand outside the tag; fetched only for those.
import { file as announcing } from 'virtual:s9/file/announce';
import { file as markup } from 'virtual:s9/file/markup';
import { file as mirror } from 'virtual:s9/file/mirror';
import { file as services } from 'virtual:s9/file/services';
import { file as texts } from 'virtual:s9/file/texts';
import { file as watch } from 'virtual:s9/file/watch';
import { announce } from '../browser/announce/page.ts';
import type { LoadFile } from '../browser/files/file-loader.ts';
import { handOver } from '../browser/files/hand-over.ts';
import { createSettings } from '../browser/settings/begin.ts';

// The tag lends the loader: its folder and its nonce are the ones to fetch with.
handOver((loadFile: LoadFile) =>
  createSettings(
    {
      watch: () => loadFile(watch),
      markup: () => loadFile(markup),
      services: () => loadFile(services),
      texts: () => loadFile(texts),
      mirror: () => loadFile(mirror),
      announce: () => loadFile(announcing),
    },
    announce,
  ),
);
