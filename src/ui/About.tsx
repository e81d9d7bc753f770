// Who is responsible and how to reach them, what happens to the IP address, how long an answer counts.
import type { Party } from '../core/policy.ts';
import type { PreferencesProps } from './Preferences.tsx';

const IP = { dropped: 'ipDropped', truncated: 'ipTruncated', kept: 'ipKept' } as const;

const hrefOf = (contact: string): string =>
  /^[^/:]+@/.test(contact) ? `mailto:${contact}` : contact;

const PartyLines = ({ party, privacy }: { party: Party; privacy: string }) => (
  <>
    <dd>{party.name}</dd>
    {party.contact && (
      <dd>
        <a href={hrefOf(party.contact)}>{party.contact}</a>
      </dd>
    )}
    {party.privacyUrl && (
      <dd>
        <a href={party.privacyUrl}>{privacy}</a>
      </dd>
    )}
  </>
);

export function About({ policy, texts, words, lang, say }: PreferencesProps) {
  const slots = { controller: policy.controller.name, processor: policy.processor.name };
  const kept = policy.purposes.find(({ basis }) => basis === 'necessary')?.retention;
  const { privacy } = texts;
  return (
    <>
      <h3>{words.parties}</h3>
      <dl class="about">
        <dt>{words.controller}</dt>
        <PartyLines party={policy.controller} privacy={privacy} />
        <dt>{say.fill(words.processor, slots)}</dt>
        <PartyLines party={policy.processor} privacy={privacy} />
        <dt>{words.ip}</dt>
        <dd>{say.fill(words[IP[policy.ip]], slots)}</dd>
        {kept && <dt>{words.validity}</dt>}
        {kept && <dd>{say.fill(words.validFor, { time: say.duration(kept, lang) })}</dd>}
      </dl>
      <h3>{words.rights}</h3>
      <dl class="about">
        {(policy.rights ?? []).map(({ id, name, how }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{say.fill(how, slots)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
