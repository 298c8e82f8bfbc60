/** HTTP for {@code report}: the batch record as JSON and PDF; see docs/http.md. */
@NullMarked
package io.kizuna.web.report;

import org.jspecify.annotations.NullMarked;
