import { type Language, languages } from './languages.ts';

// Which language sentences are read in. A page or a mail is rendered in one go, without waiting for anything, so one variable
// says it for as long as that takes; the browser's apps set it once, before they show anything.

/** What another language has to say for a part of the catalogue: the same keys, and functions of the same values. */
export type InOtherWords<Part> = Part extends string
  ? string
  : Part extends (...values: infer Values) => infer Said
    ? (...values: Values) => InOtherWords<Said>
    : { readonly [Key in keyof Part]: InOtherWords<Part[Key]> };

/** Name of a part → its sentences. */
export type Lesson = Readonly<Record<string, object>>;

const lessons = new Map<Language, Lesson>();
let current: Language = 'en';

/** From now on this language can be spoken. English needs no lesson. */
export function learn(language: Language, lesson: Lesson): void {
  lessons.set(language, { ...lessons.get(language), ...lesson });
}

/** Sets the language for good: for a browser, whose page has one reader. */
export function speak(language: Language): void {
  current = language;
}

/** Says something in a language. What is said must be done when it returns: nothing that waits may go on in it. */
export function speaking<Said>(
  language: Language,
  say: () => Said extends PromiseLike<unknown> ? never : Said,
): Said {
  const before = current;
  current = language;
  try {
    return say();
  } finally {
    current = before;
  }
}

export const spokenLanguage = (): Language => current;
/** For Intl. */
export const spokenLocale = (): string => languages[current].locale;

/**
 * A part of the catalogue that answers in the language that is spoken when it is read. Parts of it may be kept in a constant,
 * single sentences may not: they would stay in the language of that moment.
 */
export function spoken<Part extends object>(name: string, english: Part): Part {
  return inSpeech(english, () => lessons.get(current)?.[name]);
}

function inSpeech<Part extends object>(english: Part, translated: () => unknown): Part {
  const kept = new Map<PropertyKey, object>();
  return new Proxy(english, {
    get(target, key) {
      const own = Reflect.get(target, key) as unknown;
      if (isGroup(own)) return kept.get(key) ?? keep(key, own);
      return valueAt(translated(), key) ?? own;
    },
  });

  function keep(key: PropertyKey, group: object): object {
    const made = inSpeech(group, () => valueAt(translated(), key));
    kept.set(key, made);
    return made;
  }
}

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;
const valueAt = (group: unknown, key: PropertyKey): unknown =>
  isGroup(group) ? Reflect.get(group, key) : undefined;
