const shapes = [
  'M28 4 52 28 28 52 4 28Z',
  'M6 6h44v44H6Z',
  'M28 4 53 50H3Z',
  'M28 4a24 24 0 1 0 .01 0Z',
] as const;

/** Shape and hatch, never colour (ui.md 3.3). A secondary cue: the check is always the scanned label. */
export function Glyph({
  glyph,
  size = 52,
  dark,
}: {
  glyph: number;
  size?: number;
  dark?: boolean;
}) {
  const hatch = Math.floor(glyph / shapes.length) % 3;
  const id = `hatch-${hatch}-${dark ? 'd' : 'l'}`;
  const edge = dark ? '#fff' : '#23292e';
  return (
    <svg width={size} height={size} viewBox="0 0 56 56" aria-hidden="true" className="glyph">
      <defs>
        <pattern
          id={id}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${hatch * 45})`}
        >
          <rect width="8" height="8" fill="#fff" />
          <rect width="3.4" height="8" fill="#23292e" />
        </pattern>
      </defs>
      <path d={shapes[glyph % shapes.length]} fill={`url(#${id})`} stroke={edge} strokeWidth="3" />
    </svg>
  );
}
