/** The constructs of docs/trail-format.md, each a function of its input only. */
@NullMarked
package io.kizuna.verify.format;

import org.jspecify.annotations.NullMarked;
