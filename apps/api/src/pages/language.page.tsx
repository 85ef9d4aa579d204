import { languageCodes, languages, spokenLanguage, words } from '#libs/words';
import type { ReactElement } from 'react';
import { Button, Form, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.layout.language;

/** Every language under its own name, so that its readers know it; nothing is chosen by looking. */
export function LanguagePage({ frame, back }: { frame: Frame; back: string }): ReactElement {
  return (
    <Page title={sentences.title} demo={frame.demo}>
      <h1>{sentences.title}</h1>
      <p className="lead">{sentences.lead}</p>
      <Form action={`/language?back=${encodeURIComponent(back)}`} token={frame.token}>
        <ul className="plain">
          {languageCodes.map((language) => (
            <li key={language} lang={language}>
              <Button
                kind={language === spokenLanguage() ? 'main' : 'second'}
                name="language"
                value={language}
              >
                {languages[language].name}
              </Button>
            </li>
          ))}
        </ul>
      </Form>
    </Page>
  );
}
