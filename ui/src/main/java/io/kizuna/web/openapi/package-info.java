/** The description of the HTTP interface, read from the types it is made of; see docs/http.md. */
@NullMarked
package io.kizuna.web.openapi;

import org.jspecify.annotations.NullMarked;
