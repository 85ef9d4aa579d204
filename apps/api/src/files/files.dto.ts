import type { StoredFile } from '#libs/domain';
import { ApiProperty } from '@nestjs/swagger';
import { WholeNumbers } from '../problems/shapes.ts';
import type { Heard } from './listening.service.ts';

/** One's own file, on its way or here. */
export class UploadView {
  id!: string;
  name!: string;
  @ApiProperty({ enum: ['arriving', 'ready'] }) state!: string;
  bytes!: number;
  received!: number;
  @ApiProperty({ type: String, nullable: true }) type!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) lengthMs!: number | null;

  static of({ id, name, state, bytes, received, type, lengthMs }: StoredFile): UploadView {
    return { id, name, state, bytes: Number(bytes), received: Number(received), type, lengthMs };
  }
}

/** Loudness from 0 to 100 in at most 800 equal steps, from the browser that sent the file. */
export class PeaksInput {
  @WholeNumbers(800, 0, 100) peaks!: number[];
}

/** Where a work can be heard or seen for the next 15 minutes, by whoever asked. */
export class ListeningView {
  url!: string;
  type!: string;
  @ApiProperty({ type: 'integer', nullable: true }) lengthMs!: number | null;
  @ApiProperty({ type: 'integer', isArray: true, nullable: true }) peaks!: number[] | null;

  static of({ url, file: { type, lengthMs, peaks } }: Heard): ListeningView {
    return { url, type: type ?? '', lengthMs, peaks };
  }
}
