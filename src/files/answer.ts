// s9-consent-answer.js: what follows an answer; fetched while the banner is on screen, or at a press.
import { file as cleanUp } from 'virtual:s9/file/cleanUp';
import { file as forms } from 'virtual:s9/file/forms';
import { file as proofs } from 'virtual:s9/file/proofs';
import { file as rights } from 'virtual:s9/file/rights';
import { createKeeper } from '../browser/answer.ts';
import type { LoadFile } from '../browser/files/file-loader.ts';
import { handOver } from '../browser/files/hand-over.ts';
import { tellLate } from '../browser/settings/late.ts';
import type { Ports } from '../core/ports.ts';
import type { ReadSettings } from '../core/settings/check-settings.ts';
import type { Settings } from '../core/settings/settings.ts';

handOver((loadFile: LoadFile) => (settings: Settings | ReadSettings, ports: Ports) => {
  // Those that were read have looked for themselves.
  if (!('watch' in settings)) tellLate(0);
  return createKeeper(settings, ports, {
    loadForms: () => loadFile(forms, loadFile),
    loadRights: () => loadFile(rights, loadFile),
    loadProofs: () => loadFile(proofs),
    loadCleanUp: () => loadFile(cleanUp),
  });
});
