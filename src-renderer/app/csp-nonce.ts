/** The nonce that main put into this page, for the style tags of Ant Design; empty in development. */
export const cspNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
