/** Implementation of {@code io.kizuna.recipe}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.recipe.internal;

import org.jspecify.annotations.NullMarked;
