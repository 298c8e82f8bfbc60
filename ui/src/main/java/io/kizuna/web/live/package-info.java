/** HTTP for {@code live}; see docs/http.md. */
@NullMarked
package io.kizuna.web.live;

import org.jspecify.annotations.NullMarked;
