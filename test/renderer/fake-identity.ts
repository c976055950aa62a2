/** Identity numbers of the invented people, as the fake main would reveal them. */
export const unmasked = { legalIdNumber: '650102197806124215', handlerIdNumber: '110105198502282837' } as const;
