/**
 * What a view is: a query over tables, with the sentences of its columns. A view of one provider's
 * tables stands in that provider's package.
 */
@NullMarked
package dev.roster.calcite.view;

import org.jspecify.annotations.NullMarked;
