// What stands in a held frame's place: who will receive what once it is loaded (L-22).

import type { Policy } from '../core/policy.ts';
import type { PanelTexts } from '../locales/en.ts';
import { Button } from './Button.tsx';
import { dataNames, fill, names, recipientNames } from './speech.ts';

interface PlaceholderProps {
  readonly policy: Policy;
  readonly missing: readonly string[];
  readonly texts: PanelTexts;
  readonly lang: string;
}

/** Who would receive something: the services it waits for, or else the recipients of its purposes. */
function receivers(policy: Policy, missing: readonly string[]) {
  const services = policy.purposes
    .flatMap((purpose) => purpose.services)
    .filter(({ id }) => missing.includes(`service:${id}`));
  const purposes = policy.purposes.filter(({ id }) => missing.includes(id));
  return services.length > 0
    ? { recipients: services.map(({ name }) => name), data: services.flatMap(({ data }) => data) }
    : {
        recipients: purposes.flatMap((each) => recipientNames(policy, each.recipients)),
        data: purposes.flatMap(({ data }) => data),
      };
}

export function Placeholder({ policy, missing, texts, lang }: PlaceholderProps) {
  const { recipients, data } = receivers(policy, missing);
  return (
    <div class="placeholder" role="group" aria-labelledby="title" tabIndex={0}>
      <h2 id="title">{fill(texts.held, { recipients: names(recipients, lang) })}</h2>
      <p>{fill(texts.sends, { data: dataNames(policy, [...new Set(data)]) })}</p>
      <div class="actions">
        <Button action="load-once">{texts.loadOnce}</Button>
        <Button action="always-allow">{texts.alwaysAllow}</Button>
        <Button action="choose" class="plain wide">
          {texts.title}
        </Button>
      </div>
    </div>
  );
}
