export * from './kinds.ts';
export * from './post.ts';
