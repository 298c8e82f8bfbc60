/** HTTP for {@code session}; see docs/http.md. */
@NullMarked
package io.kizuna.web.session;

import org.jspecify.annotations.NullMarked;
