import { type Reader, type Tx, obstaclesAmong, record, synonymsOf } from '#libs/database';
import {
  type Actor,
  type Event,
  type Introduction,
  Panel,
  type Proposal,
  blockedBy,
  eventCap,
  eveningTakesMore,
  reasonOfQuestion,
  takesPlace,
  toProfile,
  vocabularyOf,
} from '#libs/domain';
import {
  type CameRow,
  lockEveningOfTold,
  pairKey,
  readIntroductions,
  readPairsTaken,
  readWhoCame,
} from './evening-rows.ts';
import { proposalOf, sideOf } from './proposals.ts';
import { keepProposals } from './suggestion-rows.ts';

interface Deciding {
  organizationId: string;
  actor: Actor;
}

/** A question that was not reached, of somebody who let the room read their name, to somebody on the panel. */
interface Asked {
  text: string;
  asker: string;
  asked: string;
}

/**
 * Makes suggestions of the questions that a panel did not reach, once for each panel (docs/decisions/0024): of somebody who came
 * and takes part in introductions, to a panelist who wants some; the most wanted first, one for each who asked. The panelist
 * is asked first. An evening that takes no more introductions gets none.
 */
export async function suggestAsked(
  tx: Tx,
  { organizationId, actor }: Deciding,
  panelId: string,
): Promise<void> {
  const known = await tx.one(Panel, { id: panelId, organizationId });
  if (known === null) return;
  const event = await lockEveningOfTold(tx, organizationId, known.eventId);
  const panel = await tx.locked(Panel, { id: panelId, organizationId });
  if (panel?.settledAt !== null) return;
  panel.settledAt = tx.now;
  await tx.save(panel);
  if (event.state !== 'published' || !eveningTakesMore(event.endsAt, tx.now)) return;
  const fresh = await proposalsFrom(tx, event, await readAsked(tx, panel));
  if (fresh.length === 0) return;
  await keepProposals(tx, actor, fresh);
  await record(tx, actor, 'introductions.suggested', event.id, { new: fresh.length, panel: panelId });
}

/** The most voted first, those merged into one with its votes. Anonymous ones are not read at all. */
function readAsked(reader: Reader, { id, organizationId }: Panel): Promise<Asked[]> {
  return reader.query<Asked>(
    `with recursive beneath (id, stands_for) as (
       select id, id from panel_questions where panel_id = $1 and organization_id = $2
         and (state = 'open' or (state = 'merged' and merged_into is null))
       union
       select q.id, b.stands_for from beneath b join panel_questions q on q.merged_into = b.id and q.state = 'merged'
     ), voted as (
       select b.stands_for, count(distinct v.person_id) as votes
       from beneath b join question_votes v on v.question_id = b.id group by b.stands_for
     )
     select q.text, q.person_id as asker, pp.person_id as asked
     from beneath b join panel_questions q on q.id = b.id
       join panel_people pp on pp.id = q.for_id and pp.organization_id = q.organization_id and pp.state = 'confirmed'
       left join voted v on v.stands_for = b.stands_for
     where q.named and q.person_id <> pp.person_id
     order by coalesce(v.votes, 0) desc, q.created_at, q.id`,
    [id, organizationId],
  );
}

async function proposalsFrom(tx: Tx, event: Event, asked: readonly Asked[]): Promise<Proposal[]> {
  if (asked.length === 0) return [];
  const { id: eventId, organizationId } = event;
  const came = new Map((await readWhoCame(tx, organizationId, eventId)).map((one) => [one.personId, one]));
  const people = [...new Set(asked.flatMap((one) => [one.asker, one.asked]))].filter((id) => came.has(id));
  const obstacles = await obstaclesAmong(tx, organizationId, people, eventId);
  const { standing, dropped } = await readPairsTaken(tx, organizationId, people);
  const present = await readIntroductions(tx, organizationId, eventId);
  const places = new Places(present.filter((one) => takesPlace(one, tx.now)));
  const options = { vocabulary: vocabularyOf(await synonymsOf(tx, organizationId)) };
  const proposals: Proposal[] = [];
  for (const { text, asker, asked: asks } of asked) {
    const [guest, panelist] = [came.get(asker), came.get(asks)];
    if (guest === undefined || panelist === undefined) continue;
    const pair = pairKey({ a: asker, b: asks });
    if (standing.has(pair) || dropped.has(pair) || blockedBy(obstacles.between(asker, asks)) !== null)
      continue;
    if (!places.take(guest, panelist)) continue;
    proposals.push(proposalFor(event, { text, guest, panelist }, options));
  }
  return proposals;
}

/** How many introductions of this evening its people have on the board. */
class Places {
  private readonly used = new Map<string, number>();
  private readonly askers = new Set<string>();

  constructor(standing: readonly Introduction[]) {
    for (const { personA, personB, source, askFirst } of standing) {
      for (const person of [personA, personB]) this.used.set(person, this.usedBy(person) + 1);
      if (source === 'question') this.askers.add(askFirst === personA ? personB : personA);
    }
  }

  /** Takes one for each of the two, or none: of a question one evening makes one for whoever asked. */
  take(guest: CameRow, panelist: CameRow): boolean {
    if (this.askers.has(guest.personId) || !this.hasOne(guest) || !this.hasOne(panelist)) return false;
    this.askers.add(guest.personId);
    for (const { personId } of [guest, panelist]) this.used.set(personId, this.usedBy(personId) + 1);
    return true;
  }

  private hasOne({ personId, answer, part, profile }: CameRow): boolean {
    return answer === 'given' && this.usedBy(personId) < eventCap(part, profile);
  }

  private usedBy(personId: string): number {
    return this.used.get(personId) ?? 0;
  }
}

function proposalFor(
  event: Event,
  { text, guest, panelist }: { text: string; guest: CameRow; panelist: CameRow },
  options: Parameters<typeof reasonOfQuestion>[3],
): Proposal {
  const [asker, asked] = [toProfile(guest.profile), toProfile(panelist.profile)];
  return {
    ...proposalOf(event, guest, panelist),
    sides: [
      sideOf(guest, reasonOfQuestion('you-asked', text, [asker, asked], options)),
      sideOf(panelist, reasonOfQuestion('they-asked', text, [asked, asker], options)),
    ],
    source: 'question',
    band: 'fair',
    askFirst: panelist.personId,
  };
}
