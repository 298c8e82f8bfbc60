/** HTTP for {@code release}: review by exception and disposition (W4); see docs/http.md. */
@NullMarked
package io.kizuna.web.release;

import org.jspecify.annotations.NullMarked;
