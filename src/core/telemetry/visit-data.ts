// Data items that visit telemetry takes; a purpose that runs unasked takes none of them (L-17).

export const VISIT_DATA: ReadonlySet<string> = new Set([
  'ip',
  'domain',
  'page',
  'browser',
  'os',
  'language',
  'referrer',
  'time-on-page',
]);
