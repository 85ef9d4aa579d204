import type { Exchange, PeerConduct, SmtpStep } from '../support/smtp-peer.ts';

/** What the server does to one mail. */
export interface Fault {
  name: string;
  step: SmtpStep;
  conduct: PeerConduct;
  /** Every time, or only the first time. */
  always: boolean;
}

type MailStep = 'rcpt' | 'data' | 'body';

const says = (code: number, step: MailStep, always: boolean): Fault => ({
  name: `${code} at ${step}${always ? ', always' : ''}`,
  step,
  conduct: { say: code },
  always,
});
const cuts = (step: MailStep, keep: boolean): Fault => ({
  name: `cut at ${step}${keep ? ', taken' : ''}`,
  step,
  conduct: { drop: true, keep },
  always: false,
});
const tarpit = (step: MailStep): Fault => ({
  name: `tarpit at ${step}`,
  step,
  conduct: { silent: true },
  always: false,
});

/** What a mail may meet once its recipient is known. A tarpit takes seconds, so it comes once in the list. */
export const mailFaults: readonly Fault[] = [
  ...([421, 450, 451, 452] as const).flatMap((code) => [says(code, 'rcpt', false), says(code, 'rcpt', true)]),
  says(451, 'data', false),
  says(452, 'body', false),
  says(454, 'rcpt', false),
  says(454, 'body', true),
  says(550, 'rcpt', true),
  says(552, 'body', true),
  says(552, 'rcpt', true),
  says(554, 'data', true),
  says(554, 'body', true),
  cuts('rcpt', false),
  cuts('data', false),
  cuts('body', false),
  cuts('body', true),
  tarpit('rcpt'),
];

/** What meets whoever comes first, because the server does not know for whom they come. */
export const strangerFaults: readonly Omit<Fault, 'always'>[] = [
  { name: '421 in place of a greeting', step: 'greeting', conduct: { say: 421 } },
  { name: 'cut before the greeting', step: 'greeting', conduct: { drop: true } },
  { name: 'cut at EHLO', step: 'ehlo', conduct: { drop: true } },
  { name: '454 at the login', step: 'auth', conduct: { say: 454 } },
  { name: 'cut at the login', step: 'auth', conduct: { drop: true } },
  { name: '535 at the login', step: 'auth', conduct: { say: 535 } },
  { name: '450 at MAIL FROM', step: 'mail', conduct: { say: 450 } },
  { name: 'cut at MAIL FROM', step: 'mail', conduct: { drop: true } },
];

export interface Planned {
  email: string;
  /** A mail that must never come twice, or one that may come again when in doubt. */
  sort: 'never' | 'again';
  fault: Fault | null;
}

/** How a mail may end, and with how many copies at the server. */
export function endsOf({ fault, sort }: Planned): { state: string; copies: number }[] {
  const sent = { state: 'sent', copies: 1 };
  if (fault === null) return [sent];
  const { conduct, always, step } = fault;
  if ('say' in conduct) return always ? [{ state: 'failed', copies: 0 }] : [sent];
  if (step !== 'body') return [sent];
  const kept = 'keep' in conduct && conduct.keep ? 1 : 0;
  return [sort === 'never' ? { state: 'unsure', copies: kept } : { state: 'sent', copies: 1 + kept }];
}

/** The server's behaviour as the plans say; `strangers` is how often each of the others is still to come. */
export function conductOf(
  planned: readonly Planned[],
  strangers: Map<string, number>,
): (exchange: Exchange) => PeerConduct | undefined {
  const faults = new Map(planned.map(({ email, fault }) => [email, fault]));
  const met = new Set<string>();
  return ({ step, to }) => {
    const stranger = strangerFaults.find((one) => one.step === step && (strangers.get(one.name) ?? 0) > 0);
    if (stranger !== undefined) {
      strangers.set(stranger.name, (strangers.get(stranger.name) ?? 0) - 1);
      return stranger.conduct;
    }
    const [email = ''] = to;
    const fault = faults.get(email);
    if (fault?.step !== step || (met.has(email) && !fault.always)) return undefined;
    met.add(email);
    return fault.conduct;
  };
}
