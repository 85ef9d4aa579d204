// What somebody is called elsewhere is not for those who typed their address (product.md, People): the name comes from
// their RSVPs here, or is their own once they did something here.
export const nameHere = (personId: string): string => `(select a.name from attendees a
  where a.organization_id = $1 and a.person_id = ${personId} and a.status <> 'held'
    and a.cancel_cause is distinct from 'not-confirmed' order by a.id desc limit 1)`;
