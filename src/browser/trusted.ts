// The one Trusted Types policy: a page that enforces them lets us set script sources through it (F-37).

interface Policy {
  createScript(text: string): string;
  createScriptURL(url: string): string;
}

interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

const same: Policy = { createScript: (text) => text, createScriptURL: (url) => url };

function createPolicy(): Policy {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  try {
    return factory?.createPolicy('s9-consent', same) ?? same;
  } catch {
    // The page's CSP does not list `s9-consent`: scripts stay held, nothing else is lost.
    return same;
  }
}

const policy = createPolicy();

/** Sets where a script is fetched from. */
export function setSource(script: HTMLScriptElement, url: string): void {
  script.src = policy.createScriptURL(url);
}

/** Sets the text of an inline script. */
export function setText(script: HTMLScriptElement, text: string): void {
  script.text = policy.createScript(text);
}
