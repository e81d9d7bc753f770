// English, and the shape every other language fills: complete or not offered. Slots like {controller}
// take a name or a list; text only, never markup. Plain words, no maybe, no guilt (L-23).

/** First layer; in the file that is fetched when something has to be asked. */
export const noticeTexts = {
  title: '{controller} asks for your consent',
  lead: 'What you agree to will be used for the purposes named here and for nothing else. You can change your answer at any time, on every page.',
  data: 'Data',
  recipients: 'Received by',
  retention: 'Kept for',
  accept: 'Accept all',
  reject: 'Reject all',
  choose: 'Choose',
  privacy: 'Privacy policy',
};

/** Preferences and placeholders; in the file that is fetched when one of them is first needed. */
export const panelTexts = {
  title: 'Your choices',
  close: 'Close',
  lead: 'Everything that needs your consent is off until you switch it on. Saying no has no cost, and you can come back to this panel from every page.',
  optedOut:
    'Your browser sends an opt-out signal (Global Privacy Control). It is honoured: what goes to others is off unless you switch it on yourself.',
  memory:
    'This browser does not let the site store your answer. It counts until you leave the page; then you will be asked again.',
  required: 'Always on',
  details: 'Data, recipients, retention',
  visitors: 'Visits',
  visitorsNone: 'Visits of one person are not linked with each other.',
  visitorsVisit: 'Pages of one visit are linked; two visits are not.',
  visitorsId: 'Visits from this browser are linked by a random number made for this site.',
  cookies: 'Cookies',
  storage: 'Stored here',
  servicePrivacy: 'Privacy policy of {name}',
  parties: 'Who is responsible',
  controller: 'Decides what your data is used for',
  processor: 'Handles it on behalf of {controller}',
  ip: 'Your IP address',
  ipDropped:
    'Whoever receives a message sees it, as with every page you open. {processor} does not keep it.',
  ipTruncated: 'Whoever receives a message sees it. {processor} keeps it without its last part.',
  ipKept:
    'Whoever receives a message sees it. {processor} keeps it as long as the data that came with it.',
  validity: 'Your answer',
  validFor: 'Counts for {granted}, a yes and a no alike. Then you will be asked again.',
  validForEach: 'A yes counts for {granted}, a no for {denied}. Then you will be asked again.',
  rights: 'Your rights',
  data: 'Your data',
  save: 'Save',
  withdraw: 'Withdraw all',
  news: {
    purpose: 'New since you answered',
    data: 'New: {data}',
    'no-data': 'No longer: {data}',
    recipients: 'New recipient: {recipients}',
    'no-recipients': 'No longer received by {recipients}',
    services: 'New service: {recipients}',
    'no-services': 'Service no longer used: {recipients}',
    'service-data': 'New for {recipients}: {data}',
    retention: 'Kept for {to} instead of {from}',
    controller: '{to} decides instead of {from}',
    processor: '{to} handles it instead of {from}',
    ip: 'Your IP address is handled in another way',
  },
  remains: 'Saved, but not everything can be undone from here',
  remainsScripts: 'Already ran on this page. A reload ends it:',
  remainsInline: 'A script written into the page',
  remainsStored:
    'Stays in this browser. No script of this site can delete it; the settings of your browser can:',
  reload: 'Reload page',
  held: 'Content from {recipients}',
  sends: 'Loading it sends: {data}',
  loadOnce: 'Load once',
  alwaysAllow: 'Always allow',
};

/** “Your data”; in the file that is fetched when it is first opened. */
export const dataTexts = {
  title: 'Your data',
  close: 'Close',
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
  },
  unknown: 'An entry this page cannot read',
  granted: 'Yes to: {names}',
  nothing: 'Yes to nothing but what is always on',
  until: 'Counts until {time}',
  number: 'Number of this answer: {id}',
  folded: '{count} older answers, from {from} to {until}',
  messages: 'Messages sent',
  events: {
    's9.page_view': 'Page view',
    's9.choice': 'Proof of an answer',
    's9.erase': 'Request to erase',
  },
  quiet: 'Nothing was sent.',
  to: 'To {host}',
  whole: 'The message as it was sent',
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

export type NoticeTexts = Readonly<typeof noticeTexts>;
export type PanelTexts = Readonly<typeof panelTexts>;
export type DataTexts = Readonly<typeof dataTexts>;
