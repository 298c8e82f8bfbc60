/** HTTP for {@code batchrecord}; see docs/http.md. */
@NullMarked
package io.kizuna.web.batchrecord;

import org.jspecify.annotations.NullMarked;
