/** HTTP for {@code audit}; see docs/http.md. */
@NullMarked
package io.kizuna.web.audit;

import org.jspecify.annotations.NullMarked;
