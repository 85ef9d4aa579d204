import { mintSignIn, signInMinutes } from '#libs/database';
import type { Role } from '#libs/domain';
import type { FactsOf } from '#libs/mail';
import type { Loader } from './loader.ts';

/** Subject: the grant. One that was used or is an hour old is not worth a mail any more. */
export const signInLoader: Loader<FactsOf<'sign-in'>> = async (tx, { subjectId }, { keys, publicUrl }) => {
  const [usable] = await tx.query(
    `select 1 from grants where id = $1 and purpose = 'sign-in' and used_at is null
       and created_at > clock_timestamp() - interval '1 hour'`,
    [subjectId],
  );
  if (usable === undefined) return null;
  const { token, code } = await mintSignIn(tx, keys, subjectId);
  return {
    facts: { url: `${publicUrl}/sign-in/link/${token}`, code, minutes: signInMinutes },
    timeZone: null,
  };
};

/** Subject: the member. */
export const memberAddedLoader: Loader<FactsOf<'member-added'>> = async (
  tx,
  { subjectId, personId },
  { publicUrl },
) => {
  const [member] = await tx.query<{ organization: string; role: Role }>(
    `select o.name as organization, m.role from members m join organizations o on o.id = m.organization_id
     where m.id = $1 and m.person_id = $2`,
    [subjectId, personId],
  );
  return member === undefined ? null : { facts: { ...member, appUrl: `${publicUrl}/app/` }, timeZone: null };
};

/** Subject: the test. It says nothing that could have become untrue. */
export const mailTestLoader: Loader<FactsOf<'mail-test'>> = (_tx, _mail, { publicUrl }) =>
  Promise.resolve({ facts: { publicUrl }, timeZone: null });
