/** HTTP for {@code work}; see docs/http.md. */
@NullMarked
package io.kizuna.web.work;

import org.jspecify.annotations.NullMarked;
