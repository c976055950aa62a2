/** What a person reads when something was refused: what happened, whether the work is safe, what to do now. */
export type FailureWords = { readonly title: string; readonly safe: string; readonly next: string };

/** Facts of a failure; any of them may be missing, the sentence must hold without. */
export type FailureFacts = Readonly<Record<string, string | number>>;

export type Say = (facts: FailureFacts) => FailureWords;

export const saved = '已存的都在，没有丢。';

export const say = (title: string, next: string, safe: string = saved): Say => () => ({ title, safe, next });

/** ` 48` when the fact is there, nothing when it is not. */
export const fact = (facts: FailureFacts, key: string, before = '', after = ''): string =>
  facts[key] === undefined || facts[key] === '' ? '' : `${before}${facts[key]}${after}`;
