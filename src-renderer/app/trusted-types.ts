type PolicyRules = { readonly createHTML: (text: string) => string; readonly createScript: (text: string) => string; readonly createScriptURL: (text: string) => string };

type PolicyFactory = { readonly createPolicy: (name: 'default', rules: PolicyRules) => unknown };

const refuse = (what: string): never => {
  throw new TypeError(`trustedTypes: ${what} refused`);
};

/** Our own files only: a worker is a relative URL of the bundle. */
const ownScript = (url: string): string => (new URL(url, document.baseURI).origin === location.origin ? url : refuse('a foreign script'));

// The CSP demands Trusted Types: whatever still hands a string to a sink meets this policy, and markup never passes.
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
factory?.createPolicy('default', {
  createHTML: (text) => (text.includes('<') ? refuse('markup') : text),
  createScript: () => refuse('a script text'),
  createScriptURL: ownScript,
});
