// The catalogue: services that many sites embed, each with its hosts, as data that a policy takes over by id.
import {
  type CatalogueService,
  type WithCatalogue,
  withServices,
} from '../../core/settings/catalogue.ts';
import advertising from './advertising.json' with { type: 'json' };
import audio from './audio.json' with { type: 'json' };
import contact from './contact.json' with { type: 'json' };
import documents from './documents.json' with { type: 'json' };
import maps from './maps.json' with { type: 'json' };
import social from './social.json' with { type: 'json' };
import statistics from './statistics.json' with { type: 'json' };
import tools from './tools.json' with { type: 'json' };
import video from './video.json' with { type: 'json' };

export const catalogue: readonly CatalogueService[] = [
  ...video,
  ...audio,
  ...social,
  ...maps,
  ...statistics,
  ...advertising,
  ...contact,
  ...tools,
  ...documents,
];

export const withCatalogue: WithCatalogue = (merged) => withServices(merged, catalogue);
