/** What the tests of this module and of the bindings share; no part of the product. */
@NullMarked
package dev.roster.bindings.testing;

import org.jspecify.annotations.NullMarked;
