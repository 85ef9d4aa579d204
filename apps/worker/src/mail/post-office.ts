import { everyOrganization } from '#libs/domain';
import { giveProbeBack, loggable, resumeSending } from '#libs/database';
import { claimNext, lookAround } from './claiming.ts';
import { Connections } from './connections.ts';
import { type Delivery, deliver } from './delivery.ts';
import { Domains } from './domains.ts';
import { Gate } from './gate.ts';
import type { ClaimedMail } from './mail-row.ts';
import { putAside } from './queue.ts';
import type { Transport } from './transport.ts';

/** Claimed in one transaction: a thirtieth of what a transaction a mail costs, and sent well within their lease. */
const claimedAtOnce = 32;
const claimedAgainBelow = 12;
/** Without a wake-up: for delayed mails, back-off and what a dead worker left. One transaction each time. */
const lookEverySeconds = 5;
/** While mails wait here for a domain or a server. Milliseconds. */
const turnEvery = 250;

export interface PostOfficeOptions {
  /** How many mails are sent at once; see connections.ts. */
  connections: number;
  /** The first pause of a server or a domain that says "not now". */
  pauseMs: number;
  /** `onSenderTaken`: for a mail that finds out whether the server takes our name and password again. */
  newTransport: (onSenderTaken?: () => void) => Transport;
}

/** Empties the queue of mails, a few at a time, whenever it is woken. */
export class PostOffice {
  private readonly waiting: ClaimedMail[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly domains: Domains;
  private readonly gate: Gate;
  private readonly connections: Connections;
  /** What asks the server whether it takes us again, beside the other connections. */
  private probe: Transport | undefined;
  private claiming = false;
  /** The queue may hold more than was claimed. */
  private more = false;
  private lookAround = true;

  constructor(
    private readonly delivery: Delivery,
    private readonly options: PostOfficeOptions,
  ) {
    const { connections, pauseMs, newTransport } = options;
    this.domains = new Domains(connections, pauseMs);
    this.gate = new Gate(pauseMs);
    this.connections = new Connections(newTransport, connections, () => this.domains.slowAfter);
  }

  start(): void {
    const look = setInterval(() => {
      this.lookAround = true;
      this.wake();
    }, lookEverySeconds * 1000);
    const turn = setInterval(() => {
      if (this.waiting.length > 0 || this.more) this.turn();
    }, turnEvery);
    this.timers.push(look, turn);
    this.wake();
  }

  /** Looks now, or once more after the look that is under way. */
  wake(): void {
    this.more = true;
    this.turn();
  }

  /** Gives back what is only claimed, lets what is under way finish, and breaks it off after `patienceMs`. */
  async stop(patienceMs: number): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.connections.close();
    this.turn();
    const breakOff = setTimeout(() => {
      this.connections.abort();
      this.probe?.abort();
    }, patienceMs);
    while (this.underWay.size > 0) await Promise.all(this.underWay);
    clearTimeout(breakOff);
  }

  private get isStopping(): boolean {
    return this.delivery.stopping.aborted;
  }

  private turn(): void {
    if (this.isStopping || this.gate.isShut) this.returnWaiting();
    else this.sendWaiting();
    if (this.isStopping || this.gate.isShut || this.claiming || !this.more) return;
    if (this.gate.isDoubtful && this.underWay.size > 0) return;
    if (this.waiting.length >= claimedAgainBelow) return;
    this.more = false;
    this.claiming = true;
    this.follow(
      this.claim().finally(() => {
        this.claiming = false;
      }),
    );
  }

  private async claim(): Promise<void> {
    const { db, leaseSeconds } = this.delivery;
    const atMost = this.gate.isDoubtful ? 1 : claimedAtOnce;
    const next = this.lookAround ? lookAround : claimNext;
    const { mails, probing } = await db.write(everyOrganization, (tx) => next(tx, leaseSeconds, atMost));
    this.lookAround = false;
    if (mails.length === atMost) this.more = true;
    if (!probing) this.waiting.push(...mails);
    else for (const mail of mails) this.send(mail, this.newProbe());
  }

  private returnWaiting(): void {
    this.aside(this.waiting.splice(0).map((mail) => ({ mail, seconds: 0 })));
  }

  private sendWaiting(): void {
    const aside: { mail: ClaimedMail; seconds: number }[] = [];
    const still: ClaimedMail[] = [];
    for (const mail of this.waiting.splice(0)) {
      // For each mail that is sent some are prepared meanwhile, so that they go through the database together.
      const place =
        this.underWay.size < 5 * this.options.connections ? this.domains.place(domainOf(mail)) : 'wait';
      if (place === 'go') this.send(mail);
      else if (place === 'wait') still.push(mail);
      else aside.push({ mail, seconds: place.aside / 1000 });
    }
    this.waiting.push(...still);
    this.aside(aside);
  }

  private aside(mails: { mail: ClaimedMail; seconds: number }[]): void {
    if (mails.length === 0) return;
    this.follow(this.delivery.db.write(everyOrganization, (tx) => putAside(tx, mails)));
  }

  private send(mail: ClaimedMail, probe?: Transport): void {
    const flight = this.domains.enter(domainOf(mail));
    const transport: Pick<Transport, 'send'> = {
      send: (letter, handed) => {
        if (probe !== undefined) return probe.send(letter, handed);
        return this.connections.with(async (connection) => {
          flight.begin();
          const answer = await connection.send(letter, () => this.connections.meanwhile(handed));
          flight.end(answer);
          this.gate.learn(answer, domainOf(mail));
          return answer;
        });
      },
    };
    const done = deliver(this.delivery, mail, transport);
    this.follow(
      done
        .then(async (answer) => {
          if (answer?.kind === 'sign-in-refused') this.returnWaiting();
          if (answer === null && probe !== undefined)
            await this.delivery.db.write(everyOrganization, giveProbeBack);
        })
        .finally(() => {
          flight.end(null);
          probe?.close();
        }),
    );
  }

  /** What asks the server again answers for all, before its own mail is through. */
  private newProbe(): Transport {
    this.probe = this.options.newTransport(() => {
      this.follow(
        this.delivery.db.write(everyOrganization, async (tx) => {
          await resumeSending(tx);
        }),
      );
    });
    return this.probe;
  }

  /** A step that failed leaves rows whose lease ends by itself; then they are settled by the state they were left in. */
  private follow(step: Promise<void>): void {
    const done = step
      .catch((error: unknown) => {
        this.delivery.log.error({ error: loggable(error) }, 'a step of the post failed');
      })
      .finally(() => {
        this.underWay.delete(done);
        this.turn();
      });
    this.underWay.add(done);
  }
}

const domainOf = ({ email }: ClaimedMail): string => email.slice(email.lastIndexOf('@') + 1);
