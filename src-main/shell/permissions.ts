import type { Session } from 'electron';
import { isOwnUrl } from './origin.ts';

/** What a page asks for. `mediaTypes` names what a `media` question is about: video, audio, or a thing we do not know. */
export type PermissionQuestion = {
  readonly permission: string;
  readonly origin: string;
  readonly isMainFrame: boolean;
  readonly mediaTypes: readonly string[];
};

/** The document camera and writing text to the clipboard, for our own page; everything else is refused. */
export function allowsPermission({ permission, origin, isMainFrame, mediaTypes }: PermissionQuestion): boolean {
  if (!isMainFrame || !isOwnUrl(origin)) return false;
  if (permission === 'media') return mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
  return permission === 'clipboard-sanitized-write';
}

/** No permission beyond the rule above, no device, and no request that leaves the console. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes ?? [] : [];
    const isOwn = isOwnUrl(contents.getURL());
    answer(isOwn && allowsPermission({ permission, origin: details.requestingUrl, isMainFrame: details.isMainFrame, mediaTypes }));
  });
  session.setPermissionCheckHandler((_, permission, origin, details) => {
    const mediaTypes = details.mediaType === undefined ? [] : [details.mediaType];
    return allowsPermission({ permission, origin, isMainFrame: details.isMainFrame, mediaTypes });
  });
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'] },
    (_, answer) => answer({ cancel: true }),
  );
}
