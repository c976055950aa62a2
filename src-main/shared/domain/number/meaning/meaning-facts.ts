/** Digits that mean something to everybody; `for` are words of a trade they suit, none: any trade. */
export type KnownMeaning = { readonly digits: string; readonly reading: string; readonly for: readonly string[] };

/** A short code that callers know (110, 10010), which a number must not be taken for. */
export type ServiceCode = { readonly digits: string; readonly name: string };

/** Digits that read badly: at the end, as a whole spoken group, or anywhere. */
export type UnluckyReading = { readonly digits: string; readonly reading: string; readonly at: 'tail' | 'group' | 'anywhere' };

/** What numbers mean to people, as data: advice for the talk at the counter, never a rule and never a price. */
export type MeaningFacts = {
  readonly version: number;
  readonly known: readonly KnownMeaning[];
  /** Syllables (pinyin without tones) that sound like a digit read aloud. */
  readonly syllables: readonly { readonly digit: string; readonly syllables: readonly string[] }[];
  readonly serviceCodes: readonly ServiceCode[];
  readonly unlucky: readonly UnluckyReading[];
  /** So many equal digits in a row are miscounted when they are read out. */
  readonly hardToSayFrom: number;
};
