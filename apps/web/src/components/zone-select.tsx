import { Select } from '@mantine/core';
import { app } from '#libs/words';
import { placeOfZone, timeZones } from '../lib/times.ts';

interface Props {
  value: string;
  onChange: (zone: string) => void;
  description?: string;
  error?: string | undefined;
}

const choices = timeZones.map((zone) => ({ value: zone, label: `${placeOfZone(zone)} (${zone})` }));

/** Every IANA zone, found by typing a city. */
export function ZoneSelect({ value, onChange, description = '', error }: Props) {
  return (
    <Select
      label={app.zone.label}
      description={description}
      data={choices}
      value={value}
      onChange={(zone) => {
        if (zone !== null) onChange(zone);
      }}
      error={error}
      searchable
      limit={50}
      allowDeselect={false}
      nothingFoundMessage={app.zone.none}
      name="timeZone"
    />
  );
}
