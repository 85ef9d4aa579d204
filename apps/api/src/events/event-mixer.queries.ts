import type { Tx } from '#libs/database';
import { DomainError, type Event, Mixer, newId } from '#libs/domain';
import type { MixerOfEvent } from './events.dto.ts';

/**
 * Makes this the mixer of an event, or removes it; nothing where it is that already. Looked at under its lock, so that
 * nobody draws tables meanwhile.
 * @throws DomainError mixer-has-tables, pointing at `/mixer`, once people have their tables
 */
export async function setMixer(
  tx: Tx,
  { id: eventId, organizationId }: Event,
  wanted: MixerOfEvent | null,
): Promise<void> {
  const mixer = await tx.locked(Mixer, { eventId, organizationId });
  if (mixer?.format === wanted?.format) return;
  if (mixer === null) {
    if (wanted === null) return;
    await tx.insert(
      Mixer,
      Mixer.of({ id: newId(), organizationId, eventId, format: wanted.format, createdAt: tx.now }),
    );
    return;
  }
  if (mixer.state !== 'open') throw kept();
  if (wanted === null) {
    await tx.query('delete from mixers where id = $1 and organization_id = $2', [mixer.id, organizationId]);
    return;
  }
  await tx.query(
    'update mixers set format = $3, version = version + 1 where id = $1 and organization_id = $2',
    [mixer.id, organizationId, wanted.format],
  );
}

function kept(): DomainError {
  const { code, message } = new DomainError('mixer-has-tables');
  return new DomainError(code, [{ pointer: '/mixer', detail: message }]);
}
