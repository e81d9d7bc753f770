// What the build bakes into the files: hashes of the files they fetch, the default policy in parts.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type DefaultPolicy, partsOf } from './policy-parts.ts';

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** Subresource Integrity of a file, as the `integrity` attribute takes it. */
export function integrityOf(path: string): string {
  return `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
}

function sourceDigest(root: string): string {
  const digest = createHash('sha256');
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css|json)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .sort();
  for (const file of files) digest.update(readFileSync(join(root, 'src', file)));
  return digest.digest('hex').slice(0, 12);
}

/** The `virtual:s9/…` modules that src/build.d.ts declares. */
export function bakedAssets(root: string): Plugin {
  const dist = (file: string) => join(root, 'dist', file);
  const parts = partsOf(readJson<DefaultPolicy>(join(root, 'src/policies/social9.json')));
  const modules: Record<string, () => Record<string, unknown>> = {
    build: () => ({
      build: `${readJson<{ version: string }>(join(root, 'package.json')).version}+${sourceDigest(root)}`,
    }),
    ui: () => ({ uiIntegrity: integrityOf(dist('s9-consent-ui.js')) }),
    data: () => ({ dataIntegrity: integrityOf(dist('s9-consent-data.js')) }),
    panel: () => ({ panelIntegrity: integrityOf(dist('s9-consent-panel.js')) }),
    rights: () => ({ rightsIntegrity: integrityOf(dist('s9-consent-rights.js')) }),
    after: () => ({ afterIntegrity: integrityOf(dist('s9-consent-after.js')) }),
    watch: () => ({ watchIntegrity: integrityOf(dist('s9-consent-watch.js')) }),
    check: () => ({ checkIntegrity: integrityOf(dist('s9-consent-check.js')) }),
    terms: () => ({ terms: parts.terms }),
    words: () => ({ noticePart: parts.notice, panelPart: parts.panel }),
  };
  return {
    name: 's9-baked-assets',
    resolveId: { filter: { id: /^virtual:s9\// }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:s9\// },
      handler: (id) => {
        const name = id.slice('\0virtual:s9/'.length);
        return Object.entries(modules[name]?.() ?? {})
          .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`)
          .join('\n');
      },
    },
  };
}
