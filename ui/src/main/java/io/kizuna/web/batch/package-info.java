/** HTTP for {@code batch}; see docs/http.md. */
@NullMarked
package io.kizuna.web.batch;

import org.jspecify.annotations.NullMarked;
