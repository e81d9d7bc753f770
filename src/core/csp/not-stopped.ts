// What no Content Security Policy stops, to be said beside every one.

/** In words, a sentence each. */
export const NOT_STOPPED: readonly string[] = [
  'WebRTC: a script can speak to a STUN server of its choice, which learns the address of the visitor.',
  'Navigation: a link, a form or a script that sends the whole page elsewhere takes what its address holds.',
  'Hints: dns-prefetch and preconnect ask for a name or open a connection without fetching anything.',
  'Your own server: what it passes on to others is out of every browser’s sight.',
  'Extensions of the browser, and what stands in a page of another site that is framed.',
];
