export * from './catalogue.ts';
export * from './later.ts';
