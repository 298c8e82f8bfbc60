/** One class for each thing that is checked. */
@NullMarked
package io.kizuna.verify.check;

import org.jspecify.annotations.NullMarked;
