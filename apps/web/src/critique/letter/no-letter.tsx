import { critiqueLetterPage as words } from '#libs/words';
import type { LetterPage } from './letter-calls.ts';

/** Why there is no letter, and what happens next. */
export function NoLetter({ page: { standing, format } }: { page: LetterPage }) {
  if (standing === 'waiting')
    return (
      <Said title={words.waiting.title}>
        {format === 'written' ? words.waiting.written : words.waiting.text}
      </Said>
    );
  if (standing === 'not-heard')
    return <Said title={words.notHeard.title}>{`${words.notHeard.text} ${words.notHeard.credits}`}</Said>;
  if (standing === 'missed') return <Said title={words.missed.title}>{words.missed.text}</Said>;
  return <Said title={words.noWork.title}>{words.noWork.text}</Said>;
}

function Said({ title, children }: { title: string; children: string }) {
  return (
    <div className="stack">
      <h2>{title}</h2>
      <p>{children}</p>
    </div>
  );
}
