@NullMarked
package dev.roster.sandbox;

import org.jspecify.annotations.NullMarked;
