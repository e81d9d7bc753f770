// What the notice comes to, as it is drawn: measured, and where a token cannot be kept, what stands instead.

import type { Seen } from '../live/seen.ts';
import { correctionsOf } from '../model/corrections.ts';
import { TOKENS } from '../model/theme.ts';

interface Props {
  readonly seen: Seen;
  readonly tokens: Readonly<Record<string, string>>;
}

export function Checks({ seen, tokens }: Props) {
  const corrections = correctionsOf(TOKENS, tokens, seen);
  return (
    <section class="checks" aria-label="Checked on the notice as it is drawn">
      <dl class="findings">
        {seen.findings.map(({ name, value, isGood }) => (
          <div key={name} data-finding={name} data-good={isGood}>
            <dt>{name}</dt>
            <dd>
              <span class="mark" aria-hidden="true">
                {isGood ? '✓' : '✗'}
              </span>
              <span class="unseen">{isGood ? 'Good: ' : 'Not good: '}</span>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <div role="status" data-corrections>
        {corrections.length > 0 && (
          <ul class="corrections">
            {corrections.map(({ token, what }) => (
              <li key={token + what}>
                <code>{token}</code> {what}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
