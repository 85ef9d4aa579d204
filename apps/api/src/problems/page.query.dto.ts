import { OptionalLine } from './shapes.ts';

/** Which page of a list: `next` of the page before, or nothing for the first. */
export class PageQuery {
  @OptionalLine(400) after?: string;
}
