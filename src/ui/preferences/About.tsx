// Who is responsible and how to reach them, what happens to the IP address, how long an answer counts.
import type { ComponentChildren } from 'preact';
import type { Party } from '../../core/policy/policy.ts';
import { ContactLink } from '../elements/ContactLink.tsx';
import { saysIn } from '../grammar.ts';
import { fill } from '../speech.ts';
import { Fold } from './Fold.tsx';
import type { PreferencesProps } from './props.ts';

const Entry = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Facts = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <Fold name={name}>
    <dl class="about">{children}</dl>
  </Fold>
);

const Reach = ({ name, contact, privacyUrl, privacy }: Party & { privacy: string }) => (
  <>
    <div>{name}</div>
    {contact && (
      <div>
        <ContactLink contact={contact} />
      </div>
    )}
    {privacyUrl && <a href={privacyUrl}>{privacy}</a>}
  </>
);

export function About({ policy, question, locale, words }: PreferencesProps) {
  const { privacy } = locale.banner;
  const { duration } = saysIn(locale);
  const { controller, processor, ip, rights } = policy;
  const slots = { controller: controller.name, processor: processor.name };
  const { validFor: validity } = question;
  const granted = duration(validity.granted);
  const denied = duration(validity.denied);
  return (
    <>
      <Facts name={words.parties}>
        <Entry name={words.controller}>
          <Reach {...controller} privacy={privacy} />
        </Entry>
        <Entry name={fill(words.processor, slots)}>
          <Reach {...processor} privacy={privacy} />
        </Entry>
        <Entry name={words.ip}>{fill(words.ipHandling[ip], slots)}</Entry>
        <Entry name={words.validity}>
          {fill(granted === denied ? words.validFor : words.validForEach, { granted, denied })}
        </Entry>
      </Facts>
      <Facts name={words.rights}>
        {rights.map(({ id, name, how }) => (
          <Entry key={id} name={name}>
            {fill(how, slots)}
          </Entry>
        ))}
      </Facts>
    </>
  );
}
