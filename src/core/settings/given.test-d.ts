// What people may write compiles, what is checked away later does not, and the two shapes agree.
import type { GivenPolicy, GivenPurpose, GivenSettings } from './given.ts';
import type { OPTIONS, Settings } from './settings.ts';

/** Fails to compile unless its argument is `true`. */
const holds = <T extends true>(_type?: T): void => undefined;
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// All of it may be left out.
const nothing: GivenSettings = {};
const all: Required<GivenSettings> = {
  endpoint: 'https://collector.example/v1/logs',
  proofEndpoint: '/proofs',
  lang: 'en',
  layout: 'box',
  position: 'top',
  theme: 'dark',
  look: 'paper',
  gpc: 'ask',
  control: 'own',
  corner: 'end',
  mirror: 'cookie',
  validFor: { denied: 'P1Y' },
  watch: { own: ['cdn.example'] },
  markup: [{ attribute: 'data-cookieconsent', map: { statistics: 'analytics' } }],
  policy: '/policy.json',
};
void [nothing, all];

// Whatever word the check takes may be written, and no other.
holds<
  Same<
    keyof typeof OPTIONS,
    'layout' | 'position' | 'theme' | 'look' | 'gpc' | 'control' | 'corner'
  >
>();
holds<Same<Required<GivenSettings>['layout'], Settings['layout']>>();
holds<Same<Required<GivenSettings>['position'], Settings['position']>>();
holds<Same<Required<GivenSettings>['theme'], Settings['theme']>>();
holds<Same<Required<GivenSettings>['look'], Settings['look']>>();
holds<Same<Required<GivenSettings>['gpc'], Settings['gpc']>>();
holds<Same<Required<GivenSettings>['control'], Settings['control']>>();
holds<Same<Required<GivenSettings>['corner'], Settings['corner']>>();
holds<Same<Exclude<keyof Settings, keyof GivenSettings>, 'tell'>>();
holds<Same<Exclude<keyof GivenSettings, keyof Settings>, 'mirror' | 'watch' | 'markup'>>();

const settings = (_given: GivenSettings): void => undefined;
// @ts-expect-error a name that is no setting
settings({ layuot: 'bar' });
// @ts-expect-error a word that is none of the setting's
settings({ layout: 'popup' });
// @ts-expect-error a word of another setting
settings({ theme: 'honour' });
// @ts-expect-error a switch that is no word
settings({ mirror: true });
// @ts-expect-error durations stand in an object
settings({ validFor: 'P6M' });
// @ts-expect-error a name that is no part of it
settings({ validFor: { granted: 'P6M', refused: 'P6M' } });
// @ts-expect-error hosts stand in a list
settings({ watch: { own: 'cdn.example' } });
// @ts-expect-error what to read stands in an attribute
settings({ markup: [{ map: { statistics: 'analytics' } }] });
// @ts-expect-error may be left out, not empty
settings({ endpoint: undefined });

const policy = (_given: GivenPolicy): void => undefined;
policy({ controller: { contact: 'privacy@daily.example' }, version: 'mine' });
policy({ undeclared: 'release' });
// @ts-expect-error held or released, nothing else
policy({ undeclared: 'allow' });
policy({ bots: 'drop' });
// @ts-expect-error labelled or dropped, nothing else
policy({ bots: 'hide' });
// @ts-expect-error a name that is no part of a policy
policy({ purpose: [] });
// @ts-expect-error an address is handled in one of three ways
policy({ ip: 'forgotten' });
// @ts-expect-error a right needs a name, and how to use it
policy({ rights: [{ id: 'see' }] });

const purpose = (_given: GivenPurpose): void => undefined;
purpose({ id: 'analytics', retention: 'P1M', visitors: 'none' });
purpose({ id: 'social', drop: true });
purpose({ id: 'social', services: [{ id: 'film', hosts: ['film.example'], data: ['ip'] }] });
purpose({
  id: 'social',
  services: ['vimeo', { id: 'film', hosts: ['*.film.example'], data: ['ip'] }],
});
// @ts-expect-error a service that is not in the catalogue
purpose({ id: 'social', services: ['viemo'] });
// @ts-expect-error purposes go by id
purpose({ retention: 'P1M' });
// @ts-expect-error L-16 a legitimate interest is no basis
purpose({ id: 'ads', basis: 'legitimate-interest' });
// @ts-expect-error a purpose that is dropped says nothing else
purpose({ id: 'social', drop: false });
// @ts-expect-error a service says which hosts are its own
purpose({ id: 'social', services: [{ id: 'film', data: ['ip'] }] });
// @ts-expect-error a typo
purpose({ id: 'analytics', retenton: 'P1M' });
settings({ policy: { announce: { google: { ad_storage: 'ads' }, meta: 'service:meta-pixel' } } });
// @ts-expect-error a signal that Google has not
settings({ policy: { announce: { google: { ad_storge: 'ads' } } } });
// @ts-expect-error a receiver that nobody knows
settings({ policy: { announce: { gogle: {} } } });
// @ts-expect-error one that knows yes and no alone
settings({ policy: { announce: { meta: { ad_storage: 'ads' } } } });
