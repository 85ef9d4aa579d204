import { counting } from '../counting.ts';

export const { number, counted } = counting('de-DE', ['one', 'other']);
