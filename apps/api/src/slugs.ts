import { randomInt } from 'node:crypto';
import slugify from '@sindresorhus/slugify';

/** Room for "-" and six digits, so that a suffix never makes an address longer than its column. */
const suffixRoom = 7;

/** The readable address of a name: lower-case letters, digits and single hyphens, or `fallback` when nothing is left. */
export function slugOf(name: string, longest: number, fallback: string): string {
  const slug = slugify(name, { decamelize: false })
    .slice(0, longest - suffixRoom)
    .replace(/^-+|-+$/g, '');
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? slug : fallback;
}

/** The address itself, then -2 to -9, then six random digits: few enough that a popular name costs few statements. */
export function* slugChoices(slug: string): Generator<string> {
  yield slug;
  for (let count = 2; count <= 9; count += 1) yield `${slug}-${String(count)}`;
  for (let tries = 0; tries < 5; tries += 1) yield `${slug}-${String(randomInt(100_000, 1_000_000))}`;
}
