/** Which two panels stand against each other, as the form that wanted it is told. Times are minutes of the evening's zone. */
export const agenda = {
  roomTaken: (topic: string, from: string, to: string, room: string) =>
    `“${topic}” is ${room === '' ? 'there' : `in ${room}`} from ${from} to ${to}.`,
  personBusy: (name: string, topic: string, from: string, to: string) =>
    `${name} is on “${topic}” from ${from} to ${to}.`,
} as const;
