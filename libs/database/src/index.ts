export * from './audit.ts';
export * from './clock.ts';
export { entities } from './data-source.ts';
export * from './database.ts';
export * from './migrate.ts';
export * from './open.ts';
export * from './tokens.ts';
export * from './tx.ts';
