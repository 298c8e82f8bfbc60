/** Ways to equipment: configuration and wiring of the adapters. Knows core, nobody else. */
@NullMarked
package io.kizuna.adapters;

import org.jspecify.annotations.NullMarked;
