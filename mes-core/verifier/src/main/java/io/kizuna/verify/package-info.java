/**
 * Checks a record of Kizuna MES against docs/trail-format.md, without any code of the product: a
 * mistake of the product must not be made twice.
 */
@NullMarked
package io.kizuna.verify;

import org.jspecify.annotations.NullMarked;
