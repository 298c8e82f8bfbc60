/** Camunda behind core's port {@code BatchRoute}; the only package that knows the engine. */
@NullMarked
package io.kizuna.workflows.engine;

import org.jspecify.annotations.NullMarked;
