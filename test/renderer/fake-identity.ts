/** Identity numbers of the invented people, as the fake main would reveal them. */
export const unmasked = { legalIdNumber: '650102197806124214', handlerIdNumber: '11010519850228283X' } as const;
