// English, the language every widget brings. The shape stands in locale.ts.
import type {
  ActionWords,
  BannerWords,
  ChangeWords,
  ControlWords,
  DataWords,
  FactWords,
  FormWords,
  Grammar,
  Locale,
  PlaceholderWords,
  PreferencesWords,
  RefusedWords,
  RemainsWords,
} from './locale.ts';

// A section each, for every built file takes along what it draws and no more.
export const lang: Locale['lang'] = 'en';
export const dir: Locale['dir'] = 'ltr';

export const grammar: Grammar = {
  units: {
    Y: { one: '# year', other: '# years' },
    M: { one: '# month', other: '# months' },
    W: { one: '# week', other: '# weeks' },
    D: { one: '# day', other: '# days' },
  },
  sentence: [' and ', ', ', ', and '],
  items: [', ', ', ', ', '],
};

export const control: ControlWords = {
  open: 'Privacy choices',
  optedOut: 'Opt-out honoured: Privacy choices',
  opening: '(opening)',
  failed: '(could not be opened, try again)',
  withdrawn: '(could not be opened: all consent was withdrawn)',
};

export const actions: ActionWords = {
  accept: 'Accept all',
  reject: 'Reject all',
  choose: 'Choose',
  close: 'Close',
  withdraw: 'Withdraw all',
  reload: 'Reload page',
};

export const facts: FactWords = {
  data: 'Data',
  recipients: 'Received by',
  controller: 'this site',
  retention: 'Kept for',
  itemRetention: '{data}: {retention}',
  parameters: 'Parts of addresses',
  visitors: 'Visits',
  linked: {
    visit: 'Pages of one visit are linked with each other.',
    id: 'Visits are linked with each other by a random number that this browser keeps.',
  },
};

export const banner: BannerWords = {
  title: '{controller} asks for your consent',
  again: '{controller} asks for your consent again',
  since: 'You answered on {time}. Since then this has changed.',
  lead: 'Off until you agree. Withdraw at any time.',
  privacy: 'Privacy policy',
  opening: 'One moment: this is being opened.',
  unopened: 'This could not be opened. Please try again.',
};

export const refused: RefusedWords = {
  covered:
    'Not counted: the button was covered, hard to see, or had only just come. Please press again.',
  framed: 'Not counted: another site shows this page. Please open it by itself.',
  untrusted: 'Not counted: a program pressed the button. Only you can say yes.',
  unkept: 'Not saved: your answer could not be recorded. Please try again.',
};

export const placeholder: PlaceholderWords = {
  title: 'Content from {recipients}',
  receives: '{recipients} will receive: {data}',
  receivesAtLeast:
    '{recipients} will receive at least: {data}. This site has not declared {undeclared}.',
  loadOnce: 'Load once',
  alwaysLoad: 'Always load {recipients}',
  choices: 'Choices',
  load: 'Load from {recipients}',
  close: 'Close',
};

export const preferences: PreferencesWords = {
  title: 'Your choices',
  lead: 'Everything that needs your consent is off until you switch it on. Saying no has no cost, and you can come back to this panel from every page.',
  optedOut:
    'Your browser sends an opt-out signal (Global Privacy Control). It is honoured: what goes to others is off unless you switch it on yourself.',
  memory:
    'This browser does not let the site store your answer. It counts until you leave the page; then you will be asked again.',
  unanswered: 'You have not answered yet.',
  answered: 'You answered on {time}. That counts until {until}.',
  granted: 'Yes to: {names}',
  nothing: 'Yes to nothing but what is always on',
  required: 'Always on',
  services: 'Services: {count} of {all} on',
  visitorsNone: 'Visits of one person are not linked with each other.',
  cookies: 'Cookies',
  storage: 'Stored here',
  servicePrivacy: 'Privacy policy of {name}',
  parties: 'Who is responsible',
  controller: 'Decides what your data is used for',
  processor: 'Handles it on behalf of {controller}',
  ip: 'Your IP address',
  ipHandling: {
    dropped:
      'Whoever receives a message sees it, as with every page you open. {processor} does not keep it.',
    truncated: 'Whoever receives a message sees it. {processor} keeps it without its last part.',
    kept: 'Whoever receives a message sees it. {processor} keeps it as long as the data that came with it.',
  },
  validity: 'Your answer',
  validFor: 'Counts for {granted}, a yes and a no alike. Then you will be asked again.',
  validForEach: 'A yes counts for {granted}, a no for {denied}. Then you will be asked again.',
  rights: 'Your rights',
  data: 'Your data',
  place: 'Move the “Privacy choices” button',
  placeLasts: 'To another corner of the window. This tab remembers it until you close it.',
  places: {
    'top-left': 'Top left',
    'top-right': 'Top right',
    'bottom-left': 'Bottom left',
    'bottom-right': 'Bottom right',
  },
  save: 'Save',
  unsaved: 'Not saved yet. “{save}” keeps what you switched; close again to leave it as it was.',
};

export const changes: ChangeWords = {
  purpose: 'New since you answered',
  data: 'New: {data}',
  'no-data': 'No longer: {data}',
  recipients: 'New recipient: {recipients}',
  'no-recipients': 'No longer received by {recipients}',
  services: 'New service: {recipients}',
  'no-services': 'Service no longer used: {recipients}',
  'service-data': 'New for {recipients}: {data}',
  parameters: 'New parts of addresses: {parameters}',
  'no-parameters': 'Parts of addresses no longer taken: {parameters}',
  visitors: 'Visits are linked in another way',
  retention: 'Kept for {to} instead of {from}',
  'item-retention': '{data} kept for {to} instead of {from}',
  controller: '{to} decides instead of {from}',
  processor: '{to} handles it instead of {from}',
  ip: 'Your IP address is handled in another way',
};

export const remains: RemainsWords = {
  title: 'Saved, but not everything can be undone from here',
  scripts: 'Already ran on this page. A reload ends it:',
  inline: 'A script written into the page',
  stored:
    'Stays in this browser. No script of this site can delete it; the settings of your browser can:',
};

export const forms: FormWords = {
  receivedBy: 'received by',
  keptFor: 'kept for',
  why: 'Why',
  withdraw:
    'You can take it back at any time, as easily as you give it, under “Your data” on every page of this site.',
  data: 'Your data',
  privacy: 'Privacy policy',
  held: {
    needed:
      'The form is sent once you tick this box yourself. Without your consent nothing is sent.',
    unkept: 'Not sent: your consent could not be recorded. Please try again.',
    covered:
      'Not counted: the box was covered, hard to see, or had only just come. Please tick it again.',
    framed: 'Not counted: another site shows this page. Please open it by itself.',
    untrusted: 'Not counted: a program ticked the box. Only you can say yes.',
  },
};

export const data: DataWords = {
  title: 'Your data',
  lead: 'Everything this site keeps of your answers in this browser, and every message that was sent under them.',
  reading: 'Reading what is kept here',
  missing: 'This part of the page could not be loaded. Please try again later.',
  none: 'Nothing is kept here. You have not answered yet.',
  answers: 'Your answers',
  sources: {
    'accept-all': 'Accepted all',
    'reject-all': 'Rejected all',
    custom: 'Chosen one by one',
    withdraw: 'Withdrawn',
    site: 'Answered with a control of this site',
    signal: 'Opt-out signal of your browser honoured',
    expired: 'Answer ran out',
    collection: 'Agreed in a form',
  },
  unknown: 'An entry that is unreadable here',
  granted: 'Yes to: {names}',
  nothing: 'Yes to nothing but what is always on',
  until: 'Counts until {time}',
  number: 'Number of this answer: {id}',
  folded: '{count} older answers, from {from} to {until}',
  forms: 'Agreed to in forms',
  agreed: 'Agreed {time}',
  takenBack: 'Taken back {time}',
  formReceipt: 'Receipt of this',
  takeBack: 'Withdraw this',
  messages: 'Messages sent',
  events: {
    's9.page_view': 'Page view',
    's9.page_leave': 'Time on a page',
    's9.custom': 'Event of this site',
    's9.choice': 'Proof of an answer',
    's9.erase': 'Request to erase',
  },
  quiet: 'Nothing was sent.',
  to: 'To {host}: {outcome}',
  outcomes: {
    noted: 'sent',
    leaving: 'on its way',
    sent: 'received',
    refused: 'turned away',
    unanswered: 'not answered',
    dropped: 'stopped by your no',
  },
  whole: 'The message as it was sent',
  kind: 'Show',
  kinds: 'All messages',
  older: 'The newest {count} of {all}. The download has all of them.',
  waiting: 'Waiting to be sent: {count}',
  receipt: 'Download receipt',
  export: 'Download all',
  erase: 'Erase all',
  erasing:
    'Erasing takes back every yes, tells the receiver to erase, and deletes all of this from this browser. You will be asked again.',
  atReceiver: 'What has reached {controller} is corrected or erased there. Ask:',
  erased: 'Erased from this browser',
  told: 'The receiver has been asked to erase what came from here.',
  remains: 'Stays, and can be deleted in the settings of your browser or by a reload:',
};
