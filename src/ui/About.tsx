// Who is responsible and how to reach them, what happens to the IP address, how long an answer counts.
import type { ComponentChildren } from 'preact';
import type { Party } from '../core/policy.ts';
import { validityOf } from '../core/settings.ts';
import type { PreferencesProps } from './PreferencesView.tsx';
import { contactHref, duration, fill } from './speech.ts';

const IP = { dropped: 'ipDropped', truncated: 'ipTruncated', kept: 'ipKept' } as const;

const Entry = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Reach = ({ name, contact, privacyUrl, privacy }: Party & { privacy: string }) => (
  <>
    <div>{name}</div>
    {contact && (
      <div>
        <a href={contactHref(contact)}>{contact}</a>
      </div>
    )}
    {privacyUrl && <a href={privacyUrl}>{privacy}</a>}
  </>
);

export function About({ policy, question, texts: { privacy }, words, lang }: PreferencesProps) {
  const { controller, processor, ip, rights } = policy;
  const slots = { controller: controller.name, processor: processor.name };
  const validity = validityOf(question);
  const granted = duration(validity.granted, lang);
  const denied = duration(validity.denied, lang);
  return (
    <>
      <h3>{words.parties}</h3>
      <dl class="about">
        <Entry name={words.controller}>
          <Reach {...controller} privacy={privacy} />
        </Entry>
        <Entry name={fill(words.processor, slots)}>
          <Reach {...processor} privacy={privacy} />
        </Entry>
        <Entry name={words.ip}>{fill(words[IP[ip]], slots)}</Entry>
        <Entry name={words.validity}>
          {fill(granted === denied ? words.validFor : words.validForEach, { granted, denied })}
        </Entry>
      </dl>
      <h3>{words.rights}</h3>
      <dl class="about">
        {rights.map(({ id, name, how }) => (
          <Entry key={id} name={name}>
            {fill(how, slots)}
          </Entry>
        ))}
      </dl>
    </>
  );
}
