import { useState } from 'react';
import { critiqueWorkPage } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { UploadField } from '../upload/upload-field.tsx';
import type { OwnWork, WorkFile } from './calls.ts';
import { lengthInWords, lengthOf } from './length.ts';
import type { WorkProps } from './work-props.ts';
import styles from './work.module.css';

const words = critiqueWorkPage;

/** The file that is there, or the field that sends one. The old one stays until a new one has arrived. */
export function FilePart({ path, draft, state, own }: WorkProps) {
  const [isReplacing, setReplacing] = useState(false);
  const { fileId } = state.form;
  const file = own.work?.file?.id === fileId ? own.work.file : null;
  return (
    <div className="stack">
      {fileId !== null && (
        <div className={styles['file']}>
          <p className={styles['written']}>
            {[file?.name ?? words.file.name, file && lengthOf(file)].filter(Boolean).join(', ')}
          </p>
          {file != null && <TooLong own={own} file={file} />}
        </div>
      )}
      {(fileId === null || isReplacing) && (
        <UploadField
          token={path.token}
          sessionId={path.critiqueSessionId}
          onReady={({ id }) => {
            setReplacing(false);
            draft.edit({ fileId: id, link: '' });
          }}
        />
      )}
      {fileId !== null && (
        <div className={styles['acts']}>
          <Button
            onClick={() => {
              setReplacing(!isReplacing);
            }}
          >
            {isReplacing ? words.file.keep : words.file.replace}
          </Button>
          {own.standing === null && (
            <Button
              look="quiet"
              onClick={() => {
                draft.edit({ fileId: null });
              }}
            >
              {words.file.remove}
            </Button>
          )}
        </div>
      )}
      {isReplacing && <p className="soft small">{words.file.kept}</p>}
    </div>
  );
}

/** A slot plays a part of it: the author says which. */
function TooLong({ own: { listenSeconds }, file }: { own: OwnWork; file: WorkFile }) {
  const { lengthMs } = file;
  if (listenSeconds === null || lengthMs === null || lengthMs <= listenSeconds * 1000) return null;
  return <p>{words.longer(lengthOf(file) ?? '', lengthInWords(listenSeconds))}</p>;
}
