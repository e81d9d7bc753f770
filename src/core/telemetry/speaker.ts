// Telemetry is fetched at its first grant. From then on it follows every change by itself.
import type { InForce } from '../choice/in-force.ts';
import type { Eventually } from '../eventually.ts';
import { once } from '../once.ts';
import type { Ports } from '../ports.ts';
import type { Settings } from '../settings/settings.ts';
import { TELEMETRY_PURPOSE } from './events.ts';
import type { Telemetry } from './telemetry.ts';

/** Makes what is to be called at every change. */
export function createSpeaker(
  settings: Settings,
  { files, outgoing }: Ports,
  { allows, state }: InForce,
  reread: () => Promise<unknown>,
  eventually: Eventually,
) {
  const load = once(() => files.telemetry(settings, { outgoing, state, allows, reread }));
  const isOn = () => settings.endpoint && allows(TELEMETRY_PURPOSE);
  let speaking: Telemetry | null = null;

  /** Without a grant nothing is told, and nothing kept; without its file it is told when that comes, under this answer. */
  async function track(...said: Parameters<Telemetry['track']>): Promise<void> {
    if (!isOn()) return;
    const { recordId } = state();
    await eventually(async () => {
      // What was taken back no later yes revives (F-25).
      if (state().recordId !== recordId) return true;
      const telemetry = await load();
      telemetry?.track(...said);
      return telemetry;
    });
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
