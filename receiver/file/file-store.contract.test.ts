import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { describeStore } from '../contract/store.contract.ts';
import { fileStore } from './file-store.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describeStore('file', () => {
  const folder = mkdtempSync(join(tmpdir(), 's9-store-'));
  folders.push(folder);
  return Promise.resolve({ open: () => Promise.resolve(fileStore({ folder })) });
});
