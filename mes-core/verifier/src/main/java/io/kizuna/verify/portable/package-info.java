/** Section 6: the portable record. */
@NullMarked
package io.kizuna.verify.portable;

import org.jspecify.annotations.NullMarked;
