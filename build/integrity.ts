// Subresource Integrity of a built file, and its address, which no other build's file has.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('base64');

/** As the `integrity` attribute takes it. */
export const integrityOf = (path: string): string => `sha256-${hashOf(path)}`;

/** Its name and its SHA-256: what is baked into the file that asks for it. */
export const addressOf = (name: string, folder: string): string =>
  `${name}?v=${hashOf(join(folder, name))}`;
