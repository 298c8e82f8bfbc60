/** Tag maps: what a device's addresses mean, as files. */
@NullMarked
package io.kizuna.adapters.tagmap;

import org.jspecify.annotations.NullMarked;
