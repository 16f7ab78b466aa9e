import { useState } from 'preact/hooks';

/** Where files are dropped or chosen. */
export const FileDrop = ({
  words,
  disabled = false,
  take,
}: {
  words: string;
  disabled?: boolean;
  take: (files: readonly File[]) => void;
}) => {
  const [over, setOver] = useState(false);
  const given = (files: FileList | null | undefined): void => {
    if (files && files.length > 0 && !disabled) take([...files]);
  };
  return (
    <label
      class={`drop${over ? ' drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        given(event.dataTransfer?.files);
      }}
    >
      <span>{words}</span>
      <input
        type="file"
        multiple
        disabled={disabled}
        onChange={(event) => {
          given(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
};
