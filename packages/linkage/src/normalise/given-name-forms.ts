/** Stub of the forms; one line a name: the full form, then the forms that stand for it. */
export const GIVEN_NAME_FORMS = `
robert bob rob bobby robbie bert
elizabeth liz beth eliza lizzie betty bessie elisabeth
`;
