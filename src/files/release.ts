// s9-consent-release.js: opens what was held; fetched at the first grant, or while the banner is read.
import { file as advice } from 'virtual:s9/file/advice';
import { file as places } from 'virtual:s9/file/places';
import { file as ready } from 'virtual:s9/file/ready';
import type { LoadFile } from '../browser/files/file-loader.ts';
import { handOver } from '../browser/files/hand-over.ts';
import type { ReleaseHost } from '../browser/held/held-elements.ts';
import { createReleaser } from '../browser/held/release.ts';
import type { TrustedPolicy } from '../browser/held/trusted.ts';

/** A page lets the policy be made once, so the tag lends its own. */
export interface LentToRelease {
  readonly trusted: TrustedPolicy;
  readonly loadFile: LoadFile;
}

handOver(
  ({ trusted, loadFile }: LentToRelease) =>
    (host: ReleaseHost) =>
      createReleaser(host, trusted, {
        advice: () => loadFile(advice),
        ready: () => loadFile(ready),
        places: () => loadFile(places),
      }),
);
