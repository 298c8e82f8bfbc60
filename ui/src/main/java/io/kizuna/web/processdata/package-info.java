/** HTTP for {@code processdata}; see docs/http.md. */
@NullMarked
package io.kizuna.web.processdata;

import org.jspecify.annotations.NullMarked;
