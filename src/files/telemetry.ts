// s9-consent-telemetry.js: visit telemetry; fetched once it is granted.
import { handOver } from '../browser/files/hand-over.ts';
import { startTelemetry } from '../browser/telemetry/telemetry.ts';

handOver(() => startTelemetry);
