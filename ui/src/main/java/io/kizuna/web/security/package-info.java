/** HTTP for {@code security}; see docs/http.md. */
@NullMarked
package io.kizuna.web.security;

import org.jspecify.annotations.NullMarked;
