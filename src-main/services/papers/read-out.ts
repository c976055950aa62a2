import type { FormPaper } from '#domain/agreement/form-paper.ts';

/** How calls are routed, one rule an item in the order of the form; then the lists, because they come before every rule, and when nobody answers. */
export function formReadOut({ rules, lists, listsNote, coverage: { holes } }: FormPaper): readonly { readonly id: string; readonly text: string }[] {
  const said = rules.map(({ when, who, behaviour }, index) => ({ id: `rule-${index + 1}`, text: `${when}：${who}${behaviour === '' ? '' : behaviour}` }));
  const hollow = holes.map(({ who, when }) => `${who}${when}`).join('；');
  return [
    ...said, ...(lists.length > 0 ? [{ id: 'lists', text: `名单${lists.length}条，${listsNote}` }] : []),
    ...(holes.length > 0 ? [{ id: 'holes', text: `没人接的时段${holes.length}处：${hollow}` }] : []),
  ];
}
