import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import '@/shared/i18n';
import { Keypad, press } from './Keypad';

const typed = (keys: string[], integer = false) =>
  keys.reduce((value, key) => press(value, key, integer), '');

describe('keypad', () => {
  it('types one decimal point only', () => expect(typed(['1', '.', '2', '.', '5'])).toBe('1.25'));
  it('puts a zero before a leading point', () => expect(typed(['.', '5'])).toBe('0.5'));
  it('has no leading zeros', () => expect(typed(['0', '0', '7'])).toBe('7'));
  it('changes the sign back and forth', () => {
    expect(typed(['1', '9', '6', '-'])).toBe('-196');
    expect(typed(['5', '-', '-'])).toBe('5');
  });
  it('keeps trailing zeros: 0.10 stays 0.10', () => expect(typed(['.', '1', '0'])).toBe('0.10'));
  it('takes no point for whole numbers', () => expect(typed(['1', '.', '2'], true)).toBe('12'));

  it('works by its buttons', () => {
    function Host() {
      const [value, setValue] = useState('');
      const none = () => undefined;
      return (
        <>
          <output>{value}</output>
          <Keypad
            value={value}
            onChange={setValue}
            onNext={none}
            nextLabel="Next"
            integer={false}
            label="pad"
          />
        </>
      );
    }
    render(<Host />);
    for (const key of ['3', '.', '7']) fireEvent.click(screen.getByRole('button', { name: key }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(screen.getByRole('status').textContent).toBe('3.');
  });
});
