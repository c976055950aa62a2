/** The one origin the console's pages have. */
export const appOrigin = 'app://console';

/** The page every window opens, and the only address it may ever be at. */
export const startUrl = `${appOrigin}/index.html`;

/** True for addresses on our own origin; look-alikes (app://console.evil, app://console@evil) are not. */
export function isOwnUrl(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

/** The same page, turned to the customer. */
export const customerUrl = `${startUrl}#customer`;

/** A window stays where it is: only loading the same page again is no departure. */
export function mayNavigate(url: string): boolean {
  return url === startUrl || url.startsWith(`${startUrl}#`);
}
