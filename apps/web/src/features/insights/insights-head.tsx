import { Button } from '@mantine/core';
import { app } from '#libs/words';

/** The same as a file. */
export function InsightsHead({ file }: { file: string }) {
  return (
    <div>
      <Button component="a" variant="default" href={file} download>
        {app.insights.download}
      </Button>
    </div>
  );
}
