/** Where a record is read from: a database or a portable record. */
@NullMarked
package io.kizuna.verify.source;

import org.jspecify.annotations.NullMarked;
