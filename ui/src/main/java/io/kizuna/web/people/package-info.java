/** Who may work here, with which rights, and how they set their passwords. */
@NullMarked
package io.kizuna.web.people;

import org.jspecify.annotations.NullMarked;
