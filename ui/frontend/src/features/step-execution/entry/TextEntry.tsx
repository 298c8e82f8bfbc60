import { useId } from 'react';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onNext: () => void;
  nextLabel: string;
};

export function TextEntry({ label, value, onChange, onNext, nextLabel }: Props) {
  const id = useId();
  return (
    <>
      <label className="field" htmlFor={id}>
        <span className="sr">{label}</span>
        <textarea
          id={id}
          rows={4}
          maxLength={2000}
          value={value}
          data-testid="entry-text"
          onChange={(e) => onChange(e.target.value)}
        />
      </label>
      <button
        type="button"
        className="btn next"
        onClick={onNext}
        disabled={value.trim() === ''}
        data-testid="next"
      >
        {nextLabel}
      </button>
    </>
  );
}
