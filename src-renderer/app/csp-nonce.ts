/** The nonce that main put into this page, for the style tags of Ant Design; empty in development. */
export const cspNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

/**
 * Widgets measure scroll bars with style elements of their own and know no nonce. Only scripts of our bundle run here (script-src
 * 'self'), so what they make carries it; styles in markup stay refused.
 */
export function nonceOwnStyles(): void {
  const make = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = cspNonce();
    return element;
  }) as typeof document.createElement;
}
