/*
 * A scanner in keyboard mode types its characters less than 35 ms apart and ends with Enter. We read the
 * physical key (event.code), so that a Japanese IME that is switched on cannot garble the scan; scanner and
 * operating system must be set to the US layout. No prefix is needed: people do not type that fast.
 */

const symbols: Record<string, [plain: string, shifted: string]> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Backquote: ['`', '~'],
  Space: [' ', ' '],
  NumpadDecimal: ['.', '.'],
  NumpadSubtract: ['-', '-'],
};
const shiftedDigits = ')!@#$%^&*(';

export function codeToChar(code: string, shift: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return shift && code.startsWith('Digit') ? shiftedDigits[Number(digit)] : digit;
  return symbols[code]?.[shift ? 1 : 0];
}

export const GAP_MS = 35;
/** Shorter bursts are taken for typing. */
const SHORTEST_SCAN = 4;
const LONGEST_SCAN = 200;

export type KeyListeners = {
  onScan: (code: string) => void;
  /** one key typed by hand: a character, `Backspace` or `Enter` */
  onKey?: ((key: string) => void) | undefined;
};

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;

/** Listens until the returned function is called. Keys typed into a field stay with the field. */
export function listenToKeys(listeners: () => KeyListeners): () => void {
  let burst = '';
  let last = -Infinity;
  let flush: ReturnType<typeof setTimeout> | undefined;

  const typed = () => {
    for (const char of burst) listeners().onKey?.(char);
    burst = '';
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isEditable(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    const inBurst = event.timeStamp - last <= GAP_MS;
    last = event.timeStamp;
    if (event.code === 'Enter' || event.code === 'NumpadEnter') return finish(event, inBurst);
    const char = codeToChar(event.code, event.shiftKey);
    if (char === undefined) {
      if (event.code === 'Backspace') listeners().onKey?.('Backspace');
      return;
    }
    clearTimeout(flush);
    if (!inBurst && burst !== '') typed();
    // The second character of a burst would press a focused button if it were a space.
    if (burst.length > 0) event.preventDefault();
    if (burst.length < LONGEST_SCAN) burst += char;
    flush = setTimeout(() => {
      if (burst.length < SHORTEST_SCAN) typed();
      burst = '';
    }, GAP_MS + 5);
  };

  const finish = (event: KeyboardEvent, inBurst: boolean) => {
    clearTimeout(flush);
    const code = burst;
    burst = '';
    if (inBurst && code.length >= SHORTEST_SCAN) {
      event.preventDefault();
      event.stopPropagation();
      listeners().onScan(code);
      return;
    }
    for (const char of code) listeners().onKey?.(char);
    // Enter on a focused button presses that button and means nothing else.
    if (!(event.target instanceof HTMLButtonElement)) listeners().onKey?.('Enter');
  };

  window.addEventListener('keydown', onKeyDown, true);
  return () => {
    clearTimeout(flush);
    window.removeEventListener('keydown', onKeyDown, true);
  };
}
