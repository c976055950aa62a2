/** What a refusal or a problem is about, for the text layer to put into words: never a sentence itself. */
export type Facts = Readonly<Record<string, string | number>>;
