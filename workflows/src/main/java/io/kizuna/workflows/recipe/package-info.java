/** Reads recipe packages and finds every fault before anything is stored. */
@NullMarked
package io.kizuna.workflows.recipe;

import org.jspecify.annotations.NullMarked;
