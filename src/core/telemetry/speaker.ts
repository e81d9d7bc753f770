// Telemetry is fetched at its first grant. From then on it follows every change by itself.
import type { InForce } from '../choice/in-force.ts';
import { once } from '../once.ts';
import type { Ports } from '../ports.ts';
import type { Settings } from '../settings/settings.ts';
import { TELEMETRY_PURPOSE } from './events.ts';
import type { Telemetry } from './telemetry.ts';

/**
 * Makes what is to be called at every change.
 *
 * @param late what is to be tried again when a file has come that was given up.
 */
export function createSpeaker(
  settings: Settings,
  { files, outgoing }: Ports,
  { allows, state }: InForce,
  reread: () => Promise<unknown>,
  late: (() => unknown)[],
) {
  const load = once(() => files.telemetry(settings, { outgoing, state, allows, reread }));
  const isOn = () => settings.endpoint && allows(TELEMETRY_PURPOSE);
  let speaking: Telemetry | null = null;

  /** Without a grant nothing is told, and nothing kept; without its file it is told when that comes, under this answer. */
  async function track(...said: Parameters<Telemetry['track']>): Promise<void> {
    if (!isOn()) return;
    const { recordId } = state();
    const telemetry = await load();
    if (telemetry) telemetry.track(...said);
    // What was taken back no later yes revives (F-25).
    else late.push(() => state().recordId === recordId && track(...said));
  }

  return {
    track,
    /** @param isRestored the page came back from the back/forward cache, which is a new view. */
    async speak(isRestored = false): Promise<void> {
      if (isOn()) speaking = await load();
      speaking?.follow(isRestored);
    },
  };
}
