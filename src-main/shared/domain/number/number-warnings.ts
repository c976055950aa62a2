/** Advice about how a number may be taken, never a refusal: `digits` are the place it is about, `like` the code or reading it brings to mind. */
export type NumberWarning = { readonly code: 'confusable' | 'unlucky' | 'hard-to-say'; readonly digits: string; readonly like: string };
