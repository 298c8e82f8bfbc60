/** Test fixtures shared by all modules through the test jar. */
@NullMarked
package io.kizuna.testing;

import org.jspecify.annotations.NullMarked;
