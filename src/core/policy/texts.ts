// A Customer's own words in several languages: which may be given.
import type { Policy, PolicyTerms } from './policy.ts';
import { type Fault, harmless, mapOf, type Reader, refuse } from './shape.ts';
import { contact, languageTag, link, words } from './text-shape.ts';

/** What is only said. What decides, or is kept in a record, is one in all languages. */
const PATHS =
  /^(dataItems\.[\w-]+\.(name|short)|purposes\.[\w-]+(\.(name|aim|why)|\.services\.[\w-]+\.(name|privacyUrl))|rights\.[\w-]+\.(name|how)|collections\.[\w-]+\.(name|aim|why|act)|(controller|processor)\.(contact|address|privacyUrl))$/;

const READERS: Readonly<Record<string, Reader<string>>> = { contact, privacyUrl: link };

/** `purposes.analytics.why` of `policy.texts.de.purposes.analytics.why`: no tag of a language has a dot. */
const pathIn = (path: string): string => path.split('.').slice(3).join('.');

const textAt: Reader<string> = (value, path, faults) => {
  const at = pathIn(path);
  if (!PATHS.test(at)) {
    return refuse(path, 'the path of a text, such as purposes.analytics.why', faults);
  }
  return (READERS[at.split('.').at(-1) ?? ''] ?? words)(value, path, faults);
};

const textsIn = mapOf(harmless(textAt));

const ofLanguage: Reader<Record<string, string>> = (value, path, faults) =>
  languageTag(path.split('.').slice(2).join('.'), path, []) === undefined
    ? refuse(path, 'a language such as de', faults)
    : textsIn(value, path, faults);

const readLanguages = mapOf(harmless(ofLanguage));

/** Whether a purpose or a service is the policy's. What else the default policy says, only its own files know. */
function isKnown(path: string, purposes: PolicyTerms['purposes']): boolean {
  const [section, id, , service] = path.split('.');
  const purpose = purposes.find((each) => each.id === id);
  const isThere = path.includes('.services.')
    ? purpose?.services.some((each) => each.id === service)
    : purpose;
  return section !== 'purposes' || !!isThere;
}

/**
 * The texts that can be shown. All others are left out, with a fault that touches nothing else.
 *
 * @param texts by language, then by path: texts, as settings have been read.
 */
export function readTexts(
  texts: Policy['texts'],
  { purposes }: PolicyTerms,
  faults: Fault[],
): Policy['texts'] {
  const read = readLanguages(texts, 'policy.texts', faults) ?? {};
  for (const [lang, own] of Object.entries(read)) {
    for (const path of Object.keys(own)) {
      if (isKnown(path, purposes)) continue;
      const expected = 'the path of a purpose or a service that the policy has';
      faults.push({ path: `policy.texts.${lang}.${path}`, expected, harmless: true });
    }
  }
  return read;
}
