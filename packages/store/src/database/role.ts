/** The three logins: who owns the tables, who works in them, who only reads. */
export type Role = 'migrator' | 'application' | 'reader';

export const ROLES: readonly Role[] = ['migrator', 'application', 'reader'];

export const roleName = (role: Role): string => `leeto_${role}`;
