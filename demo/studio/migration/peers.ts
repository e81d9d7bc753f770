// What other widgets' configurations say, each read into the same few facts.
import { isObject } from '../model/design.ts';
import { literalIn, UNREAD } from './literal.ts';

export interface Category {
  /** As the other widget has it. */
  readonly id: string;
  readonly name?: string | undefined;
  readonly why?: string | undefined;
  readonly isNecessary?: boolean;
  readonly cookies: readonly string[];
  readonly services: readonly string[];
}

export interface Facts {
  readonly categories: readonly Category[];
  readonly privacyUrl?: string | undefined;
  /** Members of the configuration that nothing was made of. */
  readonly left: readonly string[];
}

interface Peer {
  readonly name: string;
  readonly looksLike: RegExp;
  /** @throws Error where it cannot be read. */
  read(text: string): Facts;
}

type Tree = Record<string, unknown>;

const tree = (value: unknown): Tree => (isObject(value) ? value : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim()
    ? value
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
    : undefined;
const texts = (values: readonly unknown[]): string[] => values.flatMap((each) => text(each) ?? []);

const leftOf = (config: Tree, read: readonly string[]): string[] =>
  Object.keys(config)
    .filter((name) => !read.includes(name) && config[name] !== UNREAD)
    .concat(
      Object.keys(config)
        .filter((name) => config[name] === UNREAD)
        .map((name) => `${name} (a script)`),
    );

/** `^_ga` and `_ga.*` are a beginning, for that is all a declaration can say of a family. */
const cookieName = (name: string): string => {
  const plain = name
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/(\.\*|\.\+|\*)$/, '');
  return plain === name ? name : `${plain.replaceAll('\\', '')}*`;
};

const cookiesIn = (values: readonly unknown[], key = 'name'): string[] =>
  texts(
    values.map((each) => (isObject(each) ? each[key] : Array.isArray(each) ? each[0] : each)),
  ).map(cookieName);

function vanilla(source: string): Facts {
  const config = literalIn(
    source,
    source.search(/CookieConsent\.run|\brun\s*\(|categories/) < 0 ? 0 : source.indexOf('{'),
  );
  const translations = tree(tree(config['language'])['translations']);
  const words = tree(translations['en'] ?? Object.values(translations)[0]);
  const sections = list(tree(words['preferencesModal'])['sections']).map(tree);
  const categories = Object.entries(tree(config['categories'])).map(([id, value]): Category => {
    const category = tree(value);
    const section = sections.find(({ linkedCategory }) => linkedCategory === id) ?? {};
    return {
      id,
      name: text(section['title']),
      why: text(section['description']),
      isNecessary: category['readOnly'] === true,
      cookies: cookiesIn(list(tree(category['autoClear'])['cookies'])),
      services: Object.keys(tree(category['services'])),
    };
  });
  return { categories, left: leftOf(config, ['categories', 'language']) };
}

function klaro(source: string): Facts {
  const config = literalIn(source);
  const services = list(config['services'] ?? config['apps']).map(tree);
  const ids = new Set(services.flatMap(({ purposes }) => texts(list(purposes))));
  const english = tree(tree(config['translations'])['en'] ?? tree(config['translations'])['zz']);
  const named = tree(english['purposes']);
  const categories = [...ids].map((id): Category => {
    const own = services.filter(({ purposes }) => list(purposes)[0] === id);
    const said = named[id];
    return {
      id,
      name: text(isObject(said) ? said['title'] : said),
      why: text(tree(said)['description']),
      isNecessary: own.length > 0 && own.every(({ required }) => required === true),
      cookies: own.flatMap(({ cookies }) => cookiesIn(list(cookies))),
      services: texts(own.map(({ name }) => name)),
    };
  });
  const privacyUrl = text(
    tree(english['privacyPolicy'])['url'] ?? config['privacyPolicy'] ?? english['privacyPolicyUrl'],
  );
  return {
    categories,
    privacyUrl,
    left: leftOf(config, ['services', 'apps', 'translations', 'privacyPolicy']),
  };
}

/** It keeps its configuration on its own server; a page has the tag alone. */
const cookiebot = (source: string): Facts => ({
  categories: ['preferences', 'statistics', 'marketing'].map((id) => ({
    id,
    cookies: [],
    services: [],
  })),
  left: [
    'its list of cookies and its texts, which stand on its own server',
    ...[...source.matchAll(/data-(?!cbid)[\w-]+/g)].map(([name]) => name),
  ],
});

function cookieyes(source: string): Facts {
  const config = literalIn(source);
  const given = list(config['categories'] ?? config['_ckyCategories']).map(tree);
  const categories = given.map(
    (category): Category => ({
      id: text(category['slug']) ?? text(category['name']) ?? 'other',
      name: text(category['name']),
      why: text(category['description']),
      isNecessary: category['isNecessary'] === true || category['slug'] === 'necessary',
      cookies: list(category['cookies']).flatMap((each) =>
        cookiesIn([each], 'cookieID' in tree(each) ? 'cookieID' : 'cookie_id'),
      ),
      services: [],
    }),
  );
  return { categories, left: leftOf(config, ['categories', '_ckyCategories']) };
}

function oneTrust(source: string): Facts {
  const config = literalIn(source);
  const domain = tree(config['DomainData'] ?? config);
  const categories = list(domain['Groups'])
    .map(tree)
    .map(
      (group): Category => ({
        id: text(group['GroupName']) ?? text(group['CustomGroupId']) ?? 'other',
        name: text(group['GroupName']),
        why: text(group['GroupDescription']),
        isNecessary:
          /always active/i.test(String(group['Status'])) || group['CustomGroupId'] === 'C0001',
        cookies: cookiesIn(
          [...list(group['FirstPartyCookies']), ...list(group['Cookies'])],
          'Name',
        ),
        services: texts(
          list(group['Hosts']).map((host) => tree(host)['DisplayName'] ?? tree(host)['HostName']),
        ),
      }),
    );
  return { categories, left: leftOf(domain, ['Groups']) };
}

function tarteaucitron(source: string): Facts {
  const config = literalIn(source, source.indexOf('tarteaucitron.init'));
  const services = [...source.matchAll(/\.push\(\s*['"]([\w-]+)['"]\s*\)/g)].map(
    ([, id = '']) => id,
  );
  return {
    categories: services.length > 0 ? [{ id: 'services', cookies: [], services }] : [],
    privacyUrl: text(config['privacyUrl']),
    left: leftOf(config, ['privacyUrl']).concat(
      [...source.matchAll(/tarteaucitron\.user\.(\w+)/g)].map(([, name]) => `user.${name}`),
    ),
  };
}

/** In an order in which none is taken for another. */
export const PEERS: readonly Peer[] = [
  { name: 'tarteaucitron', looksLike: /tarteaucitron/, read: tarteaucitron },
  { name: 'OneTrust', looksLike: /DomainData|CustomGroupId|GroupName/, read: oneTrust },
  { name: 'Cookiebot', looksLike: /data-cbid|consent\.cookiebot\.com/, read: cookiebot },
  { name: 'CookieYes', looksLike: /cookieyes|_cky|"slug"|\bslug\s*:/i, read: cookieyes },
  { name: 'vanilla-cookieconsent', looksLike: /\bcategories["']?\s*:\s*\{/, read: vanilla },
  { name: 'Klaro', looksLike: /\b(services|apps)["']?\s*:\s*\[/, read: klaro },
];
