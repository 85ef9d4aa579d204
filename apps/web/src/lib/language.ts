import { type Language, isLanguage, languages, preferredLanguage, speak } from '#libs/words';

/** What was chosen on the page of languages, else what the browser asks for, else English; as the api decides it. */
function languageHere(): Language {
  const chosen = /(?:^|; )language=([a-z]{2})(?:;|$)/.exec(document.cookie)?.[1];
  return isLanguage(chosen) ? chosen : (preferredLanguage(navigator.languages.join(',')) ?? 'en');
}

/**
 * Before anything is shown: loads what this app says in the language of its reader. Without a network it is shown in
 * English rather than not at all.
 */
export async function speakTheirLanguage(load: (language: Language) => Promise<void>): Promise<void> {
  const language = languageHere();
  try {
    await load(language);
  } catch {
    return;
  }
  speak(language);
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].direction;
}
