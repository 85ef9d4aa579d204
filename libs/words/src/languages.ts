/** What the product speaks. Another language is a folder beside `en` and a line here and in `lessons.ts`. */
export const languages = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
  de: { name: 'Deutsch', locale: 'de-DE', direction: 'ltr' },
  es: { name: 'Español', locale: 'es-ES', direction: 'ltr' },
} as const satisfies Record<string, { name: string; locale: string; direction: 'ltr' | 'rtl' }>;

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as Language[];

export const isLanguage = (text: unknown): text is Language =>
  typeof text === 'string' && Object.hasOwn(languages, text);

/**
 * The first language a reader asks for that we speak.
 * @param accepted an Accept-Language header (RFC 9110, 12.5.4): "de-AT, de;q=0.9, en;q=0.5"
 * @returns null when it asks for none of ours
 */
export function preferredLanguage(accepted: string | undefined): Language | null {
  const wanted = (accepted ?? '').slice(0, 500).split(',').map(rangeOf);
  const best = wanted.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return best.map(({ language }) => language).find(isLanguage) ?? null;
}

function rangeOf(part: string): { language: string; weight: number } {
  const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { language: range.split('-')[0]?.toLowerCase() ?? '', weight: Number(weight ?? 1) };
}
