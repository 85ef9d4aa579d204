import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { app } from '#libs/words';

interface Props {
  title: string;
  opened: boolean;
  close: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** A dialog of parts: Mantine's own has a `header` element, which would be a second banner of the page. */
export function Dialog({ title, opened, close, wide = false, children }: Props) {
  return (
    <Modal.Root opened={opened} onClose={close} size={wide ? 'xl' : 'md'}>
      <Modal.Overlay backgroundOpacity={0.5} />
      <Modal.Content>
        <div className="mantine-Modal-header">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={app.close} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
