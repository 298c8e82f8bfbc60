package io.kizuna.identity;

import io.kizuna.kernel.Text;

/**
 * How people recognise one batch.
 *
 * @param shortCode for example {@code K7M-42}.
 * @param checkWord one concept in both languages.
 * @param glyph 0 to 11: shape and hatch drawn beside the code; never a colour.
 */
public record BatchIdentity(CoiIdentifier coi, String shortCode, Text checkWord, int glyph) {}
