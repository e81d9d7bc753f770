// What a Customer can copy besides the bare tag: unchanged bytes alone, and the banner one round trip sooner.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, integrityOf } from './integrity.ts';

/** Writes `snippet.html`, for the very files that stand in the folder. */
export function writeSnippet(folder: string): void {
  const [tag, ui] = ['s9-consent.js', 's9-consent-ui.js'] as const;
  const checked = (name: string) =>
    `crossorigin="anonymous"\n  integrity="${integrityOf(join(folder, name))}"`;
  writeFileSync(
    join(folder, 'snippet.html'),
    `<!-- For this build and no other. Add your settings to the tag. Where the files stand elsewhere, write that before both names. -->
<script src="/${tag}" ${checked(tag)}></script>
<link rel="preload" as="script" fetchpriority="low" href="/${addressOf(ui, folder)}" ${checked(ui)}>
`,
  );
}
