import { languages, spokenLanguage, spokenLocale, words } from '#libs/words';
import { type CSSProperties, type ReactElement, type ReactNode, createContext, use } from 'react';
import { formTokenField } from '../auth/form-tokens.ts';
import { publicCssPath } from './public.css.ts';

// The parts every public page is made of. Pages bring facts and sentences; nothing here knows a feature.

/** Product time, said on every page of a demonstration. */
export interface Demo {
  now: Date | null;
}

export interface PageProps {
  title: string;
  /** "#rrggbb" of the organization, checked for contrast when it was chosen. */
  accent?: string | null | undefined;
  demo?: Demo | null | undefined;
  /** More for the head: description, canonical, Open Graph, JSON-LD. */
  head?: ReactNode;
  /** Whose page this is, above everything, with a link home. */
  house?: { name: string; href: string } | undefined;
  /** For tables: wider than a page to be read. */
  roomy?: boolean;
  children: ReactNode;
}

/** Two people, overlapping a little. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cg fill='none' stroke='%231f7a74' stroke-width='3'%3E%3Ccircle cx='12' cy='16' r='8.5'/%3E%3Ccircle cx='20' cy='16' r='8.5'/%3E%3C/g%3E%3C/svg%3E";

/** Where a page stands, so that whoever changes its language comes back to it; null where it can't be opened again. */
export const PagePath = createContext<string | null>(null);

/** A whole document. The `children` bring the one `h1`. */
export function Page({ title, accent, demo, head, house, roomy = false, children }: PageProps): ReactElement {
  const language = spokenLanguage();
  return (
    <html lang={language} dir={languages[language].direction} style={accentStyle(accent)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href={publicCssPath} />
        <link rel="icon" href={icon} />
        {head}
      </head>
      <body className={roomy ? 'roomy' : undefined}>
        <a className="skip" href="#main">
          {words.layout.skip}
        </a>
        {demo === null || demo === undefined ? null : <DemoBanner now={demo.now} />}
        {house === undefined ? null : (
          <header className="house">
            <a href={house.href}>{house.name}</a>
          </header>
        )}
        <main id="main">{children}</main>
        <Colophon />
      </body>
    </html>
  );
}

function Colophon(): ReactElement {
  const path = use(PagePath);
  // A slash needs no escape there, and the address stays one that can be read.
  const back = path === null ? '' : `?back=${encodeURIComponent(path).replaceAll('%2F', '/')}`;
  return (
    <footer className="colophon">
      {words.layout.madeWith}{' '}
      <a href={`/language${back}`} rel="nofollow">
        {words.layout.language.now(languages[spokenLanguage()].name)}
      </a>
    </footer>
  );
}

function accentStyle(accent: string | null | undefined): CSSProperties | undefined {
  if (accent === null || accent === undefined || !/^#[0-9a-f]{6}$/i.test(accent)) return undefined;
  return { '--accent': accent } as CSSProperties;
}

/** The demonstration lives in Los Angeles, wherever its viewer sits. */
const demoTime = (now: Date): string =>
  new Intl.DateTimeFormat(spokenLocale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'America/Los_Angeles',
  }).format(now);

function DemoBanner({ now }: { now: Date | null }): ReactElement {
  return (
    <aside className="demo" aria-label={words.layout.demoLabel}>
      {now === null ? words.layout.demoWithoutTime : words.layout.demo(demoTime(now))}{' '}
      <a href="/dev/mail">{words.layout.demoMail}</a>
    </aside>
  );
}

/** A native form that posts, with the hidden token that every one of ours carries. */
export function Form({
  action,
  token,
  children,
}: {
  action: string;
  token: string;
  children: ReactNode;
}): ReactElement {
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name={formTokenField} value={token} />
      {children}
    </form>
  );
}

export interface FieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'date' | 'datetime-local';
  /** What was typed before, when the form comes back. */
  value?: string | undefined;
  hint?: string | undefined;
  /** What is wrong with it, in a sentence. */
  fault?: string | undefined;
  optional?: boolean;
  maxLength?: number;
  autoComplete?: string;
  inputMode?: 'text' | 'email' | 'numeric';
  className?: string;
  /** More than one line. */
  rows?: number;
}

/** One labelled field; its hint and its fault are read out with it. */
export function Field({
  name,
  label,
  hint,
  fault,
  value,
  optional = false,
  rows,
  type = 'text',
  ...rest
}: FieldProps): ReactElement {
  const described = [hint === undefined ? '' : `${name}-hint`, fault === undefined ? '' : `${name}-fault`]
    .join(' ')
    .trim();
  const attributes = {
    id: name,
    name,
    defaultValue: value,
    required: !optional,
    'aria-invalid': fault === undefined ? undefined : true,
    'aria-describedby': described === '' ? undefined : described,
    ...rest,
  };
  return (
    <div className="field">
      <label htmlFor={name}>
        {label} {optional ? <small>{`(${words.layout.optional})`}</small> : null}
      </label>
      {hint === undefined ? null : (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {rows === undefined ? <input type={type} {...attributes} /> : <textarea rows={rows} {...attributes} />}
      {fault === undefined ? null : (
        <span className="fault" id={`${name}-fault`}>
          {fault}
        </span>
      )}
    </div>
  );
}

export interface ChoiceProps {
  name: string;
  label: string;
  type?: 'checkbox' | 'radio';
  value?: string;
  checked?: boolean;
  hint?: string;
}

/** A box to tick, or one of several; the whole line is the target. */
export function Choice({
  name,
  label,
  hint,
  type = 'checkbox',
  value = 'yes',
  checked = false,
}: ChoiceProps): ReactElement {
  return (
    <label className="choice">
      <input type={type} name={name} value={value} defaultChecked={checked} />
      <span>
        {label}
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
    </label>
  );
}

export interface FieldFault {
  /** The `name` of the field. */
  field: string;
  detail: string;
}

/** Everything wrong with a form, first on the page, each line leading to its field; focused when the page opens. */
export function Fault({
  faults,
  sentence,
}: {
  faults: readonly FieldFault[];
  sentence?: string | undefined;
}): ReactElement | null {
  if (faults.length === 0 && sentence === undefined) return null;
  return (
    <div className="notice warn" role="alert" tabIndex={-1} autoFocus id="faults">
      <h2>{sentence ?? words.layout.needsAnotherLook(faults.length)}</h2>
      {faults.length === 0 ? null : (
        <ul>
          {faults.map(({ field, detail }) => (
            <li key={field}>
              <a href={`#${field}`}>{detail}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is wrong with one field, for `Field`'s `fault`. */
export function faultOf(faults: readonly FieldFault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.detail;
}

export interface ButtonProps {
  children: ReactNode;
  /** `main` is the one thing to do here; `plain` looks like a link. */
  kind?: 'main' | 'second' | 'plain';
  name?: string;
  value?: string;
  /** Read out in place of the text, where several say the same. */
  label?: string;
}

export function Button({ children, kind = 'main', label, ...rest }: ButtonProps): ReactElement {
  return (
    <button type="submit" className={kind === 'main' ? undefined : kind} aria-label={label} {...rest}>
      {children}
    </button>
  );
}

/** Something to know before anything else on the page. */
export function Notice({
  kind = 'plain',
  title,
  children,
}: {
  kind?: 'plain' | 'good' | 'warn';
  title?: string;
  children?: ReactNode;
}): ReactElement {
  return (
    <div
      className={kind === 'plain' ? 'notice' : `notice ${kind}`}
      role={kind === 'plain' ? undefined : 'status'}
    >
      {title === undefined ? null : <h2>{title}</h2>}
      {children}
    </div>
  );
}
