import { Modal } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import './sheet.css';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  size?: number;
  children: ReactNode;
  testId?: string;
};

/** Height of the chrome that must stay visible: demonstration line, top bar and identity banner. */
function chromeBottom(): number {
  const banner = document.querySelector('.ident') ?? document.querySelector('.top');
  return Math.max(8, Math.round(banner?.getBoundingClientRect().bottom ?? 0) + 6);
}

/**
 * A dialog below the identity banner: a normal modal would hide or dim whose material this is.
 * Modal.Root with Modal.Title keeps axe silent, `lockScroll` would inject a style without nonce.
 */
export function Sheet({ opened, onClose, title, size = 760, children, testId }: Props) {
  const [top, setTop] = useState(8);
  useEffect(() => {
    if (opened) setTop(chromeBottom());
  }, [opened]);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      yOffset={top}
      zIndex={200}
      closeOnClickOutside={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: 'sheet' }}
      styles={{ content: { maxHeight: `calc(100dvh - ${top + 6}px)` } }}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content radius="md" data-testid={testId}>
        <Modal.Body className="sheet-body">
          <Modal.Title className="sheet-title">{title}</Modal.Title>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
