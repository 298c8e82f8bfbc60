/** HTTP for {@code equipment}; see docs/http.md. */
@NullMarked
package io.kizuna.web.equipment;

import org.jspecify.annotations.NullMarked;
