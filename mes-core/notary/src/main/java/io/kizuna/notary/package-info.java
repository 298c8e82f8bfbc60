/**
 * The notary of the trail: RFC 6962 trees, C2SP signed notes and checkpoints, and who signs them
 * (docs/trail-format.md, section 4). Plain Java; knows nothing else of the product.
 */
@NullMarked
package io.kizuna.notary;

import org.jspecify.annotations.NullMarked;
