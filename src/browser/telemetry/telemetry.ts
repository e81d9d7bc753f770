// Visit telemetry on this page: its way out, its facts, its clock.
import { build } from 'virtual:s9/build';
import type { TelemetryHost } from '../../core/ports.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { createTelemetry, type Telemetry } from '../../core/telemetry/telemetry.ts';
import { uuid } from '../crypto/web-crypto.ts';
import { openOutbox } from './outgoing.ts';
import { visit } from './visit.ts';

export function startTelemetry(settings: Settings, host: TelemetryHost): Telemetry {
  const { endpoint } = settings;
  const outbox = openOutbox(host.outgoing, { endpoint, build });
  return createTelemetry(settings, { ...host, outbox, clock: Date, webCrypto: { uuid }, visit });
}
