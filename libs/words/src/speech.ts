import { type Language, languages } from './languages.ts';

// Which language sentences are read in. A mail is rendered in one go, without waiting for anything, so a variable says it for
// as long as that takes; a request of the api brings its own; the apps of a browser set it once, before they show anything.

/** What another language has to say for a part of the catalogue: the same keys, and functions of the same values. */
export type InOtherWords<Part> = Part extends string
  ? string
  : Part extends (...values: infer Values) => infer Said
    ? (...values: Values) => InOtherWords<Said>
    : { readonly [Key in keyof Part]: InOtherWords<Part[Key]> };

/** Name of a part → its sentences. */
export type Lesson = Readonly<Record<string, object>>;

const lessons = new Map<Language, Lesson>();
let ofPage: Language = 'en';
let ofMoment: Language | undefined;
let ofRequest = (): Language | undefined => undefined;

/** From now on this language can be spoken. English needs no lesson. */
export function learn(language: Language, lesson: Lesson): void {
  lessons.set(language, { ...lessons.get(language), ...lesson });
}

/** Sets the language for good: for a browser, whose page has one reader. */
export function speak(language: Language): void {
  ofPage = language;
}

/** Where the language of whoever is being answered is read, in a process that answers many at once. */
export function listenTo(request: () => Language | undefined): void {
  ofRequest = request;
}

/** Says something in a language. What is said must be done when it returns: nothing that waits may go on in it. */
export function speaking<Said>(
  language: Language,
  say: () => Said extends PromiseLike<unknown> ? never : Said,
): Said {
  const before = ofMoment;
  ofMoment = language;
  try {
    return say();
  } finally {
    ofMoment = before;
  }
}

export const spokenLanguage = (): Language => ofMoment ?? ofRequest() ?? ofPage;
/** For Intl. */
export const spokenLocale = (): string => languages[spokenLanguage()].locale;
/** Where a line begins. */
export const spokenDirection = (): 'ltr' | 'rtl' => languages[spokenLanguage()].direction;

/**
 * A part of the catalogue that answers in the language that is spoken when it is read. Parts of it may be kept in a constant,
 * single sentences may not: they would stay in the language of that moment.
 */
export function spoken<Part extends object>(name: string, english: Part): Part {
  return inSpeech(english, () => lessons.get(spokenLanguage())?.[name]);
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
