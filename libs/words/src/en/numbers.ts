import { counting } from '../counting.ts';

export const { number, counted } = counting('en', ['one', 'other']);
