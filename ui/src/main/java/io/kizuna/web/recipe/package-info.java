/** HTTP for {@code recipe}: the library, import and approval; see docs/http.md. */
@NullMarked
package io.kizuna.web.recipe;

import org.jspecify.annotations.NullMarked;
