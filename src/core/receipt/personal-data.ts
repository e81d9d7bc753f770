// Which category of personal data (DPV's `pd`) each data item is; one we do not know is just personal.

const CATEGORIES: Readonly<Record<string, string>> = {
  choice: 'pd:PrivacyPreference',
  ip: 'pd:IPAddress',
  browser: 'pd:UserAgent',
  os: 'pd:DeviceOperatingSystem',
  page: 'pd:BrowserHistory',
  domain: 'pd:BrowsingBehaviour',
  'time-on-page': 'pd:BrowsingBehaviour',
  referrer: 'pd:BrowsingReferral',
  language: 'pd:Language',
  email: 'pd:EmailAddress',
  name: 'pd:Name',
};

export const categoryOf = (dataItem: string): string =>
  (Object.hasOwn(CATEGORIES, dataItem) && CATEGORIES[dataItem]) || 'dpv:PersonalData';
