/** What {@code ./roster} runs: statements from the command line, and their rows on the screen. */
@NullMarked
package dev.roster.cli;

import org.jspecify.annotations.NullMarked;
