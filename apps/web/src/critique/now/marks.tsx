import { critiqueNow } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import type { Mark } from '../calls.ts';
import { positionOf } from './clock.ts';
import type { Draft, DraftState } from './draft.ts';
import styles from './marks.module.css';
import { longestMark, mostMarks } from './merge.ts';

const words = critiqueNow.marks;

/** Moments of the work, each with a word or two. They keep the order they were made in while somebody types. */
export function Marks({ draft, state }: { draft: Draft; state: DraftState }) {
  const { marks } = state.parts;
  if (marks.length === 0) return null;
  const isClosed = state.server?.open === false;
  const replace = (at: number, mark: Mark | null): void => {
    draft.mark(marks.flatMap((one, index) => (index === at ? (mark ?? []) : one)));
  };
  return (
    <section className={styles['marks']} aria-label={words.title}>
      <h3>{words.title}</h3>
      <ul className={styles['list']}>
        {marks.map((mark, at) => {
          const time = positionOf(mark.at);
          return (
            <li key={keyOf(marks, at)} className={styles['mark']}>
              <span className={styles['time']}>{time}</span>
              <textarea
                className={styles['text']}
                rows={1}
                aria-label={words.text(time)}
                placeholder={words.placeholder}
                value={mark.text}
                maxLength={longestMark}
                disabled={isClosed}
                onKeyDown={(event) => {
                  // It grows with what is typed, but it is one line of words.
                  if (event.key === 'Enter') event.preventDefault();
                }}
                onChange={({ target }) => {
                  replace(at, { ...mark, text: target.value.replaceAll('\n', ' ') });
                }}
              />
              {!isClosed && (
                <Button
                  look="quiet"
                  aria-label={words.remove(time)}
                  onClick={() => {
                    replace(at, null);
                  }}
                >
                  {words.removeShort}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Stays with the mark when others come before it, so that whoever types goes on typing there. */
const keyOf = (marks: readonly Mark[], at: number): string =>
  `${marks[at]?.at ?? 0}.${marks.slice(0, at).filter((one) => one.at === marks[at]?.at).length}`;

/** Pins this moment. @param at where the work is, in milliseconds */
export function MarkButton({ draft, state, at }: { draft: Draft; state: DraftState; at: () => number }) {
  const { marks } = state.parts;
  if (state.server?.open === false) return null;
  if (marks.length >= mostMarks) return <p className="soft">{words.full}</p>;
  return (
    <Button
      look="main"
      onClick={() => {
        draft.mark([...marks, { at: Math.max(0, Math.round(at())), text: '' }]);
      }}
    >
      {words.add}
    </Button>
  );
}
