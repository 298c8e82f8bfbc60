type Props<T extends string> = {
  legend: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
  testId: string;
};

/** Several of a few. */
export function Checks<T extends string>({ legend, options, chosen, onChange, testId }: Props<T>) {
  return (
    <fieldset className="people-checks">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            data-testid={`${testId}-${value}`}
            checked={chosen.includes(value)}
            onChange={(e) =>
              onChange(e.target.checked ? [...chosen, value] : chosen.filter((c) => c !== value))
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
